//! Mapping, and bad addresses.

use core::sync::atomic::{AtomicU8, Ordering};

use redox_runtime::abi::path;
use redox_runtime::abi::record::Map;
use redox_runtime::call;
use redox_runtime::error::EACCES;
use redox_runtime::file::File;
use redox_runtime::flag::{
    MAP_LAZY, MAP_PRIVATE, MAP_SHARED, OPEN_CREATE, OPEN_READ, OPEN_WRITE, PAGE, PROTECT_READ, PROTECT_WRITE,
};
use redox_runtime::memory::Mapping;

use crate::check::Check;

const BOTH: u64 = PROTECT_READ | PROTECT_WRITE;

pub fn all(check: &mut Check) {
    fresh(check);
    shared(check);
    private(check);
}

fn fresh(check: &mut Check) {
    let Some(memory) = check.works("memory", File::writing(path::MEMORY)) else { return };
    for flags in [MAP_PRIVATE, MAP_PRIVATE | MAP_LAZY] {
        let map = Map { offset: 0, bytes: 3 * PAGE, flags: flags | BOTH, address: 0 };
        let Some(mapping) = check.works("map memory", Mapping::of(&memory, map)) else { return };
        let cells: &[AtomicU8] = mapping.cells();
        check.holds("zeros", cells.iter().all(|cell| cell.load(Ordering::Relaxed) == 0));
        cells[5000].store(9, Ordering::Relaxed);
        check.holds("it keeps", cells[5000].load(Ordering::Relaxed) == 9);
    }
}

fn shared(check: &mut Check) {
    let path = "/scheme/ramfs/shared";
    let Some(file) = check.works("create", File::open(path, OPEN_READ | OPEN_WRITE | OPEN_CREATE)) else { return };
    let _ = file.write(&[b'.'; 5000]);
    let one = check.works("map a file", Mapping::shared(&file, 0, 2 * PAGE));
    let two = check.works("map its second page", Mapping::shared(&file, PAGE, PAGE));
    let (Some(one), Some(two)) = (one, two) else { return };
    let (one, two): (&[AtomicU8], &[AtomicU8]) = (one.cells(), two.cells());
    check.holds("the file's bytes", one[4999].load(Ordering::Relaxed) == b'.');
    one[4096].store(b'!', Ordering::Relaxed);
    check.holds("both mappings are one", two[0].load(Ordering::Relaxed) == b'!');
    let mut byte = [0];
    check.gives("read it", file.seek(4096).and_then(|()| file.read(&mut byte)), Ok(1));
    check.holds("the file has changed too", byte == [b'!']);
    check.gives("remove", call::unlink(path.as_bytes()), Ok(()));
}

fn private(check: &mut Check) {
    let Some(file) = check.works("open", File::reading("/scheme/initfs/etc/init.rc")) else { return };
    let writable = Map { offset: 0, bytes: PAGE, flags: MAP_SHARED | BOTH, address: 0 };
    check.fails("map the archive to write", Mapping::of(&file, writable), EACCES);
    let map = Map { flags: MAP_PRIVATE | BOTH, ..writable };
    let one = check.works("map a copy", Mapping::of(&file, map));
    let two = check.works("map another", Mapping::of(&file, map));
    let (Some(one), Some(two)) = (one, two) else { return };
    let (one, two): (&[AtomicU8], &[AtomicU8]) = (one.cells(), two.cells());
    check.holds("the same bytes", one[0].load(Ordering::Relaxed) == b'#' && two[0].load(Ordering::Relaxed) == b'#');
    one[0].store(b'%', Ordering::Relaxed);
    check.holds("ours has changed", one[0].load(Ordering::Relaxed) == b'%');
    check.holds("the other has not", two[0].load(Ordering::Relaxed) == b'#');
    let mut byte = [0];
    check.gives("read", file.read(&mut byte), Ok(1));
    check.holds("nor has the archive", byte == [b'#']);
}
