//! The driver of the keyboard, in ring 3: the scheme `keyboard`.
//!
//! Reading gives the characters of the keys that are pressed, and waits for them. All waiting is at one event queue: for
//! requests, and for the keyboard's interrupt. Reading order: [`controller`], [`keys`], [`server`], the loop here.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod controller;
mod keys;
mod server;

use controller::Controller;
use redox_runtime::error::EIO;
use redox_runtime::event::Queue;
use redox_runtime::file::File;
use redox_runtime::flag::EVENT_READ;
use redox_runtime::port::PortRights;
use redox_runtime::scheme::{serve_waiting, Socket};
use redox_runtime::{daemon, program, Result};
use server::Keyboard;

const INTERRUPT_LINE: &str = "/scheme/irq/1";
/// What events say about who is ready.
const REQUEST: u64 = 1;
const INTERRUPT: u64 = 2;

program!(main);

fn main() -> Result<()> {
    let ports = PortRights::request()?;
    let interrupts = File::writing(INTERRUPT_LINE)?;
    let socket = Socket::create_nonblocking("keyboard")?;
    let queue = Queue::new()?;
    queue.watch(socket.file(), EVENT_READ, REQUEST)?;
    queue.watch(&interrupts, EVENT_READ, INTERRUPT)?;
    let mut keyboard = Keyboard::of(Controller::start(ports));
    daemon::ready_and_drop_names();
    loop {
        match queue.next()?.data {
            INTERRUPT => service(&interrupts, &socket, &mut keyboard)?,
            _ => serve_waiting(&socket, &mut keyboard)?,
        }
    }
}

/// The count of interrupts, then the keyboard, then the same count back: only then the kernel lets the line in again.
fn service(interrupts: &File, socket: &Socket, keyboard: &mut Keyboard) -> Result<()> {
    let count: u64 = match interrupts.read_record() {
        // None since the last one.
        Err(EIO) => return Ok(()),
        count => count?,
    };
    keyboard.receive();
    interrupts.write_record(count)?;
    keyboard.input.deliver(socket);
    Ok(())
}
