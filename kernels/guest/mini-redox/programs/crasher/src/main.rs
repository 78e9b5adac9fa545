//! Does what a program or a server must not do, and tells what came of it: `crasher EXPERIMENT`.   (FAITHFULNESS.md, 1.c)
//!
//! Reading order: the list here, [`processor`], [`daemons`], [`answers`], [`names`], [`interrupts`]; [`children`] has the
//! other processes that some experiments need.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod answers;
mod children;
mod daemons;
mod interrupts;
mod names;
mod processor;

use redox_runtime::argument::arguments;
use redox_runtime::error::EINVAL;
use redox_runtime::{program, say, Result};

/// By name.
const EXPERIMENTS: &[(&str, fn() -> Result<()>)] = &[
    ("kernel-write", processor::kernel_write),
    ("bad-pointer", processor::bad_pointer),
    ("null", processor::null),
    ("cli", processor::cli),
    ("hlt", processor::hlt),
    ("port", processor::port),
    ("jump-to-data", processor::jump_to_data),
    ("daemon-null", daemons::null),
    ("daemon-silent", daemons::silent),
    ("double-reply", answers::double_reply),
    ("unknown-tag", answers::unknown_tag),
    ("irq-forgetful", interrupts::forgetful),
    ("register-twice", names::register_twice),
    ("register-not-root", names::register_not_root),
];

program!(main);

fn main() -> Result<()> {
    let name = arguments().next().unwrap_or("");
    if let Some((name, experiment)) = EXPERIMENTS.iter().find(|(known, _)| *known == name) {
        say!("experiment ", name);
        return experiment();
    }
    if let Some(role) = children::role(name) {
        return role();
    }
    say!("usage: crasher EXPERIMENT, which is one of:");
    for (name, _) in EXPERIMENTS {
        say!("    ", name);
    }
    Err(EINVAL)
}
