//! Single instructions that Rust has no words for.

use core::arch::asm;

/// Sleeps until an interrupt is pending (also while they are masked).
pub fn wait_for_interrupt() {
    // SAFETY: WFI changes no register and no memory.
    unsafe { asm!("wfi", options(nostack, preserves_flags)) }
}

/// Waits until every store before it has reached memory.
pub fn data_barrier() {
    // SAFETY: a barrier changes nothing.
    unsafe { asm!("dsb", options(nostack, preserves_flags)) }
}

/// Refetches what follows, so that a change of the system state is seen by the next instruction.
pub fn instruction_barrier() {
    // SAFETY: a barrier changes nothing.
    unsafe { asm!("isb", options(nostack, preserves_flags)) }
}

/// Runs `body` with interrupts masked by PRIMASK, and unmasks them after it.
pub fn without_interrupts<R>(body: impl FnOnce() -> R) -> R {
    // SAFETY: masks interrupts; undone below.
    unsafe { asm!("cpsid i", options(nostack, preserves_flags)) }
    let result = body();
    // SAFETY: the kernel never calls this with interrupts already masked.
    unsafe { asm!("cpsie i", options(nostack, preserves_flags)) }
    result
}
