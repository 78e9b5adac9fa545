//! What the kernel and its programs agree on: numbers of system calls, errors, flags, and the messages of schemes.
//!
//! Numbers and layouts are those of Redox in its mid-2025 shape, with `exit`, `kill` and `waitpid` as in 2024
//! (FAITHFULNESS.md, points 3, 8 and 12). Reading order: [`number`], [`error`], [`flag`], [`record`], [`scheme`],
//! [`process`], [`path`].
#![no_std]
#![forbid(unsafe_code)]

pub mod error;
pub mod flag;
pub mod number;
pub mod path;
pub mod process;
pub mod record;
pub mod scheme;
