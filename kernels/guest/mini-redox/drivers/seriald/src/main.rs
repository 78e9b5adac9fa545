//! The driver of the serial port, in ring 3: the scheme `serial`.
//!
//! Reading gives what is typed, byte by byte and unchanged, and waits for it; writing sends. All waiting is at one event
//! queue: for requests, and for the port's interrupt. When it is ready it gives up all names, since it needs no more.
//! Reading order: [`uart`], [`server`], then the loop here.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod server;
mod uart;

use redox_runtime::error::EIO;
use redox_runtime::event::Queue;
use redox_runtime::file::File;
use redox_runtime::flag::EVENT_READ;
use redox_runtime::port::PortRights;
use redox_runtime::scheme::{serve_waiting, Socket};
use redox_runtime::{daemon, program, Result};
use server::Serial;
use uart::Uart;

const INTERRUPT_LINE: &str = "/scheme/irq/4";
/// What events say about who is ready.
const REQUEST: u64 = 1;
const INTERRUPT: u64 = 2;

program!(main);

fn main() -> Result<()> {
    let ports = PortRights::request()?;
    let interrupts = File::writing(INTERRUPT_LINE)?;
    let socket = Socket::create_nonblocking("serial")?;
    let queue = Queue::new()?;
    queue.watch(socket.file(), EVENT_READ, REQUEST)?;
    queue.watch(&interrupts, EVENT_READ, INTERRUPT)?;
    let mut serial = Serial::of(Uart::start(ports));
    daemon::ready_and_drop_names();
    loop {
        match queue.next()?.data {
            INTERRUPT => service(&interrupts, &socket, &mut serial)?,
            _ => serve_waiting(&socket, &mut serial)?,
        }
    }
}

/// The count of interrupts, then the port, then the same count back: only then the kernel lets the line in again.
fn service(interrupts: &File, socket: &Socket, serial: &mut Serial) -> Result<()> {
    let count: u64 = match interrupts.read_record() {
        // None since the last one.
        Err(EIO) => return Ok(()),
        count => count?,
    };
    serial.receive();
    interrupts.write_record(count)?;
    serial.input.deliver(socket);
    Ok(())
}
