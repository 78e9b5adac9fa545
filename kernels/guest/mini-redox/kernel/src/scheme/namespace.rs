//! Namespaces: which names of schemes a context can use.
//!
//! Namespace 0 is the null namespace, which drivers go to when they have opened all that they need. Namespace 1 is the
//! root namespace, where servers register. Others are made of names of the maker's.

use common::probe;
use redox_abi::error::{Result, EACCES, EEXIST, EINVAL, ENODEV, ENOMEM, EPERM};

use super::{id, KERNEL_SCHEMES};
use crate::context::Context;
use crate::kernel::{Kernel, KERNEL};
use crate::memory::user::UserSlice;

/// How many namespaces there can be.
pub const MOST_NAMESPACES: usize = 16;
/// How many names one can have.
pub const MOST_NAMES: usize = 32;
/// How long a name can be.
pub const NAME_BYTES: usize = 24;

pub const NULL: u32 = 0;
pub const ROOT: u32 = 1;

/// A name of a scheme.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Name {
    /// The scheme; 0 if this entry is free.
    pub scheme: u32,
    pub length: u32,
    pub bytes: [u8; NAME_BYTES],
}

impl Name {
    const FREE: Name = Name { scheme: 0, length: 0, bytes: [0; NAME_BYTES] };

    /// The name as it is written.
    pub fn text(&self) -> &[u8] {
        &self.bytes[..self.length as usize]
    }
}

/// A table from names to schemes.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Namespace {
    pub is_used: bool,
    pub names: [Name; MOST_NAMES],
}

impl Namespace {
    const FREE: Namespace = Namespace { is_used: false, names: [Name::FREE; MOST_NAMES] };

    fn find(&self, name: &[u8]) -> Option<u32> {
        self.names.iter().find(|each| each.scheme != 0 && each.text() == name).map(|each| each.scheme)
    }

    /// Adds a name.
    pub fn insert(&mut self, name: &[u8], scheme: u32) -> Result<()> {
        if self.find(name).is_some() {
            return Err(EEXIST);
        }
        let place = self.names.iter_mut().find(|each| each.scheme == 0).ok_or(ENOMEM)?;
        let mut entry = Name { scheme, length: name.len() as u32, ..Name::FREE };
        entry.bytes.get_mut(..name.len()).ok_or(EINVAL)?.copy_from_slice(name);
        *place = entry;
        Ok(())
    }
}

/// All namespaces, by number.
#[repr(C)]
pub struct Namespaces {
    pub all: [Namespace; MOST_NAMESPACES],
}

impl Namespaces {
    pub const fn new() -> Self {
        Namespaces { all: [Namespace::FREE; MOST_NAMESPACES] }
    }

    /// Makes the null and the root namespace.
    pub fn start(&mut self) -> Result<()> {
        self.all[NULL as usize].is_used = true;
        self.all[ROOT as usize].is_used = true;
        for each in KERNEL_SCHEMES {
            self.all[ROOT as usize].insert(each.name, each.id)?;
            if matches!(each.id, id::MEMORY | id::PIPE) {
                self.all[NULL as usize].insert(each.name, each.id)?;
            }
        }
        Ok(())
    }

    /// The scheme of a name.
    pub fn find(&self, namespace: u32, name: &[u8]) -> Option<u32> {
        self.all.get(namespace as usize).filter(|each| each.is_used)?.find(name)
    }

    /// A namespace that exists.
    pub fn get(&mut self, namespace: u64) -> Result<&mut Namespace> {
        self.all.get_mut(namespace as usize).filter(|each| each.is_used).ok_or(EINVAL)
    }

    /// Takes all names of a scheme away, everywhere.
    pub fn forget(&mut self, scheme: u32) {
        for name in self.all.iter_mut().flat_map(|each| each.names.iter_mut()).filter(|name| name.scheme == scheme) {
            *name = Name::FREE;
        }
    }

    /// The number of a free one; those that no context is in are free too when there is no other.
    fn free_number(&mut self, contexts: &[Context]) -> Result<usize> {
        let is_empty = |number: usize| {
            !contexts.iter().any(|each| {
                each.is_alive() && [each.root_namespace, each.effective_namespace].contains(&(number as u32))
            })
        };
        let unused = self.all.iter().position(|each| !each.is_used);
        unused.or_else(|| (ROOT as usize + 1..MOST_NAMESPACES).find(|number| is_empty(*number))).ok_or(ENOMEM)
    }
}

/// Makes a namespace: what every one has, and those names of the current context's root namespace that `names` lists as
/// pairs of address and length. Gives its number.
pub fn make(names: UserSlice) -> Result<u64> {
    let number = KERNEL.with(|kernel| {
        let context = kernel.contexts.current();
        if context.uid != 0 {
            return Err(EACCES);
        }
        if context.root_namespace == NULL {
            return Err(EPERM);
        }
        let namespaces = &mut kernel.schemes.namespaces;
        let number = namespaces.free_number(&kernel.contexts.all)?;
        let new = &mut namespaces.all[number];
        *new = Namespace { is_used: true, ..Namespace::FREE };
        for each in KERNEL_SCHEMES.iter().filter(|each| each.is_common) {
            new.insert(each.name, each.id)?;
        }
        Ok(number)
    })?;
    let added = add_names(number, names);
    if added.is_err() {
        KERNEL.with(|kernel| kernel.schemes.namespaces.all[number].is_used = false);
    }
    added.map(|()| number as u64)
}

fn add_names(number: usize, names: UserSlice) -> Result<()> {
    for pair in 0..names.bytes / 16 {
        let [address, length] = names.part(pair * 16, 16).read_record::<[u64; 2]>()?;
        let mut buffer = [0; NAME_BYTES];
        if length > NAME_BYTES as u64 {
            return Err(ENODEV);
        }
        let length = UserSlice::new(address, length)?.read(&mut buffer)?;
        let name = &buffer[..length as usize];
        KERNEL.with(|kernel| {
            let root = kernel.contexts.current().root_namespace;
            let namespaces = &mut kernel.schemes.namespaces;
            let scheme = namespaces.find(root, name).ok_or(ENODEV)?;
            match namespaces.all[number].insert(name, scheme) {
                Err(EEXIST) => Ok(()),
                other => other,
            }
        })?;
    }
    Ok(())
}

/// Moves the current context into other namespaces: one for making new ones, one for paths. `u64::MAX` leaves one as it
/// is. There is no way out of the null namespace.
pub fn enter(root: u64, effective: u64) -> Result<u64> {
    KERNEL.with(|kernel| {
        let root = allowed(kernel, root, |context| context.root_namespace)?;
        let effective = allowed(kernel, effective, |context| context.effective_namespace)?;
        let context = kernel.contexts.current();
        context.root_namespace = root;
        context.effective_namespace = effective;
        probe!(redox, namespace, context.pid, effective);
        Ok(0)
    })
}

fn allowed(kernel: &mut Kernel, wanted: u64, now: impl Fn(&Context) -> u32) -> Result<u32> {
    let context = kernel.contexts.current();
    let now = now(context);
    if wanted == u64::MAX || wanted == now as u64 {
        return Ok(now);
    }
    if wanted != NULL as u64 && (context.uid != 0 || context.root_namespace == NULL) {
        return Err(EPERM);
    }
    kernel.schemes.namespaces.get(wanted)?;
    Ok(wanted as u32)
}

/// Whether a namespace exists that the current context may put another one into.
pub fn check(namespace: u64) -> Result<()> {
    KERNEL.with(|kernel| allowed(kernel, namespace, |context| context.effective_namespace).map(|_| ()))
}
