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
use redox_runtime::Result;

use crate::check::Check;

const BOTH: u64 = PROTECT_READ | PROTECT_WRITE;

pub fn all(check: &mut Check) {
    fresh(check);
    shared(check);
    private(check);
    mapped_behind_close(check);
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

/// More files than ramfs has room for: each must be forgotten with its last mapping.
const MANY: usize = 36;
/// As many of them as a child makes, and how often it maps each.
const AT_ONCE: usize = 12;
const MAPPINGS: usize = 3;

/// The kernel tells the server of the end of a mapping by the number of a file that has been closed before.
fn mapped_behind_close(check: &mut Check) {
    let made = (0..MANY).take_while(|_| map_behind_close().is_ok()).count();
    check.holds("files that are mapped when they are closed", made == MANY);
    let ended = (0..MANY / AT_ONCE).take_while(|_| crate::processes::ends_with_mappings()).count();
    check.holds("files that are mapped when their process ends", ended * AT_ONCE == MANY);
    check.works("there is room for another", map_without_name());
}

fn map_behind_close() -> Result<()> {
    let (file, mapping) = map_without_name()?;
    drop(file);
    // It gets no number that something is mapped by.
    let other = File::open("/scheme/ramfs/other", OPEN_READ | OPEN_WRITE | OPEN_CREATE)?;
    let cells: &[AtomicU8] = mapping.cells();
    let is_kept = cells[0].load(Ordering::Relaxed) == b'.';
    drop(mapping);
    other.write(b"not mapped")?;
    call::unlink(b"/scheme/ramfs/other")?;
    if is_kept { Ok(()) } else { Err(EACCES) }
}

/// A file that has no name, but is mapped.
fn map_without_name() -> Result<(File, Mapping)> {
    let path = "/scheme/ramfs/mapped";
    let file = File::open(path, OPEN_READ | OPEN_WRITE | OPEN_CREATE)?;
    file.write(&[b'.'; 100])?;
    call::unlink(path.as_bytes())?;
    let mapping = Mapping::shared(&file, 0, PAGE)?;
    Ok((file, mapping))
}

/// What a child does: it maps files, and leaves it to the kernel to take all that back.
pub fn end_with_mappings() -> Result<()> {
    for _ in 0..AT_ONCE {
        let (file, first) = map_without_name()?;
        for _ in 1..MAPPINGS {
            core::mem::forget(Mapping::shared(&file, 0, PAGE)?);
        }
        core::mem::forget((file, first));
    }
    Ok(())
}
