//! File systems that the shell has started on disks.

use redox_runtime::argument::words;
use redox_runtime::daemon;
use redox_runtime::error::{EEXIST, EINVAL, ENOENT, ENOSPC};
use redox_runtime::flag::SIGNAL_KILL;
use redox_runtime::process::Command;
use redox_runtime::text::{ERRORS, INPUT, OUTPUT};
use redox_runtime::{call, process, Result};

use crate::child::path_of;

/// The program that serves the file system of a disk: its arguments are the path of the disk and the name of the scheme.
const FILE_SYSTEM: &str = "fsd";
const MOST_MOUNTS: usize = 4;
const LONGEST_NAME: usize = 16;

#[derive(Clone, Copy)]
struct Mount {
    name: [u8; LONGEST_NAME],
    length: usize,
    pid: u64,
}

impl Mount {
    fn is_called(&self, name: &str) -> bool {
        self.name.get(..self.length) == Some(name.as_bytes())
    }
}

#[derive(Default)]
pub struct Mounts {
    rows: [Option<Mount>; MOST_MOUNTS],
}

impl Mounts {
    /// Starts the server of a file system: `DISK NAME`.
    pub fn mount(&mut self, arguments: &str) -> Result<()> {
        let name = words(arguments).nth(1).ok_or(EINVAL)?;
        if self.rows.iter().flatten().any(|mount| mount.is_called(name)) {
            return Err(EEXIST);
        }
        let row = self.rows.iter_mut().find(|row| row.is_none()).ok_or(ENOSPC)?;
        let mut mount = Mount { name: [0; LONGEST_NAME], length: name.len(), pid: 0 };
        mount.name.get_mut(..name.len()).ok_or(EINVAL)?.copy_from_slice(name.as_bytes());

        let files = [INPUT, OUTPUT, ERRORS].map(|standard| [standard, standard]);
        let command = Command { name: FILE_SYSTEM, arguments, variables: &[], files: &files, namespace: None };
        mount.pid = daemon::start(&command, path_of(FILE_SYSTEM).as_str())?.pid();
        *row = Some(mount);
        Ok(())
    }

    /// Ends the server of that name. It keeps nothing back, so that all that was written is on the disk.
    pub fn unmount(&mut self, name: &str) -> Result<()> {
        let is_it = |row: &&mut Option<Mount>| row.is_some_and(|mount| mount.is_called(name));
        let mount = self.rows.iter_mut().find(is_it).and_then(Option::take).ok_or(ENOENT)?;
        call::kill(mount.pid, SIGNAL_KILL)?;
        process::wait(mount.pid).map(drop)
    }
}
