//! Files of ramfs.

use redox_runtime::abi::record::Stat;
use redox_runtime::error::{EEXIST, EISDIR, ENOENT, ENOSPC, ENOTDIR};
use redox_runtime::file::File;
use redox_runtime::flag::{
    OPEN_APPEND, OPEN_CREATE, OPEN_DIRECTORY, OPEN_EXCLUSIVE, OPEN_READ, OPEN_TRUNCATE, OPEN_WRITE,
};
use redox_runtime::{call, error};

use crate::check::Check;

const NEW: u64 = OPEN_READ | OPEN_WRITE | OPEN_CREATE;

pub fn all(check: &mut Check) {
    starting_content(check);
    contents(check);
    flags(check);
    folders(check);
    without_name(check);
}

fn starting_content(check: &mut Check) {
    let mut bytes = [0; 64];
    let file = File::reading("/scheme/ramfs/numbers.txt");
    check.gives("a file from the archive", file.and_then(|file| file.read(&mut bytes)), Ok(14));
    check.holds("its bytes", bytes.starts_with(b"one\ntwo\nthree\n"));
}

fn contents(check: &mut Check) {
    let Some(file) = check.works("create", File::open("/scheme/ramfs/a", NEW)) else { return };
    check.gives("write", file.write(b"0123456789"), Ok(10));
    check.gives("seek", file.seek(4), Ok(()));
    check.gives("write over", file.write(b"xy"), Ok(2));
    let mut bytes = [0; 16];
    check.gives("read the rest", file.read(&mut bytes), Ok(4));
    check.holds("the rest", bytes.starts_with(b"6789"));
    check.gives("the end", file.read(&mut bytes), Ok(0));
    check.gives("length", file.stat().map(|stat| (stat.mode, stat.bytes)), Ok((Stat::FILE, 10)));
    check.gives("seek from the end", call::lseek(file.descriptor(), -3, 2), Ok(7));

    check.gives("cut", call::ftruncate(file.descriptor(), 5), Ok(()));
    check.gives("lengthen", call::ftruncate(file.descriptor(), 12), Ok(()));
    let _ = file.seek(0);
    check.gives("read all", file.read(&mut bytes), Ok(12));
    check.holds("cut, then zeros", bytes.starts_with(b"0123x\0\0\0\0\0\0\0"));
    check.gives("sync", call::fsync(file.descriptor()), Ok(()));

    let block = [0x5A; 7000];
    let _ = file.seek(60_000);
    check.gives("write up to the longest file", file.write(&block), Ok(5536));
    check.fails("write beyond", file.write(&block), ENOSPC);
    check.gives("remove", call::unlink(b"/scheme/ramfs/a"), Ok(()));
}

fn flags(check: &mut Check) {
    let path = "/scheme/ramfs/b";
    check.fails("open without create", File::reading(path), ENOENT);
    check.works("create it alone", File::open(path, NEW | OPEN_EXCLUSIVE));
    check.fails("create it again", File::open(path, NEW | OPEN_EXCLUSIVE), EEXIST);
    for _ in 0..2 {
        let appended = File::open(path, OPEN_WRITE | OPEN_APPEND).and_then(|file| file.write(b"abc"));
        check.gives("append", appended, Ok(3));
    }
    check.gives("appended", File::reading(path).and_then(|file| file.stat()).map(|stat| stat.bytes), Ok(6));
    check.fails("write what is open for reading", File::reading(path).and_then(|file| file.write(b"x")), error::EBADF);
    let emptied = File::open(path, OPEN_WRITE | OPEN_TRUNCATE).and_then(|file| file.stat());
    check.gives("truncate", emptied.map(|stat| stat.bytes), Ok(0));
    check.fails("a file is no folder", File::open(path, OPEN_READ | OPEN_DIRECTORY), ENOTDIR);
    check.gives("remove", call::unlink(path.as_bytes()), Ok(()));
    check.fails("remove again", call::unlink(path.as_bytes()), ENOENT);
}

fn folders(check: &mut Check) {
    for path in ["/scheme/ramfs/f/one", "/scheme/ramfs/f/g/two", "/scheme/ramfs/f/g/three"] {
        check.works("create below a folder", File::open(path, NEW));
    }
    let mut bytes = [0; 64];
    let listed = File::open("/scheme/ramfs/f", OPEN_READ | OPEN_DIRECTORY).and_then(|file| file.read(&mut bytes));
    check.gives("list", listed, Ok(7));
    check.holds("the names, each once", bytes.starts_with(b"one\ng/\n"));
    check.fails("write a folder", File::writing("/scheme/ramfs/f"), EISDIR);
    for path in ["/scheme/ramfs/f/one", "/scheme/ramfs/f/g/two", "/scheme/ramfs/f/g/three"] {
        check.gives("remove", call::unlink(path.as_bytes()), Ok(()));
    }
    check.fails("a folder without files is gone", File::reading("/scheme/ramfs/f"), ENOENT);
}

fn without_name(check: &mut Check) {
    let Some(file) = check.works("create", File::open("/scheme/ramfs/c", NEW)) else { return };
    check.gives("remove while open", call::unlink(b"/scheme/ramfs/c"), Ok(()));
    check.gives("write without a name", file.write(b"alive"), Ok(5));
    let mut bytes = [0; 8];
    check.gives("read without a name", file.seek(0).and_then(|()| file.read(&mut bytes)), Ok(5));
    check.fails("it cannot be opened", File::reading("/scheme/ramfs/c"), ENOENT);
}
