//! The vector table: where the CPU finds its first stack pointer and its handlers.   @arm B1.5.3

use crate::reset::reset_handler;
use crate::switch::{hard_fault_handler, interrupt_handler, svc_handler, systick_handler};

/// One word of the table.
#[repr(C)]
pub union Vector {
    handler: unsafe extern "C" fn(),
    reset: unsafe extern "C" fn() -> !,
    stack: *const u32,
    unused: u32,
}

// SAFETY: only the CPU reads it.
unsafe impl Sync for Vector {}

/// Words before the first interrupt.
pub const SYSTEM_VECTORS: usize = 16;

extern "C" {
    /// The word after the kernel's stack.
    static _estack: u32;
}

const UNUSED: Vector = Vector { unused: 0 };

/// A table for `N - 16` interrupts, all of which go to the one generic handler.
///
/// PendSV and the configurable faults have no handler: the faults are not enabled, so they escalate to HardFault.
pub const fn table<const N: usize>() -> [Vector; N] {
    let mut table = [UNUSED; N];
    let mut number = SYSTEM_VECTORS;
    while number < N {
        table[number] = Vector { handler: interrupt_handler };
        number += 1;
    }
    table[0] = Vector { stack: &raw const _estack };
    table[1] = Vector { reset: reset_handler };
    table[2] = Vector { handler: hard_fault_handler };
    table[3] = Vector { handler: hard_fault_handler };
    table[11] = Vector { handler: svc_handler };
    table[15] = Vector { handler: systick_handler };
    table
}
