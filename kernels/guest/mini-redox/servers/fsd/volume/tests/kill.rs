//! A kill of the server after every single write to the disk.

mod memory;

use std::collections::BTreeMap;

use fsd_volume::{Kind, Left, State, Volume};
use memory::MemoryDisk;
use redox_abi::error::Result;

/// What a change leaves: the bytes of each file by name.
type Files = BTreeMap<&'static str, Vec<u8>>;

/// A change, and what it does to the files.
type Step = (fn(&mut Volume<MemoryDisk>) -> Result<()>, fn(&mut Files));

fn remove(volume: &mut Volume<MemoryDisk>, path: &str) -> Result<()> {
    let number = volume.unlink(path)?;
    volume.release(number)
}

const STEPS: &[Step] = &[
    (|volume| volume.create("one", Kind::File).map(drop), |files| drop(files.insert("one", vec![]))),
    (
        |volume| volume.find("one").and_then(|number| volume.write(number, 0, &[1; 700])).map(drop),
        |files| drop(files.insert("one", vec![1; 700])),
    ),
    (|volume| volume.create("folder", Kind::Directory).map(drop), |_| {}),
    (|volume| volume.create("folder/two", Kind::File).map(drop), |files| drop(files.insert("folder/two", vec![]))),
    (
        |volume| volume.find("folder/two").and_then(|number| volume.write(number, 0, &[2; 20_000])).map(drop),
        |files| drop(files.insert("folder/two", vec![2; 20_000])),
    ),
    (
        |volume| volume.find("folder/two").and_then(|number| volume.truncate(number, 15_000)),
        |files| files.get_mut("folder/two").unwrap().truncate(15_000),
    ),
    (|volume| remove(volume, "one"), |files| drop(files.remove("one"))),
    (|volume| volume.create("three", Kind::File).map(drop), |files| drop(files.insert("three", vec![]))),
    (
        |volume| volume.find("three").and_then(|number| volume.write(number, 5000, &[3; 100])).map(drop),
        |files| drop(files.insert("three", [vec![0; 5000], vec![3; 100]].concat())),
    ),
    (
        |volume| volume.find("folder/two").and_then(|number| volume.write(number, 15_000, &[4; 3000])).map(drop),
        |files| files.get_mut("folder/two").unwrap().resize(18_000, 4),
    ),
    (|volume| remove(volume, "folder/two"), |files| drop(files.remove("folder/two"))),
    (|volume| remove(volume, "folder"), |_| {}),
];

fn content(volume: &mut Volume<MemoryDisk>, path: &str) -> Option<Vec<u8>> {
    let number = volume.find(path).ok()?;
    let mut bytes = vec![0; volume.stat(number).unwrap().1 as usize];
    assert_eq!(volume.read(number, 0, &mut bytes), Ok(bytes.len()));
    Some(bytes)
}

/// Runs the steps until the disk is cut off; which one that was, and the files before it.
fn run(disk: MemoryDisk) -> (MemoryDisk, Option<usize>, Files) {
    let mut files = Files::new();
    let (mut volume, _) = Volume::mount(disk).unwrap();
    for (index, (act, expect)) in STEPS.iter().enumerate() {
        if act(&mut volume).is_err() {
            return (volume.into_disk(), Some(index), files);
        }
        expect(&mut files);
    }
    (volume.into_disk(), None, files)
}

fn formatted() -> MemoryDisk {
    let mut disk = MemoryDisk::new();
    Volume::format(&mut disk).unwrap();
    disk
}

#[test]
fn a_kill_after_any_write_leaves_a_disk_that_mounts() {
    let mut had_left = 0;
    for writes in 1.. {
        let (mut disk, stopped, before) = run(MemoryDisk { writes_left: writes, ..formatted() });
        disk.writes_left = usize::MAX;
        let (mut volume, left) = Volume::mount(disk).unwrap_or_else(|error| panic!("after {writes} writes: {error:?}"));
        had_left += (left != Left::default()) as usize;
        let mut after = before.clone();
        if let Some(stopped) = stopped {
            STEPS[stopped].1(&mut after);
        }
        for name in ["one", "folder/two", "three"] {
            let bytes = content(&mut volume, name);
            if before.get(name) == after.get(name) {
                assert_eq!(bytes.as_ref(), before.get(name), "{name} after {writes} writes");
            } else if let Some(bytes) = bytes {
                // The file that was being changed: at least what was there and stays, and no more than was to be.
                let (old, new) = (before.get(name).cloned().unwrap_or_default(), after.get(name).cloned().unwrap_or_default());
                let kept = old.len().min(new.len());
                assert!(bytes.len() >= kept && bytes.len() <= old.len().max(new.len()), "{name} after {writes} writes");
                assert_eq!(bytes[..kept], old[..kept], "{name} after {writes} writes");
            }
        }
        let (volume, left) = Volume::mount(volume.into_disk()).unwrap();
        assert_eq!(left, Left::default(), "nothing is left a second time");
        let mut volume = volume;
        volume.create("next", Kind::File).and_then(|number| volume.write(number, 0, &[9; 30_000])).unwrap();
        assert_eq!(content(&mut volume, "next"), Some(vec![9; 30_000]));
        if stopped.is_none() {
            assert!(writes > 100 && had_left > 20, "{writes} writes, {had_left} with something left");
            return;
        }
    }
}

#[test]
fn a_kill_while_formatting_leaves_an_empty_disk() {
    for writes in 0.. {
        let mut disk = MemoryDisk { writes_left: writes, ..MemoryDisk::new() };
        let is_done = Volume::format(&mut disk).is_ok();
        disk.writes_left = usize::MAX;
        let expected = if is_done { State::Formatted } else { State::Empty };
        assert_eq!(Volume::state(&mut disk), Ok(expected));
        if is_done {
            return;
        }
    }
}

#[test]
fn damage_is_found() {
    let (disk, _, _) = run(formatted());
    let mut volume = Volume::mount(disk).unwrap().0;
    let number = volume.create("a", Kind::File).unwrap();
    volume.write(number, 0, &[7; 1000]).unwrap();
    let mut disk = volume.into_disk();
    // The second block of the file is said to be its first.
    let inode = &mut disk.blocks[2 + (number as usize - 1) / 8];
    let at = (number as usize - 1) % 8 * 64 + 8;
    inode.copy_within(at..at + 2, at + 2);
    assert_eq!(Volume::mount(disk).err(), Some(redox_abi::error::EIO));
}
