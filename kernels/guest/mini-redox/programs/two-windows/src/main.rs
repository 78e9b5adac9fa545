//! A window on the text screen: `two-windows left ROUNDS` or `two-windows right ROUNDS`; start one of each.
//!
//! The left one writes lines, which the server puts into the window's cells. The right one maps the cells and draws a bar
//! in them by itself: only showing is a message.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

use core::sync::atomic::{AtomicU16, Ordering};

use redox_runtime::abi::record::TimeSpec;
use redox_runtime::argument::{arguments, number};
use redox_runtime::common::text::Sink;
use redox_runtime::error::EINVAL;
use redox_runtime::file::File;
use redox_runtime::flag::PAGE;
use redox_runtime::memory::Mapping;
use redox_runtime::text::Line;
use redox_runtime::{call, program, say, Result};

const LEFT: &str = "/scheme/text/2,4,36,16/left";
const RIGHT: &str = "/scheme/text/42,4,36,16/right";
/// The inside of the right window.
const WIDTH: usize = 34;
const HEIGHT: usize = 14;
const ROUNDS: u64 = 40;
/// Between two rounds.
const PAUSE: TimeSpec = TimeSpec { seconds: 0, nanoseconds: 20_000_000 };

/// Black on green: the bar; grey on black: where it is not.
const BAR: u16 = 0x2000 | b' ' as u16;
const EMPTY: u16 = 0x0700 | b'.' as u16;

program!(main);

fn main() -> Result<()> {
    let mut words = arguments();
    let side = words.next();
    let rounds = words.next().and_then(number).unwrap_or(ROUNDS);
    match side {
        Some("left") => write_lines(rounds),
        Some("right") => draw(rounds),
        _ => {
            say!("usage: two-windows left ROUNDS, or two-windows right ROUNDS");
            Err(EINVAL)
        }
    }
}

fn open(path: &str) -> Result<File> {
    let window = File::writing(path);
    say!("open ", path, ": ", window);
    window
}

fn write_lines(rounds: u64) -> Result<()> {
    let window = open(LEFT)?;
    for round in 1..=rounds {
        let mut line = Line::new();
        line.text("line ");
        line.decimal64(round);
        line.text("\n");
        window.write_all(line.bytes())?;
        call::nanosleep(PAUSE)?;
    }
    say!("left: wrote ", rounds, " lines");
    Ok(())
}

fn draw(rounds: u64) -> Result<()> {
    let window = open(RIGHT)?;
    let mapping = Mapping::shared(&window, 0, PAGE);
    say!("fmap: ", mapping.as_ref().map(drop).map_err(|error| *error));
    let mapping = mapping?;
    let cells = mapping.cells::<AtomicU16>();
    for round in 1..=rounds {
        for (index, cell) in cells.iter().take(WIDTH * HEIGHT).enumerate() {
            let (column, row) = (index % WIDTH, index / WIDTH);
            let is_bar = column < (round as usize + row) % (WIDTH + 1);
            cell.store(if is_bar { BAR } else { EMPTY }, Ordering::Relaxed);
        }
        call::fsync(window.descriptor())?;
        call::nanosleep(PAUSE)?;
    }
    say!("right: drew ", rounds, " times");
    Ok(())
}
