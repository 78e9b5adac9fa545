#![no_std]
#![no_main]
#![allow(dead_code, static_mut_refs)]
//! The fixture of the image reader's tests: one of each shape that the reader has to understand.
use core::panic::PanicInfo;

#[panic_handler]
fn on_panic(_: &PanicInfo) -> ! {
    loop {}
}

/// C-like, with a negative value.
#[repr(i8)]
#[derive(Clone, Copy, PartialEq)]
pub enum Level {
    Low = -1,
    Middle = 0,
    High = 5,
}

/// Tagged, each variant of another shape.
#[derive(Clone, Copy)]
pub enum State {
    Unstarted,
    Running,
    Yielded { since: u32 },
    Faulted(u8, u16),
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union Word {
    whole: u32,
    halves: [u16; 2],
}

#[derive(Clone, Copy)]
pub struct Process {
    id: u32,
    name: &'static str,
    state: State,
    level: Level,
    regions: [(u32, u16); 3],
    break_at: Option<u32>,
    next: Option<&'static Process>,
    word: Word,
    letter: char,
    on: bool,
    entry: fn(u32) -> u32,
}

pub mod kernel {
    use super::*;
    #[used]
    pub static IDLE: Process = Process {
        id: 0, name: "idle", state: State::Unstarted, level: Level::Low,
        regions: [(0, 0); 3], break_at: None, next: None, word: Word { whole: 0 },
        letter: 'i', on: false, entry: double,
    };
    #[used]
    pub static mut PROCESSES: [Process; 2] = [
        Process {
            id: 7, name: "blink", state: State::Yielded { since: 1234 }, level: Level::High,
            regions: [(0x2000_0000, 256), (0x2000_1000, 512), (0, 0)], break_at: Some(0x2000_0800),
            next: Some(&IDLE), word: Word { whole: 0x0002_0001 }, letter: '\u{e9}', on: true, entry: double,
        },
        Process {
            id: 8, name: "shell", state: State::Faulted(3, 700), level: Level::Middle,
            regions: [(1, 2), (3, 4), (5, 6)], break_at: None,
            next: None, word: Word { whole: 0xffff_fffe }, letter: 'Z', on: false, entry: double,
        },
    ];
    #[used]
    pub static mut ZEROES: [u32; 1000] = [0; 1000];
    #[used]
    pub static mut TICKS: u64 = 0x0123_4567_89ab_cdef;
    #[used]
    pub static RATIO: f32 = 1.5;
    #[used]
    pub static NESTED: [[i16; 3]; 2] = [[1, -2, 3], [-4, 5, -6]];
}

#[inline(never)]
fn double(x: u32) -> u32 {
    x.wrapping_mul(2)
}

#[inline(always)]
fn scale(x: u32, by: u32) -> u32 {
    let product = x.wrapping_mul(by);
    product ^ 0x55
}

#[inline(always)]
fn twice_scaled(x: u32) -> u32 {
    scale(x, 3).wrapping_add(scale(x.wrapping_add(1), 5))
}

#[cfg(target_arch = "arm")]
macro_rules! probe {
    ($provider:literal, $name:literal, $a:expr, $b:expr) => {
        core::arch::asm!(
            ".pushsection .note.stapsdt,\"\",%note", ".balign 4",
            ".4byte 992f-991f, 994f-993f, 3",
            "991: .asciz \"stapsdt\"", "992: .balign 4",
            "993: .4byte 990f, 0, 0",
            concat!(".asciz \"", $provider, "\""), concat!(".asciz \"", $name, "\""),
            ".asciz \"4@{a} -4@{b} 4@#12 4@[sp, #8]\"",
            "994: .balign 4", ".popsection", "990: nop",
            a = in(reg) $a, b = in(reg) $b, options(nomem, nostack, preserves_flags))
    };
}
#[cfg(target_arch = "x86_64")]
macro_rules! probe {
    ($provider:literal, $name:literal, $a:expr, $b:expr) => {
        core::arch::asm!(
            ".pushsection .note.stapsdt,\"\",@note", ".balign 4",
            ".4byte 992f-991f, 994f-993f, 3",
            "991: .asciz \"stapsdt\"", "992: .balign 4",
            "993: .8byte 990f, 0, 0",
            concat!(".asciz \"", $provider, "\""), concat!(".asciz \"", $name, "\""),
            ".asciz \"4@{a:e} -8@{b} 4@$5 8@16(%rsp)\"",
            "994: .balign 4", ".popsection", "990: nop",
            a = in(reg) $a, b = in(reg) $b, options(nomem, nostack, preserves_flags, att_syntax))
    };
}

#[inline(never)]
fn schedule(slot: usize, budget: u32) -> u32 {
    let process = unsafe { &mut kernel::PROCESSES[slot % 2] };
    let scaled = twice_scaled(budget);
    unsafe { probe!("tock", "switch", scaled, slot as isize) };
    process.id = process.id.wrapping_add(scaled);
    match process.state {
        State::Yielded { since } => double(since.wrapping_add(scaled)),
        State::Faulted(code, at) => code as u32 + at as u32,
        _ => (process.entry)(process.id),
    }
}

#[inline(never)]
fn sum_deep(depth: u32, values: &[u32; 4]) -> u32 {
    let mut copy = *values;
    copy[(depth & 3) as usize] = depth;
    if depth == 0 {
        return schedule(0, copy[0]);
    }
    let below = sum_deep(depth - 1, &copy);
    below.wrapping_add(copy[1])
}

#[no_mangle]
pub extern "C" fn _start() -> ! {
    let mut round = 1;
    unsafe { kernel::ZEROES[round as usize % 1000] += 1; }
    loop {
        round = sum_deep(3, &[round, 2, 3, 4]).wrapping_add(unsafe { kernel::TICKS as u32 })
            .wrapping_add(kernel::RATIO as u32).wrapping_add(kernel::NESTED[(round % 2) as usize][1] as u32);
        unsafe { kernel::TICKS += kernel::IDLE.id as u64 };
    }
}
