//! The interrupt controller: one enable bit and one pending bit a line.   @arm B3.4

use crate::register::Register;

/// From 0xE000_E100: set-enable, clear-enable, set-pending and clear-pending banks of 32 lines a word.
#[repr(C)]
struct NvicRegisters {
    set_enable: [Register; 32],
    clear_enable: [Register; 32],
    set_pending: [Register; 32],
    clear_pending: [Register; 32],
}

/// Lines that this chip may have: the first two banks.
const BANKS: usize = 2;

fn registers() -> &'static NvicRegisters {
    // SAFETY: the architecture puts the controller at this address in every ARMv7-M.
    unsafe { &*(0xE000_E100 as *const NvicRegisters) }
}

fn write(bank: &[Register], line: u32) {
    if let Some(word) = bank.get(line as usize / 32) {
        word.set(1 << (line % 32));
    }
}

/// Lets a line interrupt.
pub fn enable(line: u32) {
    write(&registers().set_enable, line);
}

/// Forgets that a line was pending; a line that is still asserted becomes pending again.
pub fn clear_pending(line: u32) {
    write(&registers().clear_pending, line);
}

/// The lowest pending line, enabled or not.
pub fn next_pending() -> Option<u32> {
    for (index, word) in registers().set_pending.iter().take(BANKS).enumerate() {
        let pending = word.get();
        if pending != 0 {
            return Some(index as u32 * 32 + pending.trailing_zeros());
        }
    }
    None
}
