//! Folders for schemes that have none: names such as `bin/init` are files, and what stands before a slash is a folder.
//!
//! A folder is read as text, a line for each name in it; the name of a folder ends with a slash.

/// What is left of a name below a folder; all of it below the topmost one, whose name is empty.
pub fn below<'a>(name: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() {
        return Some(name);
    }
    name.strip_prefix(folder)?.strip_prefix('/')
}

/// The first word of a path, with its slash if it is a folder.
fn first_word(path: &str) -> &str {
    path.find('/').map_or(path, |slash| &path[..=slash])
}

/// Reads a folder's lines from an offset on; how many bytes.
pub fn read<'a>(names: impl Iterator<Item = &'a str> + Clone, folder: &str, buffer: &mut [u8], offset: u64) -> u64 {
    let words = names.filter_map(|name| below(name, folder)).map(first_word);
    let mut skip = offset as usize;
    let mut count = 0;
    for (index, word) in words.clone().enumerate() {
        if words.clone().take(index).any(|before| before == word) {
            continue;
        }
        for byte in word.bytes().chain([b'\n']) {
            if skip > 0 {
                skip -= 1;
            } else if let Some(target) = buffer.get_mut(count) {
                *target = byte;
                count += 1;
            }
        }
    }
    count as u64
}
