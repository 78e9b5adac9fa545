//! Capsules: drivers that processes call, written in safe Rust. Nothing but the language keeps them in their place:
//! the MPU is off while they run.
//!
//! Reading order: [`virtual_uart`] (one serial port for many), [`console`], [`virtual_alarm`], [`alarm`],
//! [`log`] (the kernel's own words).
#![no_std]
#![forbid(unsafe_code)]

pub mod alarm;
pub mod console;
pub mod log;
pub mod virtual_alarm;
pub mod virtual_uart;
