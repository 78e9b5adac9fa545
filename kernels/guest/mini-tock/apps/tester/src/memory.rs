//! Our own memory: what the kernel says of it, and how far the break can go.

use runtime::calls::{memop, raw};

use crate::calls::{CONSOLE, INVALID, READ_ONLY_ALLOW, SUCCESS_WORDS};
use crate::Tally;

const BRK: u32 = 0;
const SBRK: u32 = 1;
const RAM_START: u32 = 2;
const RAM_END: u32 = 3;
const FLASH_START: u32 = 4;
const FLASH_END: u32 = 5;
const GRANT_START: u32 = 6;
const NO_MEMORY: u32 = 9;
/// Less than a subregion, so that it still fits.
const STEP: u32 = 64;

pub fn check(tally: &Tally) {
    let ask = |operation| memop(operation, 0).unwrap_or(0);
    let (start, end, grants, now) = (ask(RAM_START), ask(RAM_END), ask(GRANT_START), ask(SBRK));
    let here = &raw const start as u32;
    tally.check("our stack is in our RAM", start <= here && here < end);
    tally.check("our code is in our flash", {
        let code = check as fn(&Tally) as usize as u32;
        ask(FLASH_START) <= code && code < ask(FLASH_END)
    });
    tally.check("the break is below the grants, the grants below the end", start < now && now < grants && grants < end);
    tally.check("a break among the grants is NOMEM", memop(BRK, grants + 4) == Err(NO_MEMORY));
    tally.check("a break behind the end is INVALID", memop(BRK, end) == Err(INVALID));
    tally.check("a break below our RAM is INVALID", memop(BRK, start - 4) == Err(INVALID));
    growing(tally, now);
    lending(tally);
}

fn growing(tally: &Tally, now: u32) {
    tally.check("sbrk gives the old break", memop(SBRK, STEP) == Ok(now));
    let gained = now as *mut u32;
    // SAFETY: between the old break and the new one: ours, and nobody else uses it.
    unsafe {
        tally.check("gained memory is zero", gained.read_volatile() == 0);
        gained.write_volatile(7);
    }
    tally.check("the break can go back", memop(BRK, now) == Ok(0));
    let _ = memop(SBRK, STEP);
    // SAFETY: as above.
    tally.check("memory gained again is zero again", unsafe { gained.read_volatile() } == 0);
}

/// Last, since the break cannot go below a lent buffer ever after.
fn lending(tally: &Tally) {
    let now = memop(SBRK, 0).unwrap_or(0);
    tally.check(
        "a buffer right below the break can be lent",
        raw::<READ_ONLY_ALLOW>([CONSOLE, 1, now - 8, 8])[0] == SUCCESS_WORDS,
    );
    raw::<READ_ONLY_ALLOW>([CONSOLE, 1, 0, 0]);
    tally.check("the break cannot go below what was lent", memop(BRK, now - 4) == Err(INVALID));
}
