//! Waiting: what runs when, in which order, and what is dropped.

use core::cell::Cell;

use runtime::calls::{command, raw, yield_no_wait, yield_wait};

use crate::calls::{ALARM, COMMAND, CONSOLE, FAILURE, NO_SUPPORT, READ_ONLY_ALLOW, SUBSCRIBE, SUCCESS};
use crate::Tally;

const YIELD: u8 = 0;
const WAIT_FOR: u32 = 2;
const EXPIRED: u32 = 0;
const WRITTEN: u32 = 1;
const NOW: u32 = 2;
const STOP: u32 = 3;
const SET_RELATIVE: u32 = 5;
const WRITE: u32 = 1;
const ALREADY: u32 = 3;
/// More upcalls than the queue has room for.
const MANY: u32 = 13;
const QUEUE: u32 = 10;
/// Ticks that pass before a short alarm has certainly gone off.
const SHORT: u32 = 200;

/// A line of a hundred bytes.
static LINE: [u8; 100] = {
    let mut line = [b'.'; 100];
    line[99] = b'\n';
    line
};

extern "C" fn count(a: u32, _: u32, _: u32, word: u32) {
    // SAFETY: the functions below subscribe with the address of a cell that they wait for.
    let (calls, argument) = unsafe { &*(word as *const (Cell<u32>, Cell<u32>)) };
    calls.set(calls.get() + 1);
    argument.set(a);
}

pub fn check(tally: &Tally) {
    let seen = (Cell::new(0), Cell::new(0));
    let function = count as extern "C" fn(u32, u32, u32, u32) as usize as u32;
    let word = &raw const seen as u32;
    alarm(tally, &seen, [function, word]);
    queue(tally, &seen, [function, word]);
    waiting_for(tally);
    writing(tally, &seen, [function, word]);
    raw::<SUBSCRIBE>([ALARM, EXPIRED, 0, 0]);
    raw::<SUBSCRIBE>([CONSOLE, WRITTEN, 0, 0]);
}

fn clock() -> u32 {
    command(ALARM, NOW, 0, 0).unwrap_or(0)
}

fn pass(ticks: u32) {
    let start = clock();
    while clock().wrapping_sub(start) < ticks {}
}

fn alarm(tally: &Tally, seen: &(Cell<u32>, Cell<u32>), upcall: [u32; 2]) {
    tally.check("nothing is queued at first", !yield_no_wait());
    tally.check("an alarm that is not set cannot be stopped", command(ALARM, STOP, 0, 0) == Err(ALREADY));
    raw::<SUBSCRIBE>([ALARM, EXPIRED, upcall[0], upcall[1]]);
    let start = clock();
    let _ = command(ALARM, SET_RELATIVE, 20 * SHORT, 0);
    yield_wait();
    tally.check("yield-wait returns after one upcall", seen.0.get() == 1);
    tally.check("the upcall tells a time that is not too early", seen.1.get().wrapping_sub(start) >= 20 * SHORT);
    let _ = command(ALARM, SET_RELATIVE, SHORT, 0);
    pass(3 * SHORT);
    tally.check("an upcall does not run before we yield", seen.0.get() == 1);
    tally.check("yield-no-wait runs it", yield_no_wait() && seen.0.get() == 2);
    tally.check("an unknown kind of yield is NOSUPPORT", raw::<YIELD>([9, 0, 0, 0])[..2] == [FAILURE, NO_SUPPORT]);
}

fn queue(tally: &Tally, seen: &(Cell<u32>, Cell<u32>), upcall: [u32; 2]) {
    let fill = || {
        for _ in 0..MANY {
            let _ = command(ALARM, SET_RELATIVE, SHORT, 0);
            pass(3 * SHORT);
        }
    };
    fill();
    seen.0.set(0);
    while yield_no_wait() {}
    tally.check("ten upcalls are kept, the others dropped", seen.0.get() == QUEUE);
    fill();
    raw::<SUBSCRIBE>([ALARM, EXPIRED, upcall[0], upcall[1]]);
    tally.check("subscribing again cancels what is queued", !yield_no_wait());
}

fn waiting_for(tally: &Tally) {
    raw::<SUBSCRIBE>([ALARM, EXPIRED, 0, 0]);
    let start = clock();
    let due = command(ALARM, SET_RELATIVE, SHORT, 0).unwrap_or(0);
    let [now, expected, ..] = raw::<YIELD>([WAIT_FOR, ALARM, EXPIRED, 0]);
    tally.check("yield-wait-for returns the upcall's arguments", expected == due);
    tally.check("also without a function", now.wrapping_sub(start) >= SHORT);
}

fn writing(tally: &Tally, seen: &(Cell<u32>, Cell<u32>), upcall: [u32; 2]) {
    raw::<SUBSCRIBE>([CONSOLE, WRITTEN, upcall[0], upcall[1]]);
    raw::<READ_ONLY_ALLOW>([CONSOLE, WRITE, LINE.as_ptr() as u32, 100]);
    tally.check("a long write starts", raw::<COMMAND>([CONSOLE, WRITE, 100, 0])[0] == SUCCESS);
    yield_wait();
    tally.check("it goes out in chunks, with one upcall for all", seen.1.get() == 100);
    raw::<READ_ONLY_ALLOW>([CONSOLE, WRITE, LINE.as_ptr() as u32 + 99, 1]);
    let _ = command(CONSOLE, WRITE, 1000, 0);
    yield_wait();
    tally.check("a write ends where the buffer ends", seen.1.get() == 1);
    raw::<READ_ONLY_ALLOW>([CONSOLE, WRITE, 0, 0]);
}
