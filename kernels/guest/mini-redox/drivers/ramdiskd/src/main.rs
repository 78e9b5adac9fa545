//! A driver for a disk in memory: the scheme `disk`, whose only disk is `0`.
//!
//! It reads and writes whole blocks. What is on the disk is lost when this driver ends, not when a file system does.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod disk;

use disk::Disk;
use redox_runtime::abi::record::Stat;
use redox_runtime::error::{EISDIR, ENOENT, EOPNOTSUPP};
use redox_runtime::scheme::{listing, put_path, serve, Answer, Caller, SchemeServer, Socket};
use redox_runtime::{daemon, program, Result};

const NAME: &str = "disk";
const DISK: &str = "0";

/// Numbers of open files: there are no more than these two.
const FOLDER_NUMBER: u64 = 0;
const DISK_NUMBER: u64 = 1;

struct RamDisk {
    disk: Disk,
}

impl SchemeServer for RamDisk {
    fn open(&mut self, path: &str, _flags: u64, _caller: Caller) -> Result<Answer> {
        match path.trim_matches('/') {
            "" => Ok(Answer::Now(FOLDER_NUMBER)),
            DISK => Ok(Answer::Now(DISK_NUMBER)),
            _ => Err(ENOENT),
        }
    }

    fn dup(&mut self, number: u64, name: &str, _caller: Caller) -> Result<Answer> {
        if name.is_empty() { Ok(Answer::Now(number)) } else { Err(EOPNOTSUPP) }
    }

    fn read(&mut self, number: u64, buffer: &mut [u8], offset: u64, _flags: u64) -> Result<Answer> {
        if number == FOLDER_NUMBER {
            return Ok(Answer::Now(listing::read([DISK].into_iter(), "", buffer, offset)));
        }
        self.disk.read(buffer, offset).map(Answer::Now)
    }

    fn write(&mut self, number: u64, buffer: &[u8], offset: u64, _flags: u64) -> Result<Answer> {
        if number == FOLDER_NUMBER {
            return Err(EISDIR);
        }
        self.disk.write(buffer, offset).map(Answer::Now)
    }

    fn fsize(&mut self, _number: u64) -> Result<u64> {
        Ok(disk::BYTES)
    }

    fn fstat(&mut self, number: u64) -> Result<Stat> {
        match number {
            FOLDER_NUMBER => Ok(Stat { mode: Stat::DIRECTORY, bytes: 0 }),
            _ => Ok(Stat { mode: Stat::DEVICE, bytes: disk::BYTES }),
        }
    }

    fn fpath(&mut self, number: u64, buffer: &mut [u8]) -> Result<u64> {
        Ok(put_path(buffer, if number == FOLDER_NUMBER { "" } else { DISK }))
    }
}

program!(main);

fn main() -> Result<()> {
    let disk = Disk::new()?;
    let socket = Socket::create(NAME)?;
    daemon::ready_and_drop_names();
    Err(serve(&socket, &mut RamDisk { disk }))
}
