//! Prints a line now and then, and sleeps in between.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use common::text::Sink;
use runtime::alarm::sleep;
use runtime::console::Line;

const LINES: u32 = 5;
const PAUSE_MILLISECONDS: u32 = 20;

runtime::process!(hello);

fn hello() {
    for number in 1..=LINES {
        let mut line = Line::new();
        line.text("hello: line ");
        line.decimal(number);
        line.text(" of ");
        line.decimal(LINES);
        line.text("\n");
        line.print();
        sleep(PAUSE_MILLISECONDS);
    }
}
