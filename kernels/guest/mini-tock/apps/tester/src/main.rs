//! Asks the kernel everything that a process may and may not, and prints what does not hold. A test that boots.
//!
//! Each check is one sentence; `calls.rs` has those about single calls, `upcalls.rs` those about waiting.
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]

mod calls;
mod memory;
mod upcalls;

use core::cell::Cell;

use common::text::Sink;
use runtime::console::{print, Line};

runtime::process!(test);

/// Counts what held and what did not.
pub struct Tally {
    passed: Cell<u32>,
    failed: Cell<u32>,
}

impl Tally {
    /// Notes one sentence; prints it if it does not hold.
    pub fn check(&self, sentence: &str, holds: bool) {
        if holds {
            self.passed.set(self.passed.get() + 1);
            return;
        }
        self.failed.set(self.failed.get() + 1);
        print(b"tester: FAILED: ");
        print(sentence.as_bytes());
        print(b"\n");
    }
}

fn test() {
    let tally = Tally { passed: Cell::new(0), failed: Cell::new(0) };
    calls::check(&tally);
    memory::check(&tally);
    upcalls::check(&tally);
    let mut line = Line::new();
    line.text("tester: ");
    line.decimal(tally.passed.get());
    line.text(" passed, ");
    line.decimal(tally.failed.get());
    line.text(" failed\n");
    line.print();
}
