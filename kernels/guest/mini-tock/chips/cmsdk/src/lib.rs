//! Peripherals of Arm's Cortex-M System Design Kit, and where the MPS2 board has them.   @board DDI 0479, AN385
#![no_std]
#![deny(unsafe_op_in_unsafe_fn)]

pub mod timer;
pub mod uart;
