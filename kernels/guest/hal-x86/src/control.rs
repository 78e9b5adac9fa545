//! Control registers, model-specific registers, and the instructions that only ring 0 may execute.   @sdm Vol.3A 2.5

use core::arch::asm;

pub const CR0_WP: u64 = 1 << 16;
pub const CR4_PGE: u64 = 1 << 7;
pub const EFER: u32 = 0xC000_0080;
pub const STAR: u32 = 0xC000_0081;
pub const LSTAR: u32 = 0xC000_0082;
pub const FMASK: u32 = 0xC000_0084;
pub const KERNEL_GS_BASE: u32 = 0xC000_0102;
pub const EFER_SCE: u64 = 1;
pub const RFLAGS_TF: u64 = 1 << 8;
pub const RFLAGS_IF: u64 = 1 << 9;

macro_rules! control_register {
    ($read:ident, $write:ident, $name:literal) => {
        #[doc = concat!("Reads ", $name, ".")]
        pub fn $read() -> u64 {
            let value;
            // SAFETY: reading has no effect.
            unsafe { asm!(concat!("mov {}, ", $name), out(reg) value, options(nomem, nostack, preserves_flags)) };
            value
        }

        #[doc = concat!("Writes ", $name, ".")]
        ///
        /// # Safety
        /// The code and the stack must still work afterwards.
        pub unsafe fn $write(value: u64) {
            // SAFETY: the caller knows.
            unsafe { asm!(concat!("mov ", $name, ", {}"), in(reg) value, options(nostack, preserves_flags)) };
        }
    };
}

control_register!(cr0, set_cr0, "cr0");
control_register!(cr2, set_cr2, "cr2");
control_register!(cr3, set_cr3, "cr3");
control_register!(cr4, set_cr4, "cr4");
control_register!(dr0, set_dr0, "dr0");
control_register!(dr6, set_dr6, "dr6");
control_register!(dr7, set_dr7, "dr7");

/// Reads a model-specific register.
///
/// # Safety
/// The register must exist.
pub unsafe fn read_msr(index: u32) -> u64 {
    let (low, high): (u32, u32);
    // SAFETY: the caller knows the register.
    unsafe { asm!("rdmsr", in("ecx") index, out("eax") low, out("edx") high, options(nomem, nostack, preserves_flags)) };
    (high as u64) << 32 | low as u64
}

/// Writes a model-specific register.
///
/// # Safety
/// The register must exist, and the code must still work afterwards.
pub unsafe fn write_msr(index: u32, value: u64) {
    // SAFETY: the caller knows the register.
    unsafe {
        asm!("wrmsr", in("ecx") index, in("eax") value as u32, in("edx") (value >> 32) as u32,
            options(nostack, preserves_flags))
    };
}

/// Forgets the translation of an address.
pub fn invalidate_page(address: u64) {
    // SAFETY: only the TLB changes.
    unsafe { asm!("invlpg [{}]", in(reg) address, options(nostack, preserves_flags)) };
}

/// Lets interrupts in, sleeps until one comes, and keeps them out again.
pub fn wait_for_interrupt() {
    // SAFETY: the handlers return.
    unsafe { asm!("sti", "hlt", "cli", options(nomem, nostack)) };
}

/// Stops until an interrupt comes, if any can.
pub fn halt() {
    // SAFETY: it stops, and nothing else.
    unsafe { asm!("hlt", options(nomem, nostack, preserves_flags)) };
}

/// The selector in CS.
pub fn code_selector() -> u16 {
    let value: u16;
    // SAFETY: reading has no effect.
    unsafe { asm!("mov {0:x}, cs", out(reg) value, options(nomem, nostack, preserves_flags)) };
    value
}
