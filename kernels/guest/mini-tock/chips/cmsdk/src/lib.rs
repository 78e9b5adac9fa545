//! Peripherals of Arm's Cortex-M System Design Kit (DDI 0479).
#![no_std]
#![deny(unsafe_op_in_unsafe_fn)]

pub mod uart;
