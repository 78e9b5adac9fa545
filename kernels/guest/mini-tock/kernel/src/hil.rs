//! What drivers of devices offer to capsules. Every operation returns at once; the client is called when it is done,
//! and is given its buffer back.

use crate::error::ErrorCode;

/// Sending bytes.
pub trait Transmit {
    fn set_transmit_client(&self, client: &'static dyn TransmitClient);

    /// Starts sending the first `length` bytes. On failure the buffer comes back at once.
    fn transmit(&self, buffer: &'static mut [u8], length: usize) -> Result<(), (ErrorCode, &'static mut [u8])>;
}

/// Is told when bytes have been sent.
pub trait TransmitClient {
    fn transmitted(&self, buffer: &'static mut [u8], length: usize);
}

/// A clock that counts up and wraps, with one appointment.
pub trait Alarm {
    fn set_alarm_client(&self, client: &'static dyn AlarmClient);

    /// Ticks a second.
    fn frequency(&self) -> u32;

    fn now(&self) -> u32;

    /// Calls the client when `ticks` have passed since the clock showed `reference`.
    fn set_alarm(&self, reference: u32, ticks: u32);

    fn disarm(&self);
}

/// Is told when its time has come.
pub trait AlarmClient {
    fn alarm(&self);
}

/// Whether `ticks` have passed since `reference`, on a clock that wraps.
pub fn has_passed(now: u32, reference: u32, ticks: u32) -> bool {
    now.wrapping_sub(reference) >= ticks
}
