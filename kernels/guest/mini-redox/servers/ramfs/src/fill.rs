//! What the file system starts with.

use common::text::Sink;
use redox_runtime::error::EINVAL;
use redox_runtime::file::File;
use redox_runtime::text::Line;
use redox_runtime::{common, Result};

use crate::store::Store;

const FOLDER: &str = "/scheme/initfs/ramfs";

/// Copies the files of the archive's folder; how many.
pub fn from_archive(store: &mut Store) -> Result<usize> {
    let mut names = [0; 1024];
    let length = File::reading(FOLDER)?.read(&mut names)?;
    let names = core::str::from_utf8(names.get(..length).unwrap_or(&[])).map_err(|_| EINVAL)?;
    let mut count = 0;
    for name in names.lines().filter(|name| !name.ends_with('/')) {
        copy(store, name)?;
        count += 1;
    }
    Ok(count)
}

fn copy(store: &mut Store, name: &str) -> Result<()> {
    let mut path = Line::new();
    path.text(FOLDER);
    path.text("/");
    path.text(name);
    let file = File::reading(path.as_str())?;
    let index = store.create(name)?;
    let mut block = [0; 1024];
    let mut offset = 0;
    loop {
        match file.read(&mut block)? {
            0 => return Ok(()),
            count => offset += store.write(index, block.get(..count).unwrap_or(&[]), offset)?,
        }
    }
}
