//! ARMv7-M: the only crate with CPU instructions in it.
//!
//! Reading order: [`reset`] and [`vectors`] (how the machine starts), [`switch`] (between kernel and process),
//! [`nvic`], [`systick`], [`mpu`], [`fault`] (the system's own devices), [`user`] (what a process runs).
#![no_std]
#![deny(unsafe_op_in_unsafe_fn)]

/// Makes assembly carry line numbers: the compiler writes no line table for naked functions, so each instruction
/// brings its own `.loc`, and the first function of a file names the file. `$number` is the file's in this crate.
macro_rules! file_of_lines {
    ($number:literal, $path:literal) => {
        concat!(
            ".ifndef .Lfile_", $number, "\n",
            ".set .Lfile_", $number, ", 1\n",
            ".file ", $number, " \"", $path, "\"\n",
            ".endif\n",
        )
    };
}

pub mod fault;
pub mod instructions;
pub mod mpu;
pub mod nvic;
pub mod register;
pub mod reset;
pub mod semihosting;
pub mod switch;
pub mod systick;
pub mod user;
pub mod vectors;
