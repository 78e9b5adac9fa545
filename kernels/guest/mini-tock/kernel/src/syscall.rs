//! The system calls: what a process asks, and the shapes of what it gets back.

use crate::error::ErrorCode;

/// The immediate of `svc`.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Yield = 0,
    Subscribe = 1,
    Command = 2,
    ReadWriteAllow = 3,
    ReadOnlyAllow = 4,
    Memop = 5,
    Exit = 6,
}

impl Class {
    /// The class of an immediate, if it has one.
    pub fn of(immediate: u32) -> Option<Class> {
        Some(match immediate {
            0 => Class::Yield,
            1 => Class::Subscribe,
            2 => Class::Command,
            3 => Class::ReadWriteAllow,
            4 => Class::ReadOnlyAllow,
            5 => Class::Memop,
            6 => Class::Exit,
            _ => return None,
        })
    }
}

/// A system call as the process made it: the class and r0-r3.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct Call {
    pub class: u32,
    pub arguments: [u32; 4],
}

/// What a call returns: r0 tells which shape, r1-r3 hold it.
#[derive(Clone, Copy)]
pub enum Return {
    Failure(ErrorCode),
    FailureWord(ErrorCode, u32),
    FailureWords(ErrorCode, u32, u32),
    Success,
    SuccessWord(u32),
    SuccessWords(u32, u32),
    SuccessThreeWords(u32, u32, u32),
}

impl Return {
    /// The four words for r0-r3. The numbers of the shapes are part of the binary interface.
    pub fn registers(self) -> [u32; 4] {
        match self {
            Return::Failure(code) => [0, code as u32, 0, 0],
            Return::FailureWord(code, a) => [1, code as u32, a, 0],
            Return::FailureWords(code, a, b) => [2, code as u32, a, b],
            Return::Success => [128, 0, 0, 0],
            Return::SuccessWord(a) => [129, a, 0, 0],
            Return::SuccessWords(a, b) => [130, a, b, 0],
            Return::SuccessThreeWords(a, b, c) => [132, a, b, c],
        }
    }
}

impl From<Result<(), ErrorCode>> for Return {
    fn from(result: Result<(), ErrorCode>) -> Self {
        match result {
            Ok(()) => Return::Success,
            Err(code) => Return::Failure(code),
        }
    }
}
