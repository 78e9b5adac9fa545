//! Capsules: drivers written in safe Rust.
#![no_std]
#![forbid(unsafe_code)]
