//! System calls on files: from a descriptor to the scheme behind it.

use common::probe;
use redox_abi::error::{Result, EBADF, EINVAL, EMFILE, EOPNOTSUPP};
use redox_abi::flag::{SEEK_CURRENT, SEEK_END, SEEK_SET};
use redox_abi::record::Map;

use super::description::{self, Description};
use super::{id, path as paths, with_scheme, Caller, Opened, Scheme, KERNEL_SCHEMES};
use crate::context::table::ContextId;
use crate::context::MOST_FILES;
use crate::kernel::KERNEL;
use crate::memory::user::UserSlice;
use crate::memory::PAGE;

/// The longest path, and the longest name below a file.
const MOST_PATH_BYTES: usize = PAGE as usize;

/// Bytes of a path, copied from the program.
struct PathBytes {
    bytes: [u8; MOST_PATH_BYTES],
    length: usize,
}

impl PathBytes {
    fn copy(from: UserSlice) -> Result<PathBytes> {
        let mut path = PathBytes { bytes: [0; MOST_PATH_BYTES], length: 0 };
        if from.bytes > MOST_PATH_BYTES as u64 {
            return Err(EINVAL);
        }
        path.length = from.read(&mut path.bytes)? as usize;
        Ok(path)
    }

    /// For those who watch: whose path it is, how long, and how it begins.
    fn tell(&self) {
        if let Some(start) = self.bytes.first_chunk::<32>() {
            let pid = KERNEL.with(|kernel| kernel.contexts.current().pid);
            probe!(redox, path, pid, self.length; start);
        }
    }

    fn get(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

fn caller() -> Caller {
    Caller { uid: KERNEL.with(|kernel| kernel.contexts.current().uid) }
}

/// The description behind a descriptor, as it is now, and its place.
fn look_up(descriptor: u64) -> Result<(Description, usize)> {
    KERNEL.with(|kernel| {
        let descriptions = &kernel.schemes.descriptions;
        let place = descriptions.place_of(kernel.contexts.current(), descriptor)?;
        Ok((descriptions.all[place], place))
    })
}

/// Asks the scheme behind a descriptor.
fn ask<R>(descriptor: u64, question: impl FnOnce(&dyn Scheme, u64) -> Result<R>) -> Result<R> {
    let (description, _) = look_up(descriptor)?;
    with_scheme(description.scheme, |scheme| question(scheme, description.number))?
}

/// A descriptor for what a scheme opened.
fn install(opened: Opened, scheme: u32, flags: u64, path: &[u8]) -> Result<u64> {
    let place = match opened {
        Opened::Other(place) => place,
        Opened::Own(number) => {
            let new = Description::new(scheme, number, flags, path);
            KERNEL.with(|kernel| kernel.schemes.descriptions.insert(new)).inspect_err(|_| {
                // Nobody will have it.
                let _ = with_scheme(scheme, |scheme| scheme.close(number));
            })?
        }
    };
    description::install(place)
}

/// EMFILE now, and not when a server has opened something already.
fn check_room() -> Result<()> {
    KERNEL.with(|kernel| if kernel.contexts.current().files.contains(&0) { Ok(()) } else { Err(EMFILE) })
}

pub fn open(path: UserSlice, flags: u64) -> Result<u64> {
    let path = PathBytes::copy(path)?;
    path.tell();
    let (scheme, rest) = paths::resolve(path.get())?;
    check_room()?;
    let opened = with_scheme(scheme, |scheme| scheme.open(rest, flags, caller()))??;
    install(opened, scheme, flags, path.get())
}

pub fn unlink(path: UserSlice) -> Result<u64> {
    let path = PathBytes::copy(path)?;
    path.tell();
    let (scheme, rest) = paths::resolve(path.get())?;
    with_scheme(scheme, |scheme| scheme.unlink(rest, caller()))?
}

pub fn close(descriptor: u64) -> Result<u64> {
    description::remove(descriptor)
}

/// Without a name: one more descriptor of the same description. With one: something below the file, as its scheme says.
pub fn dup(descriptor: u64, name: UserSlice) -> Result<u64> {
    let (below, place) = look_up(descriptor)?;
    check_room()?;
    if name.bytes == 0 {
        KERNEL.with(|kernel| kernel.schemes.descriptions.share(place));
        return description::install(place);
    }
    let name = PathBytes::copy(name)?;
    let opened = with_scheme(below.scheme, |scheme| scheme.dup(below.number, name.get(), caller()))??;
    install(opened, below.scheme, below.flags, below.path())
}

/// As [`dup`], but to a descriptor that the program chooses; what that was is closed.
pub fn dup2(descriptor: u64, new: u64, name: UserSlice) -> Result<u64> {
    look_up(descriptor)?;
    if new >= MOST_FILES as u64 {
        return Err(EBADF);
    }
    if descriptor == new {
        return Ok(new);
    }
    let copy = dup(descriptor, name)?;
    if copy == new {
        return Ok(new);
    }
    // It may be closed already.
    let _ = close(new);
    KERNEL.with(|kernel| {
        let context = kernel.contexts.current();
        context.files[new as usize] = core::mem::take(&mut context.files[copy as usize]);
        let description = &kernel.schemes.descriptions.all[context.files[new as usize] as usize - 1];
        probe!(redox, fd_close, context.pid, copy, description.scheme, description.number);
        probe!(redox, fd_open, context.pid, new, description.scheme, description.number);
    });
    Ok(new)
}

/// Moves bytes at the description's offset, which goes on by as many.
fn transfer(descriptor: u64, action: impl FnOnce(&dyn Scheme, &Description) -> Result<u64>) -> Result<u64> {
    let (description, place) = look_up(descriptor)?;
    let bytes = with_scheme(description.scheme, |scheme| action(scheme, &description))??;
    KERNEL.with(|kernel| {
        let offset = &mut kernel.schemes.descriptions.all[place].offset;
        *offset = offset.wrapping_add(bytes);
    });
    Ok(bytes)
}

pub fn read(descriptor: u64, buffer: UserSlice) -> Result<u64> {
    transfer(descriptor, |scheme, file| scheme.read(file.number, buffer, file.offset, file.flags))
}

pub fn write(descriptor: u64, buffer: UserSlice) -> Result<u64> {
    transfer(descriptor, |scheme, file| scheme.write(file.number, buffer, file.offset, file.flags))
}

pub fn seek(descriptor: u64, offset: u64, whence: u64) -> Result<u64> {
    let (description, place) = look_up(descriptor)?;
    let from = match whence {
        SEEK_SET => 0,
        SEEK_CURRENT => description.offset,
        SEEK_END => ask(descriptor, |scheme, file| scheme.size(file))?,
        _ => return Err(EINVAL),
    };
    let offset = from.checked_add_signed(offset as i64).ok_or(EINVAL)?;
    KERNEL.with(|kernel| kernel.schemes.descriptions.all[place].offset = offset);
    Ok(offset)
}

pub fn stat(descriptor: u64, buffer: UserSlice) -> Result<u64> {
    let stat = ask(descriptor, |scheme, file| scheme.stat(file))?;
    buffer.write_record(&stat)?;
    Ok(0)
}

/// The path of a file: `/scheme/name/` and what the scheme says; if it says nothing, the path by which it was opened.
pub fn path(descriptor: u64, buffer: UserSlice) -> Result<u64> {
    let (description, _) = look_up(descriptor)?;
    let mut start = [0; PREFIX.len() + super::namespace::NAME_BYTES + 1];
    let length = name_of(description.scheme, &mut start);
    let rest = buffer.part(length as u64, u64::MAX);
    match with_scheme(description.scheme, |scheme| scheme.path(description.number, rest))? {
        Ok(bytes) => Ok(buffer.write(&start[..length])? + bytes),
        Err(EOPNOTSUPP) => buffer.write(description.path()),
        Err(error) => Err(error),
    }
}

const PREFIX: &[u8] = b"/scheme/";

/// Writes `/scheme/name/`, and gives its length.
fn name_of(scheme: u32, to: &mut [u8]) -> usize {
    let mut put = |name: &[u8]| {
        let all = PREFIX.iter().chain(name).chain(b"/");
        to.iter_mut().zip(all).map(|(to, from)| *to = *from).count()
    };
    match KERNEL_SCHEMES.iter().find(|each| each.id == scheme) {
        Some(kernels) => put(kernels.name),
        None => KERNEL.with(|kernel| kernel.schemes.users.get(scheme).map_or(0, |user| put(user.name()))),
    }
}

pub fn sync(descriptor: u64) -> Result<u64> {
    ask(descriptor, |scheme, file| scheme.sync(file))
}

pub fn truncate(descriptor: u64, bytes: u64) -> Result<u64> {
    ask(descriptor, |scheme, file| scheme.truncate(file, bytes))
}

pub fn map(descriptor: u64, map: UserSlice) -> Result<u64> {
    let map = map.read_record::<Map>()?;
    ask(descriptor, |scheme, file| scheme.map(file, &map))
}

/// Asks what is ready, without an event queue.
pub fn event(descriptor: u64, flags: u64) -> Result<u64> {
    let (description, _) = look_up(descriptor)?;
    if description.scheme == id::EVENT {
        return Err(EBADF);
    }
    ask(descriptor, |scheme, file| scheme.event(file, flags))
}

/// Gives a descriptor of the current context's to another one, in the place of what that had there.
pub fn share(own: u64, to: ContextId, its: u64) -> Result<()> {
    let (description, place) = look_up(own)?;
    let before = KERNEL.with(|kernel| {
        let context = kernel.contexts.get(to);
        let entry = context.files.get_mut(its as usize).ok_or(EBADF)?;
        let before = core::mem::replace(entry, place as u32 + 1);
        probe!(redox, fd_open, context.pid, its, description.scheme, description.number);
        kernel.schemes.descriptions.share(place);
        Ok(before)
    })?;
    if let Some(place) = before.checked_sub(1) {
        description::release(place as usize);
    }
    Ok(())
}

/// Closes the files of a context that will not run.
pub fn close_files_of(pid: u32) {
    description::remove_all_of(pid);
}
