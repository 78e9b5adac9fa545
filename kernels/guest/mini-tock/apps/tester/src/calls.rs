//! Commands, subscriptions and buffers.

use runtime::calls::raw;

use crate::Tally;

pub const CONSOLE: u32 = 1;
pub const ALARM: u32 = 0;
const NOBODY: u32 = 99;

pub const SUBSCRIBE: u8 = 1;
pub const COMMAND: u8 = 2;
pub const READ_WRITE_ALLOW: u8 = 3;
pub const READ_ONLY_ALLOW: u8 = 4;
const NO_SUCH_CLASS: u8 = 9;

pub const FAILURE: u32 = 0;
pub const FAILURE_WORDS: u32 = 2;
pub const SUCCESS: u32 = 128;
pub const SUCCESS_WORDS: u32 = 130;

pub const INVALID: u32 = 6;
pub const NO_SUPPORT: u32 = 10;
const NO_DEVICE: u32 = 11;

static TEXT: [u8; 8] = *b"in flash";

extern "C" fn nothing(_: u32, _: u32, _: u32, _: u32) {}

pub fn check(tally: &Tally) {
    commands(tally);
    subscriptions(tally);
    buffers(tally);
}

fn commands(tally: &Tally) {
    tally.check("command 0 of the console succeeds", raw::<COMMAND>([CONSOLE, 0, 0, 0])[0] == SUCCESS);
    tally.check("command 0 of the alarm succeeds", raw::<COMMAND>([ALARM, 0, 0, 0])[0] == SUCCESS);
    tally.check(
        "command 0 of an absent driver is NODEVICE",
        raw::<COMMAND>([NOBODY, 0, 0, 0])[..2] == [FAILURE, NO_DEVICE],
    );
    tally.check("an unknown command is NOSUPPORT", raw::<COMMAND>([CONSOLE, 77, 0, 0])[..2] == [FAILURE, NO_SUPPORT]);
    tally.check("an unknown class is NOSUPPORT", raw::<NO_SUCH_CLASS>([0, 0, 0, 0])[..2] == [FAILURE, NO_SUPPORT]);
}

fn subscriptions(tally: &Tally) {
    let function = nothing as extern "C" fn(u32, u32, u32, u32) as usize as u32;
    tally.check(
        "subscribe at an absent driver gives function and word back",
        raw::<SUBSCRIBE>([NOBODY, 1, function, 5]) == [FAILURE_WORDS, NO_DEVICE, function, 5],
    );
    tally.check(
        "the first subscribe replaces the null upcall",
        raw::<SUBSCRIBE>([CONSOLE, 1, function, 5]) == [SUCCESS_WORDS, 0, 0, 0],
    );
    tally.check(
        "the next subscribe gives the first one back",
        raw::<SUBSCRIBE>([CONSOLE, 1, 0, 0]) == [SUCCESS_WORDS, function, 5, 0],
    );
    let on_stack = 0_u32;
    let data = &raw const on_stack as u32;
    tally.check(
        "a function in RAM is INVALID",
        raw::<SUBSCRIBE>([CONSOLE, 1, data, 0]) == [FAILURE_WORDS, INVALID, data, 0],
    );
    tally.check(
        "a function in the kernel's flash is INVALID",
        raw::<SUBSCRIBE>([CONSOLE, 1, 0x101, 0])[..2] == [FAILURE_WORDS, INVALID],
    );
    tally.check(
        "a subscription that the driver does not have is NOSUPPORT",
        raw::<SUBSCRIBE>([CONSOLE, 50, function, 0])[..2] == [FAILURE_WORDS, NO_SUPPORT],
    );
}

fn buffers(tally: &Tally) {
    let bytes = [0_u8; 16];
    let (ours, flash) = (bytes.as_ptr() as u32, TEXT.as_ptr() as u32);
    tally.check(
        "the first buffer replaces none",
        raw::<READ_ONLY_ALLOW>([CONSOLE, 1, ours, 16]) == [SUCCESS_WORDS, 0, 0, 0],
    );
    tally.check(
        "a buffer in flash may be read, and replaces the first",
        raw::<READ_ONLY_ALLOW>([CONSOLE, 1, flash, 8]) == [SUCCESS_WORDS, ours, 16, 0],
    );
    tally.check(
        "a buffer of no bytes takes the right away",
        raw::<READ_ONLY_ALLOW>([CONSOLE, 1, 0, 0]) == [SUCCESS_WORDS, flash, 8, 0],
    );
    tally.check(
        "a buffer in flash may not be written",
        raw::<READ_WRITE_ALLOW>([CONSOLE, 1, flash, 8]) == [FAILURE_WORDS, INVALID, flash, 8],
    );
    tally.check(
        "a buffer in the kernel's RAM is INVALID",
        raw::<READ_ONLY_ALLOW>([CONSOLE, 1, 0x2000_0000, 8])[..2] == [FAILURE_WORDS, INVALID],
    );
    tally.check(
        "a buffer that wraps round is INVALID",
        raw::<READ_ONLY_ALLOW>([CONSOLE, 1, ours, u32::MAX])[..2] == [FAILURE_WORDS, INVALID],
    );
    tally.check(
        "a buffer that the driver does not have is NOSUPPORT",
        raw::<READ_ONLY_ALLOW>([CONSOLE, 50, ours, 16])[..2] == [FAILURE_WORDS, NO_SUPPORT],
    );
    tally.check(
        "a buffer at an absent driver is NODEVICE",
        raw::<READ_WRITE_ALLOW>([NOBODY, 0, ours, 16]) == [FAILURE_WORDS, NO_DEVICE, ours, 16],
    );
}
