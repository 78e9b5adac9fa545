//! What every program of mini-redox links: its start and its end, system calls, text, and how to be a server.
//!
//! The only crate of user space with CPU instructions in it, and all but a few drivers' only one with unsafe code.
//!
//! Reading order: [`start`], [`trap`] (the instruction), [`call`] (system calls in Rust's words), [`file`], [`text`],
//! [`argument`], then what is made of them: [`process`], [`event`], [`daemon`], [`scheme`], [`memory`], [`port`]; [`sse`] and
//! [`misdeed`] are for programs that show something.
#![no_std]
#![allow(internal_features)]
#![feature(allow_internal_unsafe)]
#![deny(unsafe_op_in_unsafe_fn)]

pub mod argument;
pub mod call;
pub mod daemon;
pub mod event;
pub mod file;
pub mod memory;
pub mod misdeed;
pub mod port;
pub mod process;
pub mod record;
pub mod scheme;
pub mod sse;
pub mod start;
pub mod text;
mod trap;

pub use common;
pub use redox_abi as abi;
pub use redox_abi::error::{self, Error, Result};
pub use redox_abi::flag;
