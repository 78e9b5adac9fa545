//! Interrupts from outside: the timer through the 8259, HLT, and how long STI holds them back.

use core::arch::asm;
use core::sync::atomic::Ordering;

use hal_x86::control::wait_for_interrupt;
use hal_x86::pic;

use crate::check;
use crate::machine::TICKS;

pub fn run() {
    pic::start(1);
    pic::start_timer(1193);
    for _ in 0..5 {
        wait_for_interrupt();
    }
    check("ticks", TICKS.load(Ordering::SeqCst), 5);
    // The interrupt that waits is let in only behind the instruction after STI.
    let before = TICKS.load(Ordering::SeqCst);
    let inside: u64;
    // SAFETY: the handler returns.
    unsafe {
        asm!(
            "2: in al, 0x20", // until the timer's request waits in the controller
            "test al, 1",
            "jz 2b",
            "sti",
            "mov {seen}, [{ticks}]",
            "cli",
            seen = out(reg) inside,
            ticks = in(reg) TICKS.as_ptr(),
            out("al") _,
        );
    }
    check("ticks behind sti", inside - before, 0);
    check("ticks one later", TICKS.load(Ordering::SeqCst) - before, 1);
    pic::start(0);
}
