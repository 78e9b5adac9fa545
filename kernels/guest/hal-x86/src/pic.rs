//! The pair of 8259 interrupt controllers and the 8254 timer.   @board 8259A and 8254 data sheets

use crate::port;

const MASTER: u16 = 0x20;
const SLAVE: u16 = 0xA0;
/// @sdm Vol.3A Table 10-1: mapped to itself by the firmware.
const LOCAL_APIC: *mut u32 = 0xFEE0_0000 as *mut u32;
const SPURIOUS_VECTOR: usize = 0xF0;
const LINT0: usize = 0x350;
const TIMER_COUNT: u16 = 0x40;
const TIMER_COMMAND: u16 = 0x43;
const END_OF_INTERRUPT: u8 = 0x20;

/// The vector of IRQ 0 after [`start`]; the others follow.
pub const FIRST_VECTOR: u8 = 0x20;

/// Gives the sixteen lines the vectors from [`FIRST_VECTOR`] on, and masks all but those of `open`.
pub fn start(open: u16) {
    // SAFETY: the controllers are nobody else's.
    unsafe {
        for (base, vector, wiring) in [(MASTER, FIRST_VECTOR, 1 << 2), (SLAVE, FIRST_VECTOR + 8, 2)] {
            port::write_u8(base, 0x11); // ICW1: edges, cascade, ICW4 follows
            port::write_u8(base + 1, vector);
            port::write_u8(base + 1, wiring);
            port::write_u8(base + 1, 0x01); // ICW4: 8086 mode
        }
        // The local APIC lets nothing through LINT0 after reset: enable it, with the 8259 behind LINT0 (ExtINT).
        LOCAL_APIC.byte_add(SPURIOUS_VECTOR).write_volatile(0x1FF);
        LOCAL_APIC.byte_add(LINT0).write_volatile(0x700);
        port::write_u8(MASTER + 1, !open as u8);
        port::write_u8(SLAVE + 1, (!open >> 8) as u8);
    }
}

/// Tells the controller that the interrupt of a line below 8 is handled.
pub fn end_of_interrupt() {
    // SAFETY: it is handled.
    unsafe { port::write_u8(MASTER, END_OF_INTERRUPT) };
}

/// Lets the timer interrupt every `divisor` ticks of 1,193,182 Hz.
pub fn start_timer(divisor: u16) {
    // SAFETY: the timer is nobody else's.
    unsafe {
        port::write_u8(TIMER_COMMAND, 0x34); // counter 0, both bytes, mode 2
        port::write_u8(TIMER_COUNT, divisor as u8);
        port::write_u8(TIMER_COUNT, (divisor >> 8) as u8);
    }
}

/// The controller of a line and the line's bit in its mask.
fn place_of(line: u8) -> (u16, u8) {
    if line < 8 { (MASTER, 1 << line) } else { (SLAVE, 1 << (line & 7)) }
}

/// Keeps the interrupts of a line out.
pub fn mask(line: u8) {
    let (base, bit) = place_of(line);
    // SAFETY: only that line's bit of the mask changes.
    unsafe { port::write_u8(base + 1, port::read_u8(base + 1) | bit) };
}

/// Lets the interrupts of a line in.
pub fn unmask(line: u8) {
    let (base, bit) = place_of(line);
    // SAFETY: only that line's bit of the mask changes.
    unsafe { port::write_u8(base + 1, port::read_u8(base + 1) & !bit) };
}

/// Tells the controllers that the interrupt of a line is handled; one behind the second controller is both's.
pub fn acknowledge(line: u8) {
    if line >= 8 {
        // SAFETY: it is handled.
        unsafe { port::write_u8(SLAVE, END_OF_INTERRUPT) };
    }
    end_of_interrupt();
}
