//! Asks the kernel and the servers for everything, and prints what does not hold. Its exit status is the number of that.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod check;
mod devices;
mod events;
mod files;
mod kernel;
mod memory;
mod processes;

use check::Check;
use redox_runtime::{argument, call, program};

program!(main);

fn main() {
    if argument::arguments().next() == Some("child") {
        processes::child();
    }
    let mut check = Check::default();
    kernel::all(&mut check);
    devices::all(&mut check);
    files::all(&mut check);
    memory::all(&mut check);
    events::all(&mut check);
    processes::all(&mut check);
    check.report();
    call::exit(check.failed());
}
