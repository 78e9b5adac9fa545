//! x86-64 and the PC: the only crate with CPU instructions in it, but for the firmware.
//!
//! Reading order: [`control`] (registers of the system), [`descriptor`] (segments, gates, the TSS), [`interrupt`] (from a
//! vector to Rust), [`paging`] (entries of page tables), [`user`] (to ring 3 and back), [`task`] and [`user_copy`] (the same
//! for a kernel with a stack for each context), then the devices: [`port`],
//! [`serial`], [`fw_cfg`], [`pic`], [`exit`].
#![no_std]
#![deny(unsafe_op_in_unsafe_fn)]

/// Makes assembly carry line numbers: the compiler writes no line table for it, so each instruction brings its own
/// `.loc`, and the first line of a block names the file. `$number` is the file's in its crate.
#[macro_export]
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

pub mod control;
pub mod descriptor;
pub mod exit;
pub mod fw_cfg;
pub mod interrupt;
pub mod paging;
pub mod pic;
pub mod port;
pub mod serial;
pub mod task;
pub mod user;
pub mod user_copy;
