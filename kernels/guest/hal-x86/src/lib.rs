//! x86-64 and the PC: the only crate with CPU instructions in it, but for the firmware.
//!
//! Reading order: [`control`] (registers of the system), [`descriptor`] (segments, gates, the TSS), [`interrupt`] (from a
//! vector to Rust), [`paging`] (entries of page tables), [`user`] (to ring 3 and back), then the devices: [`port`],
//! [`serial`], [`fw_cfg`], [`pic`], [`exit`].
#![no_std]
#![deny(unsafe_op_in_unsafe_fn)]

pub mod control;
pub mod descriptor;
pub mod exit;
pub mod fw_cfg;
pub mod interrupt;
pub mod paging;
pub mod pic;
pub mod port;
pub mod serial;
pub mod user;
