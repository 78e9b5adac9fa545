//! Why a system call or a driver could not do what it was asked.

/// The codes that processes see in r1 of a failure.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ErrorCode {
    Fail = 1,
    Busy = 2,
    Already = 3,
    Off = 4,
    Reserve = 5,
    Invalid = 6,
    Size = 7,
    Cancel = 8,
    NoMemory = 9,
    NoSupport = 10,
    NoDevice = 11,
}
