//! How to be the server of a scheme.
//!
//! A server makes a [`Socket`], then either hands itself to [`serve`] for ever, or waits by an event queue for the
//! socket among other files and calls [`serve_waiting`] when it is ready. What a scheme does is a [`SchemeServer`].

mod call;
mod input;
pub mod listing;
mod server;
mod socket;

pub use call::Call;
pub use input::Input;
pub use server::{handle, serve, serve_waiting, Answer, Caller, SchemeServer};
pub use socket::Socket;

/// Puts the path of an open file, below its scheme, into the buffer of an fpath, as far as it fits; how many bytes.
pub fn put_path(buffer: &mut [u8], path: &str) -> u64 {
    buffer.iter_mut().zip(path.bytes()).map(|(target, source)| *target = source).count() as u64
}
