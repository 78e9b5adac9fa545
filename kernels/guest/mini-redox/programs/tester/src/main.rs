//! Asks the kernel and the servers for everything, and prints what does not hold. Its exit status is the number of that;
//! with the argument `shutdown` it ends the machine with that.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod calls;
mod check;
mod devices;
mod events;
mod files;
mod kernel;
mod kernel_schemes;
mod memory;
mod processes;

use check::Check;
use redox_runtime::abi::path::{SHUTDOWN, SYS_EXIT};
use redox_runtime::common::text::Sink;
use redox_runtime::file::File;
use redox_runtime::flag::OPEN_WRITE;
use redox_runtime::text::Line;
use redox_runtime::{argument, call, program, say};

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
    calls::all(&mut check);
    kernel_schemes::all(&mut check);
    check.report();
    if argument::arguments().next() == Some("shutdown") {
        shut_down(check.failed());
    }
    call::exit(check.failed());
}

/// Ends the machine with an exit code.
fn shut_down(code: u64) {
    let mut words = Line::new();
    words.text(SHUTDOWN);
    words.text(" ");
    words.decimal64(code);
    let written = File::open(SYS_EXIT, OPEN_WRITE).and_then(|file| file.write_all(words.bytes()));
    if let Err(error) = written {
        say!("shutdown: ", error);
    }
}
