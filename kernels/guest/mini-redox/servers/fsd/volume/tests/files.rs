//! Files and directories, as clients of the server see them.

mod memory;

use fsd_volume::content::LONGEST;
use fsd_volume::{Kind, Left, State, Volume, BLOCK};
use memory::{MemoryDisk, BLOCKS};
use redox_abi::error::{EEXIST, EINVAL, ENOENT, ENOSPC, ENOTDIR, ENOTEMPTY};

fn fresh() -> Volume<MemoryDisk> {
    let mut disk = MemoryDisk::new();
    Volume::format(&mut disk).unwrap();
    Volume::mount(disk).unwrap().0
}

/// Bytes that differ from place to place.
fn pattern(seed: usize, length: usize) -> Vec<u8> {
    (0..length).map(|index| (index * 7 + index / 251 + seed) as u8).collect()
}

fn content(volume: &mut Volume<MemoryDisk>, path: &str) -> Vec<u8> {
    let number = volume.find(path).unwrap();
    let length = volume.stat(number).unwrap().1 as usize;
    let mut bytes = vec![0; length + 100];
    let count = volume.read(number, 0, &mut bytes).unwrap();
    bytes.truncate(count);
    bytes
}

fn listing(volume: &mut Volume<MemoryDisk>, path: &str) -> String {
    let number = volume.find(path).unwrap();
    let mut text = String::new();
    let mut part = [0; 7];
    loop {
        match volume.list(number, text.len() as u64, &mut part).unwrap() {
            0 => return text,
            count => text.push_str(std::str::from_utf8(&part[..count]).unwrap()),
        }
    }
}

#[test]
fn tells_empty_disks_from_others() {
    let mut disk = MemoryDisk::new();
    assert_eq!(Volume::state(&mut disk), Ok(State::Empty));
    assert_eq!(Volume::mount(disk.clone()).err(), Some(EINVAL));
    Volume::format(&mut disk).unwrap();
    assert_eq!(Volume::state(&mut disk), Ok(State::Formatted));
    disk.blocks[0][0] = 1;
    assert_eq!(Volume::state(&mut disk), Ok(State::Foreign));
}

#[test]
fn survives_a_remount() {
    let mut volume = fresh();
    let number = volume.create("notes", Kind::File).unwrap();
    assert_eq!(volume.write(number, 0, &pattern(1, 6000)), Ok(6000));
    let (mut volume, left) = Volume::mount(volume.into_disk()).unwrap();
    assert_eq!(left, Left::default());
    assert_eq!(content(&mut volume, "notes"), pattern(1, 6000));
}

#[test]
fn reads_and_writes_at_any_offset() {
    let mut volume = fresh();
    let number = volume.create("a", Kind::File).unwrap();
    let mut expected = Vec::new();
    for (seed, offset, length) in [(1, 0, 10), (2, 500, 30), (3, 5, 1000), (4, 3000, 1), (5, 14_000, 2000), (6, 511, 2)] {
        let bytes = pattern(seed, length);
        assert_eq!(volume.write(number, offset as u64, &bytes), Ok(length));
        expected.resize(expected.len().max(offset + length), 0);
        expected[offset..offset + length].copy_from_slice(&bytes);
        assert_eq!(content(&mut volume, "a"), expected);
    }
    let mut part = [0; 100];
    assert_eq!(volume.read(number, 15_950, &mut part), Ok(50));
    assert_eq!(part[..50], expected[15_950..]);
    assert_eq!(volume.read(number, 20_000, &mut part), Ok(0));
}

#[test]
fn gives_all_space_back() {
    let mut volume = fresh();
    volume.create("other", Kind::File).unwrap();
    let free = volume.free();
    for length in [1, BLOCK, 28 * BLOCK, 28 * BLOCK + 1, 40_000, LONGEST as usize] {
        let number = volume.create("big", Kind::File).unwrap();
        assert_eq!(volume.write(number, 0, &pattern(3, length)), Ok(length));
        assert!(volume.free() < free);
        volume.truncate(number, 15_000.min(length as u64)).unwrap();
        volume.truncate(number, 10.min(length as u64)).unwrap();
        assert_eq!(volume.unlink("big"), Ok(number));
        volume.release(number).unwrap();
        assert_eq!(volume.free(), free, "after {length} bytes");
        let (again, left) = Volume::mount(volume.into_disk()).unwrap();
        assert_eq!(left, Left::default(), "after {length} bytes");
        volume = again;
    }
}

#[test]
fn shows_zeros_where_a_cut_file_grows_again() {
    let mut volume = fresh();
    let number = volume.create("a", Kind::File).unwrap();
    volume.write(number, 0, &[0xAA; 3000]).unwrap();
    volume.truncate(number, 100).unwrap();
    volume.truncate(number, 2000).unwrap();
    let mut expected = vec![0xAA; 100];
    expected.resize(2000, 0);
    assert_eq!(content(&mut volume, "a"), expected);
    volume.truncate(number, 50).unwrap();
    volume.write(number, 700, b"x").unwrap();
    let mut expected = vec![0xAA; 50];
    expected.resize(700, 0);
    expected.push(b'x');
    assert_eq!(content(&mut volume, "a"), expected);
}

#[test]
fn says_when_the_disk_is_full_and_goes_on() {
    let mut volume = fresh();
    let mut names = 0;
    let (full, written) = loop {
        names += 1;
        let number = volume.create(&format!("file-{names}"), Kind::File).unwrap();
        match volume.write(number, 0, &pattern(names, 100_000)) {
            Ok(100_000) => continue,
            Ok(count) => break (number, count),
            Err(error) => panic!("{error:?}"),
        }
    };
    assert_eq!(volume.free(), 0);
    assert_eq!(volume.write(full, written as u64, b"more"), Err(ENOSPC));
    let second = volume.create("second", Kind::File).unwrap();
    assert_eq!(volume.write(second, 0, b"x"), Err(ENOSPC));
    for name in 1..names {
        assert_eq!(content(&mut volume, &format!("file-{name}")), pattern(name, 100_000));
    }
    let first = volume.unlink("file-1").unwrap();
    volume.release(first).unwrap();
    assert_eq!(volume.write(second, 0, b"x"), Ok(1));
    assert_eq!(volume.write(second, LONGEST, b"x"), Err(ENOSPC));
}

#[test]
fn has_directories_of_any_depth() {
    let mut volume = fresh();
    volume.create("a", Kind::Directory).unwrap();
    volume.create("a/b", Kind::Directory).unwrap();
    let deep = volume.create("/a/b/c", Kind::File).unwrap();
    volume.write(deep, 0, b"deep").unwrap();
    volume.create("top", Kind::File).unwrap();
    assert_eq!(listing(&mut volume, ""), "a/\ntop\n");
    assert_eq!(listing(&mut volume, "/a/"), "b/\n");
    assert_eq!(content(&mut volume, "a/b/c"), b"deep");
    assert_eq!(volume.find("a/x"), Err(ENOENT));
    assert_eq!(volume.find("top/x"), Err(ENOTDIR));
    assert_eq!(volume.create("top/x", Kind::File), Err(ENOTDIR));
    assert_eq!(volume.create("a/b", Kind::File), Err(EEXIST));
    assert_eq!(volume.unlink("a/b"), Err(ENOTEMPTY));
    let number = volume.unlink("a/b/c").unwrap();
    volume.release(number).unwrap();
    let number = volume.unlink("a/b").unwrap();
    volume.release(number).unwrap();
    assert_eq!(listing(&mut volume, "a"), "");
}

#[test]
fn refuses_names_that_cannot_be() {
    let mut volume = fresh();
    let free = volume.free();
    for name in ["", "/", ".", "a-name-of-more-than-twenty-nine-bytes"] {
        let result = volume.create(name, Kind::File);
        assert!(result == Err(EINVAL), "{name}: {result:?}");
    }
    assert_eq!(volume.unlink("/"), Err(EINVAL));
    assert_eq!((volume.free(), listing(&mut volume, "")), (free, String::new()));
}

#[test]
fn has_as_many_files_as_inodes() {
    let mut volume = fresh();
    let mut count = 0;
    while volume.create(&format!("{count}"), Kind::File).is_ok() {
        count += 1;
    }
    assert_eq!(count, BLOCKS / 8 - 1, "all but the root's");
    assert_eq!(volume.create("one-more", Kind::File), Err(ENOSPC));
    assert_eq!(listing(&mut volume, "").lines().count(), count);
}
