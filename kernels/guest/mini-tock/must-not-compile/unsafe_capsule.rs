//! A capsule cannot write where it likes: its crate forbids unsafe code, and nothing inside can allow it again.
// expect: error: usage of an `unsafe` block
#![no_std]
#![forbid(unsafe_code)]

pub fn poke() {
    unsafe { (0x2000_0000 as *mut u32).write_volatile(0) }
}
