//! What every guest shares: static probes and plain text formatting.
//!
//! Nothing here knows a kernel or a CPU, but for the letter that starts a section type in assembly.
#![no_std]
// Lets crates that forbid unsafe code use `probe!`, whose one `nop` is harmless.
#![allow(internal_features)]
#![feature(allow_internal_unsafe)]
#![deny(unsafe_op_in_unsafe_fn)]

pub mod boot;
pub mod probe;
pub mod text;
