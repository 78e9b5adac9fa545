//! From flash to processes: a walk over headers, each of which leads to the next.

use core::cell::Cell;

use common::probe;
use hal_cortexm::fault::FaultRecord;
use hal_cortexm::switch::FRAME_BYTES;

use crate::capability::ProcessManagement;
use crate::grant::GrantSlot;
use crate::kernel::{Kernel, GRANTS, KERNEL};
use crate::memory::Memory;
use crate::process::{Counters, Name, Process, State, StoredState};
use crate::protection::{choose_block, Protection};
use crate::syscall::Call;
use crate::tbf::{self, Header, Rejection};
use crate::upcall::{UpcallId, UpcallQueue};

/// What a walk found.
#[derive(Default)]
pub struct Walk {
    pub headers: u32,
    pub loaded: u32,
}

impl Kernel {
    /// Loads every enabled process in `flash`, giving each a block from `memory`.
    ///
    /// # Safety
    /// `memory` must be RAM that nothing else uses, for ever.
    pub unsafe fn load_processes(
        &self, flash: &'static [u8], memory: core::ops::Range<u32>, _right: &dyn ProcessManagement,
        mut add: impl FnMut(u32),
    ) -> Walk {
        let mut walk = Walk::default();
        let mut rest = flash;
        let mut free = memory.start;
        while let Some((header_size, total_size)) = tbf::total_size(rest) {
            let (binary, behind) = rest.split_at_checked(total_size).unwrap_or((rest, &[]));
            let address = binary.as_ptr() as u32;
            walk.headers += 1;
            let loaded = tbf::parse(binary, header_size)
                // SAFETY: passed on from our caller; `free` moves behind each block.
                .and_then(|header| unsafe { self.create(binary, &header, free, memory.end) });
            match loaded {
                Ok(process) => {
                    probe!(mini_tock, tbf_accepted, address, total_size, process.index);
                    free = process.memory.end;
                    walk.loaded += 1;
                    add(process.index);
                }
                Err(reason) => probe!(mini_tock, tbf_rejected, address, reason),
            }
            rest = behind;
        }
        walk
    }

    /// Chooses a block for one process, writes its structure at the block's top, and starts it.
    ///
    /// # Safety
    /// `free..limit` must be RAM that nothing else uses.
    unsafe fn create(
        &self, binary: &'static [u8], header: &Header, free: u32, limit: u32,
    ) -> Result<&'static Process, Rejection> {
        let index = self.free_index().ok_or(Rejection::NoSlot)?;
        let flash_start = binary.as_ptr() as u32;
        let flash_size = binary.len() as u32;
        let code_start = flash_start.wrapping_add(header.protected);
        if header.fixed_flash != tbf::ANY && header.fixed_flash != code_start {
            return Err(Rejection::WrongFlashAddress);
        }
        let control_size = size_of::<Process>() as u32;
        let (start, size) = choose_block(free, limit, header.minimum_memory, FRAME_BYTES, control_size)
            .ok_or(Rejection::NotEnoughMemory)?;
        if header.fixed_memory != tbf::ANY && header.fixed_memory != start {
            return Err(Rejection::WrongMemoryAddress);
        }
        let protection = Protection::new();
        if !protection.cover_flash(flash_start, flash_size) {
            return Err(Rejection::FlashAlignment);
        }
        let control = (start + size - control_size) & !7;
        let place = control as *mut Process;
        let drivers = KERNEL.grant_drivers();
        let process = Process {
            index,
            identifier: Cell::new(0),
            name: name_of(header.name),
            state: Cell::new(State::Yielded),
            stopped_from: Cell::new(State::Yielded),
            waiting_for: Cell::new(UpcallId::default()),
            flash_start,
            flash_end: flash_start + flash_size,
            code_start,
            entry: flash_start.wrapping_add(header.entry),
            memory: Memory::new(start, start + size, start + FRAME_BYTES, control),
            protection,
            stored: StoredState {
                registers: Cell::new([0; 8]),
                stack_pointer: Cell::new(start),
                yield_pc: Cell::new(0),
                psr: Cell::new(0),
            },
            last_call: Cell::new(Call::default()),
            counters: Counters { calls: Cell::new(0), slices_expired: Cell::new(0), restarts: Cell::new(0) },
            completion_code: Cell::new(0),
            fault: Cell::new(FaultRecord::default()),
            upcalls: UpcallQueue::new(),
            grants: core::array::from_fn::<_, GRANTS, _>(|grant| {
                Cell::new(GrantSlot { driver: drivers[grant], address: 0 })
            }),
        };
        // SAFETY: the top of a block that the caller says is free; aligned; the process can never reach it.
        let process: &'static Process = unsafe {
            place.write(process);
            &*place
        };
        if !process.initialize() {
            return Err(Rejection::NotEnoughMemory);
        }
        self.add_process(process);
        Ok(process)
    }
}

fn name_of(text: &[u8]) -> Name {
    let mut name = Name { bytes: [0; 16], length: text.len().min(16) as u32 };
    for (target, source) in name.bytes.iter_mut().zip(text) {
        *target = *source;
    }
    name
}
