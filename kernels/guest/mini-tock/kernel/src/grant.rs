//! Grants: memory that a capsule keeps for each process, taken from that process's own RAM. A greedy process uses up
//! only its own, and when it dies its grants are gone.

use core::cell::{Cell, UnsafeCell};
use core::marker::PhantomData;
use core::mem::{align_of, offset_of, size_of};

use common::probe;

use crate::capability::MemoryAllocation;
use crate::error::ErrorCode;
use crate::kernel::{GRANTS, KERNEL};
use crate::process::{Process, ProcessId};
use crate::upcall::{Source, Upcall, UpcallId};

/// A process's entry in the table of grants: whose it is, and where; address 0 until first used.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct GrantSlot {
    pub driver: u32,
    pub address: u32,
}

/// What the kernel keeps of a subscription: the function, 0 if none, and the process's own word.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct SavedUpcall {
    pub function: u32,
    pub data: u32,
}

/// What the kernel keeps of an allowed buffer.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct SavedAllow {
    pub address: u32,
    pub length: u32,
}

/// The start of every grant: how many of each follow.
#[repr(C)]
pub struct GrantHeader {
    pub driver: u32,
    pub upcalls: u32,
    pub read_only: u32,
    pub read_write: u32,
    /// A capsule is inside: entering again would alias.
    pub is_entered: Cell<u32>,
}

/// A grant as it lies in the process's RAM.
#[repr(C)]
pub struct GrantBlock<T, const UPCALLS: usize, const READ_ONLY: usize, const READ_WRITE: usize> {
    header: GrantHeader,
    upcalls: [Cell<SavedUpcall>; UPCALLS],
    read_only: [Cell<SavedAllow>; READ_ONLY],
    read_write: [Cell<SavedAllow>; READ_WRITE],
    value: UnsafeCell<T>,
}

/// A capsule's right to a `T` in every process, with so many subscriptions and buffers.
pub struct Grant<T: Default + 'static, const UPCALLS: usize, const READ_ONLY: usize, const READ_WRITE: usize> {
    index: u32,
    driver: u32,
    content: PhantomData<UnsafeCell<T>>,
}

impl<T: Default + 'static, const U: usize, const RO: usize, const RW: usize> Grant<T, U, RO, RW> {
    /// Reserves an entry in every process's table; before any process is loaded.
    pub fn new(driver: u32, _right: &dyn MemoryAllocation) -> Self {
        Grant { index: KERNEL.register_grant(driver), driver, content: PhantomData }
    }

    /// Runs `body` on this process's value, which is made at first use.
    pub fn enter<R>(&self, id: ProcessId, body: impl FnOnce(&mut T, &Granted) -> R) -> Result<R, ErrorCode> {
        let process = KERNEL.process_of(id).ok_or(ErrorCode::NoDevice)?;
        let block = self.block_in(process)?;
        if block.header.is_entered.replace(1) != 0 {
            return Err(ErrorCode::Already);
        }
        let granted = Granted { process, driver: self.driver };
        // SAFETY: `is_entered` keeps a second reference from being made while `body` runs.
        let result = body(unsafe { &mut *block.value.get() }, &granted);
        block.header.is_entered.set(0);
        Ok(result)
    }

    /// Runs `body` for every process in which the grant exists, while it returns true.
    pub fn each(&self, mut body: impl FnMut(ProcessId, &mut T, &Granted) -> bool) {
        for process in KERNEL.processes() {
            if process.is_alive() && process.grant_address(self.index) != 0 {
                let id = process.id();
                if self.enter(id, |value, granted| body(id, value, granted)) == Ok(false) {
                    return;
                }
            }
        }
    }

    fn block_in(&self, process: &'static Process) -> Result<&'static GrantBlock<T, U, RO, RW>, ErrorCode> {
        let slot = process.grants.get(self.index as usize).ok_or(ErrorCode::NoMemory)?;
        if slot.get().address == 0 {
            let (size, align) = (size_of::<GrantBlock<T, U, RO, RW>>(), align_of::<GrantBlock<T, U, RO, RW>>());
            let address = process.memory.allocate_grant(process.index, size as u32, align as u32, &process.protection)
                .ok_or(ErrorCode::NoMemory)?;
            let header = GrantHeader {
                driver: self.driver,
                upcalls: U as u32,
                read_only: RO as u32,
                read_write: RW as u32,
                is_entered: Cell::new(0),
            };
            let block = GrantBlock::<T, U, RO, RW> {
                header,
                upcalls: [const { Cell::new(SavedUpcall { function: 0, data: 0 }) }; U],
                read_only: [const { Cell::new(SavedAllow { address: 0, length: 0 }) }; RO],
                read_write: [const { Cell::new(SavedAllow { address: 0, length: 0 }) }; RW],
                value: UnsafeCell::new(T::default()),
            };
            // SAFETY: just allocated, with this size and alignment, out of the process's reach.
            unsafe { (address as *mut GrantBlock<T, U, RO, RW>).write(block) }
            slot.set(GrantSlot { driver: self.driver, address });
            probe!(mini_tock, grant_allocated, process.index, self.driver, address, size);
        }
        // SAFETY: written above or earlier with this very type, since the index is this grant's alone; shared only.
        Ok(unsafe { &*(slot.get().address as *const GrantBlock<T, U, RO, RW>) })
    }
}

/// What a capsule may do for a process while it is inside its grant.
pub struct Granted {
    process: &'static Process,
    driver: u32,
}

impl Granted {
    /// Tells the process, if it subscribed. Its `subscribe`-th function will get the arguments.
    pub fn schedule(&self, subscribe: u32, arguments: [u32; 3]) -> bool {
        let Some(slot) = self.process.saved_upcall(self.driver, subscribe) else { return false };
        let SavedUpcall { function, data } = slot.get();
        let id = UpcallId { driver: self.driver, subscribe };
        self.process.schedule(Upcall { source: Source::Driver, id, function, arguments, data })
    }

    /// Bytes in the buffer that the process allowed to be read.
    pub fn readable_length(&self, number: u32) -> usize {
        self.process.saved_allow(self.driver, Allow::ReadOnly, number).map_or(0, |slot| slot.get().length as usize)
    }

    /// Copies from that buffer, from `offset` on, as much as fits; returns how much.
    pub fn read(&self, number: u32, offset: usize, target: &mut [u8]) -> usize {
        let Some(slot) = self.process.saved_allow(self.driver, Allow::ReadOnly, number) else { return 0 };
        let SavedAllow { address, length } = slot.get();
        let count = (length as usize).saturating_sub(offset).min(target.len());
        // SAFETY: checked when it was allowed to be the process's flash or RAM, below a break that cannot fall again;
        // the target is the kernel's, so they do not overlap.
        unsafe { ((address as usize + offset) as *const u8).copy_to(target.as_mut_ptr(), count) }
        count
    }
}

/// The two kinds of buffers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Allow {
    ReadOnly,
    ReadWrite,
}

impl Process {
    /// Where a grant of this process lies, 0 if nowhere.
    pub fn grant_address(&self, index: u32) -> u32 {
        self.grants.get(index as usize).map_or(0, |slot| slot.get().address)
    }

    /// The kernel's word pair for a subscription; none if the grant or the number does not exist.
    pub fn saved_upcall(&self, driver: u32, number: u32) -> Option<&Cell<SavedUpcall>> {
        let (address, header) = self.grant_of(driver)?;
        (number < header.upcalls).then(|| saved_at(address, number))
    }

    /// The kernel's word pair for an allowed buffer; none if the grant or the number does not exist.
    pub fn saved_allow(&self, driver: u32, kind: Allow, number: u32) -> Option<&Cell<SavedAllow>> {
        let (address, header) = self.grant_of(driver)?;
        let (before, count) = match kind {
            Allow::ReadOnly => (header.upcalls, header.read_only),
            Allow::ReadWrite => (header.upcalls + header.read_only, header.read_write),
        };
        (number < count).then(|| saved_at(address, before + number))
    }

    /// Whether this driver's grant exists in the process.
    pub fn has_grant(&self, driver: u32) -> bool {
        self.grant_of(driver).is_some()
    }

    fn grant_of(&self, driver: u32) -> Option<(u32, &GrantHeader)> {
        let slot = self.grants.iter().map(Cell::get).find(|slot| slot.driver == driver && slot.address != 0)?;
        // SAFETY: every grant starts with a header, written before its slot was set.
        Some((slot.address, unsafe { &*(slot.address as *const GrantHeader) }))
    }
}

/// The `number`-th pair of words behind the header.
fn saved_at<'a, S>(address: u32, number: u32) -> &'a Cell<S> {
    const { assert!(size_of::<S>() == size_of::<SavedUpcall>()) };
    let first = size_of::<GrantHeader>();
    debug_assert!(first == offset_of!(GrantBlock<u32, 1, 1, 1>, upcalls));
    // SAFETY: the callers checked the number against the header; upcalls and buffers are pairs of words in a row.
    unsafe { &*((address as usize + first + number as usize * size_of::<S>()) as *const Cell<S>) }
}

/// As many grants as a process's table has entries.
pub const MOST: usize = GRANTS;
