//! What mode the firmware has left the processor in.

use hal_x86::control;

use crate::check;

/// Control bits that both the architecture and the firmware decide.
pub fn run() {
    check("cr0 pg wp pe", control::cr0() & 0x8001_0001, 0x8001_0001);
    check("cr4 pae", control::cr4() >> 5 & 1, 1);
    // SAFETY: EFER exists in every 64-bit processor.
    check("efer lma lme nxe sce", unsafe { control::read_msr(control::EFER) } & 0xD01, 0xD01);
    check("cs", control::code_selector() as u64, 8);
    // SAFETY: FS base exists in every 64-bit processor.
    unsafe {
        control::write_msr(0xC000_0100, 0x1234_5678_9ABC);
        check("fs base", control::read_msr(0xC000_0100), 0x1234_5678_9ABC);
        control::write_msr(0xC000_0100, 0);
    }
}
