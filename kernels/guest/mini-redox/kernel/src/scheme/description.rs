//! File descriptions: what an open file is, whoever has a descriptor of it.

use common::probe;
use redox_abi::error::{Result, EBADF, EMFILE};

use super::event::Events;
use super::{with_scheme, Schemes};
use crate::context::{Context, Status, MOST_FILES};
use crate::kernel::KERNEL;

/// How many file descriptions there can be at once.
pub const MOST_DESCRIPTIONS: usize = 192;
/// How much of the path that it was opened by is kept.
pub const KEPT_PATH_BYTES: usize = 64;

/// An open file, shared by all descriptors that were copied from one another.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Description {
    /// How many descriptors there are of it; 0 if this entry is free.
    pub uses: u32,
    /// The scheme that serves it.
    pub scheme: u32,
    /// The number that the scheme gave it.
    pub number: u64,
    /// Where the next read or write begins.
    pub offset: u64,
    /// The `OPEN_` flags.
    pub flags: u64,
    /// The path that it was opened by, cut off where it is too long.
    pub path: [u8; KEPT_PATH_BYTES],
}

impl Description {
    const FREE: Description =
        Description { uses: 0, scheme: 0, number: 0, offset: 0, flags: 0, path: [0; KEPT_PATH_BYTES] };

    /// A new one with one use.
    pub fn new(scheme: u32, number: u64, flags: u64, path: &[u8]) -> Self {
        let mut description = Description { uses: 1, scheme, number, flags, ..Description::FREE };
        for (to, from) in description.path.iter_mut().zip(path) {
            *to = *from;
        }
        description
    }

    /// The path as far as it was kept.
    pub fn path(&self) -> &[u8] {
        let length = self.path.iter().position(|byte| *byte == 0).unwrap_or(KEPT_PATH_BYTES);
        &self.path[..length]
    }
}

/// The table of file descriptions.
#[repr(C)]
pub struct Descriptions {
    pub all: [Description; MOST_DESCRIPTIONS],
}

impl Descriptions {
    pub const fn new() -> Self {
        Descriptions { all: [Description::FREE; MOST_DESCRIPTIONS] }
    }

    /// Adds one and gives its place.
    pub fn insert(&mut self, description: Description) -> Result<usize> {
        let place = self.all.iter().position(|each| each.uses == 0).ok_or(EMFILE)?;
        self.all[place] = description;
        Ok(place)
    }

    /// The one behind a descriptor of a context: its place.
    pub fn place_of(&self, context: &Context, descriptor: u64) -> Result<usize> {
        let entry = context.files.get(descriptor as usize).copied().unwrap_or(0);
        entry.checked_sub(1).map(|place| place as usize).ok_or(EBADF)
    }

    /// One use more.
    pub fn share(&mut self, place: usize) {
        self.all[place].uses += 1;
    }

    /// One use less. The last one frees the entry and gives scheme and number, which the scheme must be told.
    fn release(&mut self, events: &mut Events, place: usize) -> Option<(u32, u64)> {
        let description = &mut self.all[place];
        description.uses -= 1;
        if description.uses > 0 {
            return None;
        }
        let file = (description.scheme, description.number);
        *description = Description::FREE;
        // A scheme may give one number to several descriptions.
        if !self.all.iter().any(|each| each.uses > 0 && (each.scheme, each.number) == file) {
            events.forget(file.0, file.1);
        }
        Some(file)
    }
}

/// Takes one use of a description away; the scheme is told if it was the last one. The kernel's state must not be in use.
pub fn release(place: usize) {
    let last = KERNEL.with(|kernel| {
        let Schemes { descriptions, events, .. } = &mut kernel.schemes;
        descriptions.release(events, place)
    });
    if let Some((scheme, number)) = last {
        // A scheme that is gone needs no telling.
        let _ = with_scheme(scheme, |scheme| scheme.close(number));
    }
}

/// Puts a description, one use of which is the caller's, behind the lowest free descriptor of the current context.
pub fn install(place: usize) -> Result<u64> {
    let found = KERNEL.with(|kernel| {
        let description = kernel.schemes.descriptions.all[place];
        let context = kernel.contexts.current();
        let descriptor = context.files.iter().position(|entry| *entry == 0).ok_or(EMFILE)?;
        context.files[descriptor] = place as u32 + 1;
        probe!(redox, fd_open, context.pid, descriptor, description.scheme, description.number);
        Ok(descriptor as u64)
    });
    if found.is_err() {
        release(place);
    }
    found
}

/// Empties a descriptor of the current context.
pub fn remove(descriptor: u64) -> Result<u64> {
    let place = KERNEL.with(|kernel| {
        let context = kernel.contexts.current();
        let place = kernel.schemes.descriptions.place_of(context, descriptor)?;
        context.files[descriptor as usize] = 0;
        let description = kernel.schemes.descriptions.all[place];
        probe!(redox, fd_close, context.pid, descriptor, description.scheme, description.number);
        Ok(place)
    })?;
    release(place);
    Ok(0)
}

/// Takes all descriptors of a context away that has not run, or never will again.
pub fn remove_all_of(pid: u32) {
    for descriptor in 0..MOST_FILES {
        let place = KERNEL.with(|kernel| {
            let context = kernel.contexts.all.iter_mut().find(|each| each.status != Status::Free && each.pid == pid)?;
            core::mem::take(&mut context.files[descriptor]).checked_sub(1)
        });
        if let Some(place) = place {
            release(place as usize);
        }
    }
}
