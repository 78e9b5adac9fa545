//! Keeps sums in XMM registers while others run: `sse NUMBER ROUNDS`. Start it twice with different numbers.
//!
//! The kernel saves these registers at each switch, whether they were used or not. Without that, each of the two would
//! find the other's sums.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use redox_runtime::argument::{arguments, number};
use redox_runtime::{call, program, say, sse, Result};

const ROUNDS: u64 = 200;

program!(main);

fn main() -> Result<()> {
    let mut words = arguments();
    let summand = words.next().and_then(number).unwrap_or(1);
    let rounds = words.next().and_then(number).unwrap_or(ROUNDS);
    let mut wrong = 0_u64;
    sse::clear();
    for round in 1..=rounds {
        sse::add(summand);
        call::yield_now();
        let sum = summand.wrapping_mul(round);
        let expected: [u64; sse::SUMS] = core::array::from_fn(|index| sum.wrapping_mul(index as u64 + 1));
        let found = sse::sums();
        if found != expected {
            if wrong == 0 {
                say!("round ", round, ": the first sum is ", found[0], ", not ", expected[0]);
            }
            wrong += 1;
        }
    }
    if wrong == 0 {
        say!("the sums of ", summand, " held over ", rounds, " rounds");
    } else {
        say!("the sums of ", summand, " were wrong in ", wrong, " of ", rounds, " rounds");
    }
    Ok(())
}
