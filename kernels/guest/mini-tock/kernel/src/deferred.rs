//! Deferred calls: interrupts that software raises, so that a capsule can be called back from the kernel's loop
//! instead of deep inside somebody else's call.

use core::cell::Cell;

use crate::cells::{OptionalCell, SingleThread};
use common::probe;

/// Is called from the kernel's loop some time after it asked for it.
pub trait DeferredClient {
    fn deferred(&self);
}

/// As many as there are bits.
const MOST: usize = 8;

/// Which calls are wanted, and whom they go to.
#[repr(C)]
pub struct DeferredCalls {
    pending: Cell<u32>,
    count: Cell<u32>,
    clients: [OptionalCell<&'static dyn DeferredClient>; MOST],
}

#[no_mangle]
pub static DEFERRED_CALLS: SingleThread<DeferredCalls> = SingleThread(DeferredCalls {
    pending: Cell::new(0),
    count: Cell::new(0),
    clients: [const { OptionalCell::empty() }; MOST],
});

/// One capsule's bit.
#[derive(Clone, Copy)]
pub struct DeferredCall(u32);

impl DeferredCall {
    /// Takes the next bit. Too many are found by [`verify`] at boot.
    pub fn new() -> Self {
        let index = DEFERRED_CALLS.count.get();
        DEFERRED_CALLS.count.set(index + 1);
        DeferredCall(index)
    }

    pub fn register(self, client: &'static dyn DeferredClient) {
        if let Some(slot) = DEFERRED_CALLS.clients.get(self.0 as usize) {
            slot.set(client);
        }
    }

    /// Asks to be called from the kernel's loop.
    pub fn set(self) {
        DEFERRED_CALLS.pending.set(DEFERRED_CALLS.pending.get() | 1 << (self.0 & 31));
    }
}

/// Whether any is wanted.
pub fn has_pending() -> bool {
    DEFERRED_CALLS.pending.get() != 0
}

/// Serves the lowest one.
pub fn serve_next() {
    let pending = DEFERRED_CALLS.pending.get();
    let index = pending.trailing_zeros();
    DEFERRED_CALLS.pending.set(pending & !(1 << (index & 31)));
    probe!(mini_tock, deferred_call, index);
    if let Some(client) = DEFERRED_CALLS.clients.get(index as usize).and_then(OptionalCell::get) {
        client.deferred();
    }
}

/// Whether every bit has its client: asked once, before the loop.
pub fn verify() -> bool {
    let count = DEFERRED_CALLS.count.get() as usize;
    count <= MOST && DEFERRED_CALLS.clients.iter().take(count).all(|client| client.get().is_some())
}
