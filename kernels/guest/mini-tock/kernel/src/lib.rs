//! The core kernel of mini-tock: processes, their memory and their system calls, the scheduler, and the loop.
//!
//! Reading order: [`kernel`] (the loop), [`dispatch`] (one process's turn), [`handlers`] (system calls),
//! [`process`] and [`frame`] (into it and back), [`memory`] and [`protection`] (its RAM under the MPU), [`grant`]
//! (capsules' memory in it), [`scheduler`], [`loader`] and [`tbf`] (how processes are found), [`fault`],
//! [`deferred`], [`hil`] and [`cells`] (what drivers and capsules are made of).
#![no_std]
#![deny(unsafe_op_in_unsafe_fn)]

pub mod capability;
pub mod cells;
pub mod deferred;
pub mod dispatch;
pub mod error;
pub mod fault;
pub mod frame;
pub mod grant;
pub mod handlers;
pub mod hil;
pub mod kernel;
pub mod loader;
pub mod memory;
pub mod platform;
pub mod process;
pub mod protection;
pub mod scheduler;
pub mod syscall;
pub mod tbf;
pub mod upcall;
