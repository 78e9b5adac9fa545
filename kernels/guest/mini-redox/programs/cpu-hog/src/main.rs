//! Computes and never waits: `cpu-hog SECONDS`, or `cpu-hog` for ever. Others run on, since the kernel takes turns.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use redox_runtime::argument::{arguments, number};
use redox_runtime::flag::CLOCK_MONOTONIC;
use redox_runtime::{call, program, say, Result};

/// So many steps are between two looks at the clock.
const STEPS: u32 = 50_000;

program!(main);

fn main() -> Result<()> {
    let seconds = arguments().next().and_then(number);
    match seconds {
        Some(seconds) => say!("computing, seconds: ", seconds),
        None => say!("computing for ever"),
    }
    let start = now()?;
    let mut state = 1_u32;
    while seconds.is_none_or(|seconds| now().is_ok_and(|now| now < start + seconds * 1000)) {
        for _ in 0..STEPS {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
        }
        // What is never looked at would not be computed.
        core::hint::black_box(state);
    }
    say!("done");
    Ok(())
}

/// The time since the start in milliseconds.
fn now() -> Result<u64> {
    call::clock_gettime(CLOCK_MONOTONIC).map(|time| time.seconds * 1000 + time.nanoseconds / 1_000_000)
}
