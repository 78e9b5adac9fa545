//! Computes without ever waiting, longer than a time slice: only the timer gets the CPU back from it.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use common::text::Sink;
use runtime::alarm::sleep;
use runtime::console::Line;

const ROUNDS: u32 = 5;
/// Numbers looked at in a round.
const STEP: u32 = 3000;
const FIRST_PAUSE_MILLISECONDS: u32 = 10;

runtime::process!(count_primes);

fn count_primes() {
    sleep(FIRST_PAUSE_MILLISECONDS);
    let mut primes = 0;
    for round in 1..=ROUNDS {
        for candidate in (round - 1) * STEP..round * STEP {
            if is_prime(candidate) {
                primes += 1;
            }
        }
        report(round * STEP, primes);
    }
}

fn is_prime(candidate: u32) -> bool {
    if candidate < 2 {
        return false;
    }
    let mut divisor = 2;
    while divisor * divisor <= candidate {
        if candidate % divisor == 0 {
            return false;
        }
        divisor += 1;
    }
    true
}

fn report(below: u32, primes: u32) {
    let mut line = Line::new();
    line.text("counter: ");
    line.decimal(primes);
    line.text(" primes below ");
    line.decimal(below);
    line.text("\n");
    line.print();
}
