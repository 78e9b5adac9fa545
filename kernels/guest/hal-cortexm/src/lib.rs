//! ARMv7-M: the only crate with CPU instructions in it.
//!
//! Reading order: [`reset`], [`vectors`], [`instructions`], [`register`].
#![no_std]
#![deny(unsafe_op_in_unsafe_fn)]

pub mod instructions;
pub mod register;
pub mod reset;
pub mod semihosting;
