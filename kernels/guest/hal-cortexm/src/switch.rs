//! The boundary between kernel and process: `svc` both ways, and every exception in between.
//!
//! The kernel runs privileged in thread mode on the main stack, a process unprivileged in thread mode on the process
//! stack. The kernel enters a process by `svc 0xff`; whatever happens next, a system call, an interrupt, the end of
//! a time slice or a fault, its handler returns *to the kernel*, behind that very `svc`. No handler does any work.

use core::arch::naked_asm;

use crate::fault::SAVED_FAULT_STATUS;
use crate::register::Register;

/// Set by the SVC handler: the process made a system call.
#[no_mangle]
pub static SYSCALL_FIRED: Register = Register::new(0);

/// Set by the HardFault handler: the process faulted.
#[no_mangle]
pub static PROCESS_FAULTED: Register = Register::new(0);

/// One instruction with its line in this file.
macro_rules! at {
    ($instruction:literal) => {
        concat!(".loc 1 ", line!(), "\n", $instruction)
    };
}

/// What the hardware stacks at an exception, lowest address first: r0-r3, r12, lr, pc, xpsr.
pub const FRAME_BYTES: u32 = 32;

/// Runs a process until something brings the kernel back; returns the process's stack pointer.
///
/// # Safety
/// `stack` must point to an exception frame in the process's memory, and `registers` to eight words for r4-r11.
#[unsafe(naked)]
#[no_mangle]
pub unsafe extern "C" fn switch_to_process(stack: u32, registers: *mut u32) -> u32 {
    naked_asm!(
        file_of_lines!(1, "hal-cortexm/src/switch.rs"),
        at!("push {{r1, r4-r11, lr}}"),  // ours, and where the process's go afterwards
        at!("msr psp, r0"),
        at!("ldmia r1, {{r4-r11}}"),
        at!("svc 0xff"),                 // the process runs here
        at!("ldr r1, [sp]"),
        at!("stmia r1, {{r4-r11}}"),
        at!("mrs r0, psp"),
        at!("pop {{r1, r4-r11, pc}}"),
    )
}

/// SVC from the kernel starts a process; from a process it is a system call and goes to the kernel.
/// Bit 2 of EXC_RETURN, in lr, says who it was: 0 is the main stack, the kernel's.
#[unsafe(naked)]
#[no_mangle]
pub unsafe extern "C" fn svc_handler() {
    naked_asm!(
        file_of_lines!(1, "hal-cortexm/src/switch.rs"),
        at!("tst lr, #4"),
        at!("bne 1f"),
        at!("movs r0, #1"),              // CONTROL.nPRIV: thread mode becomes unprivileged
        at!("msr CONTROL, r0"),
        at!("isb"),
        at!("orr lr, lr, #4"),           // 0xFFFF_FFFD: return on the process stack
        at!("bx lr"),
        at!("1: ldr r0, 3f"),
        at!("movs r1, #1"),
        at!("str r1, [r0]"),             // SYSCALL_FIRED = 1
        at!("movs r0, #0"),              // thread mode becomes privileged
        at!("msr CONTROL, r0"),
        at!("isb"),
        at!("bic lr, lr, #4"),           // 0xFFFF_FFF9: return on the main stack, to the kernel
        at!("bx lr"),
        ".balign 4",
        "3: .word {fired}",
        fired = sym SYSCALL_FIRED,
    )
}

/// The time slice of the running process has ended: back to the kernel. Not armed while the kernel runs.
#[unsafe(naked)]
#[no_mangle]
pub unsafe extern "C" fn systick_handler() {
    naked_asm!(
        file_of_lines!(1, "hal-cortexm/src/switch.rs"),
        at!("movs r0, #0"),
        at!("msr CONTROL, r0"),
        at!("isb"),
        at!("bic lr, lr, #4"),
        at!("bx lr"),
    )
}

/// The top half of every interrupt: mask the line, leave it pending for the kernel to find, go back to the kernel.
/// No driver code runs here.
#[unsafe(naked)]
#[no_mangle]
pub unsafe extern "C" fn interrupt_handler() {
    naked_asm!(
        file_of_lines!(1, "hal-cortexm/src/switch.rs"),
        at!("mrs r0, ipsr"),
        at!("sub r0, r0, #16"),          // exception 16 is interrupt 0
        common::probe_text!("mini_tock", "top_half", "4@r0"),
        at!("lsrs r1, r0, #5"),          // which word of 32 lines
        at!("and r0, r0, #31"),
        at!("movs r2, #1"),
        at!("lsl r2, r2, r0"),           // which bit
        at!("ldr r3, 3f"),
        at!("str r2, [r3, r1, lsl #2]"), // NVIC_ICER: the line cannot interrupt again
        at!("ldr r3, 4f"),
        at!("str r2, [r3, r1, lsl #2]"), // NVIC_ISPR: but it stays pending
        at!("tst lr, #4"),
        at!("beq 2f"),                   // the kernel was running: it goes on
        at!("movs r0, #0"),
        at!("msr CONTROL, r0"),
        at!("isb"),
        at!("bic lr, lr, #4"),
        at!("2: bx lr"),
        ".balign 4",
        "3: .word 0xE000E180",
        "4: .word 0xE000E200",
    )
}

/// Every fault ends here, since no other fault handler is enabled: a process's is kept for the kernel to judge, the
/// kernel's own is the end.
#[unsafe(naked)]
#[no_mangle]
pub unsafe extern "C" fn hard_fault_handler() {
    naked_asm!(
        file_of_lines!(1, "hal-cortexm/src/switch.rs"),
        at!("tst lr, #4"),
        at!("beq 2f"),
        at!("ldr r0, 3f"),               // the fault registers, from CFSR on
        at!("ldr r1, 4f"),
        at!("ldr r2, [r0, #0]"),
        at!("str r2, [r1, #0]"),         // CFSR
        at!("ldr r3, [r0, #4]"),
        at!("str r3, [r1, #4]"),         // HFSR
        at!("str r2, [r0, #0]"),         // writing ones clears them
        at!("str r3, [r0, #4]"),
        at!("ldr r2, [r0, #12]"),
        at!("str r2, [r1, #8]"),         // MMFAR
        at!("ldr r2, [r0, #16]"),
        at!("str r2, [r1, #12]"),        // BFAR
        at!("ldr r0, 5f"),
        at!("movs r1, #1"),
        at!("str r1, [r0]"),             // PROCESS_FAULTED = 1
        at!("movs r0, #0"),
        at!("msr CONTROL, r0"),
        at!("isb"),
        at!("bic lr, lr, #4"),
        at!("bx lr"),
        at!("2: ldr r0, 3f"),
        at!("ldr r1, [r0, #4]"),         // HFSR
        at!("ldr r0, [r0, #0]"),         // CFSR
        at!("ldr r2, [sp, #24]"),        // the kernel's stacked pc
        at!("b {kernel_fault}"),
        ".balign 4",
        "3: .word 0xE000ED28",
        "4: .word {saved}",
        "5: .word {faulted}",
        saved = sym SAVED_FAULT_STATUS,
        faulted = sym PROCESS_FAULTED,
        kernel_fault = sym kernel_fault,
    )
}

extern "C" {
    /// The board's last words: a fault of the kernel itself.
    fn kernel_fault(configurable: u32, hard: u32, counter: u32) -> !;
}
