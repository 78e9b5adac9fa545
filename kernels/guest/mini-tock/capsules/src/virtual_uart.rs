//! One serial port shared by several users: whole buffers take turns.

use core::cell::Cell;

use kernel::cells::{OptionalCell, TakeCell};
use kernel::deferred::{DeferredCall, DeferredClient};
use kernel::error::ErrorCode;
use kernel::hil::{Transmit, TransmitClient};

/// Users at most.
const USERS: usize = 4;

/// The port and its users.
pub struct UartMux {
    uart: &'static dyn Transmit,
    users: [OptionalCell<&'static UartUser>; USERS],
    sending: OptionalCell<&'static UartUser>,
    deferred: DeferredCall,
}

impl UartMux {
    pub fn new(uart: &'static dyn Transmit) -> Self {
        UartMux {
            uart,
            users: [const { OptionalCell::empty() }; USERS],
            sending: OptionalCell::empty(),
            deferred: DeferredCall::new(),
        }
    }

    /// Connects the port and the deferred call to this mux, once it is in its place.
    pub fn connect(&'static self) {
        self.uart.set_transmit_client(self);
        self.deferred.register(self);
    }

    /// Starts the first waiting buffer, if the port is free.
    fn send_next(&self) {
        if self.sending.get().is_some() {
            return;
        }
        for user in self.users.iter().filter_map(OptionalCell::get) {
            if let Some(buffer) = user.waiting.take() {
                self.sending.set(user);
                match self.uart.transmit(buffer, user.length.get()) {
                    Ok(()) => return,
                    Err((_, buffer)) => {
                        self.sending.clear();
                        user.transmitted(buffer, 0);
                    }
                }
            }
        }
    }
}

impl DeferredClient for UartMux {
    fn deferred(&self) {
        self.send_next();
    }
}

impl TransmitClient for UartMux {
    fn transmitted(&self, buffer: &'static mut [u8], length: usize) {
        if let Some(user) = self.sending.get() {
            self.sending.clear();
            user.transmitted(buffer, length);
        }
        self.send_next();
    }
}

/// One user's end: it looks like a port of its own.
pub struct UartUser {
    mux: &'static UartMux,
    waiting: TakeCell<[u8]>,
    length: Cell<usize>,
    client: OptionalCell<&'static dyn TransmitClient>,
}

impl UartUser {
    pub fn new(mux: &'static UartMux) -> Self {
        UartUser { mux, waiting: TakeCell::empty(), length: Cell::new(0), client: OptionalCell::empty() }
    }

    /// Takes a place in the mux, if there is one.
    pub fn connect(&'static self) {
        if let Some(free) = self.mux.users.iter().find(|user| user.get().is_none()) {
            free.set(self);
        }
    }

    fn transmitted(&self, buffer: &'static mut [u8], length: usize) {
        if let Some(client) = self.client.get() {
            client.transmitted(buffer, length);
        }
    }
}

impl Transmit for UartUser {
    fn set_transmit_client(&self, client: &'static dyn TransmitClient) {
        self.client.set(client);
    }

    /// Only notes the buffer: the mux starts it from the kernel's loop, never inside the caller's call.
    fn transmit(&self, buffer: &'static mut [u8], length: usize) -> Result<(), (ErrorCode, &'static mut [u8])> {
        if !self.waiting.is_empty() {
            return Err((ErrorCode::Busy, buffer));
        }
        self.length.set(length.min(buffer.len()));
        self.waiting.put(buffer);
        self.mux.deferred.set();
        Ok(())
    }
}
