//! How to be the server of a scheme.
//!
//! A server makes a [`Socket`], then either hands itself to [`serve`] for ever, or waits by an event queue for the
//! socket among other files and calls [`serve_waiting`] when it is ready. What a scheme does is a [`SchemeServer`].

mod call;
mod server;
mod socket;

pub use call::Call;
pub use server::{handle, serve, serve_waiting, Answer, Caller, SchemeServer};
pub use socket::Socket;
