//! The shell: reads lines from its input, does what they say, and starts programs.
//!
//! It edits lines itself, for itself and for the program that runs: backspace takes a character back, Ctrl-C interrupts
//! the program (and ends it, the second time), Ctrl-D is the end of the input. Reading order: [`terminal`], [`editor`],
//! [`command`], [`child`], [`mounts`].
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod child;
mod command;
mod editor;
mod mounts;
mod output;
mod terminal;

use command::Next;
use editor::{Editor, Event};
use redox_runtime::text::print;
use redox_runtime::{program, say, Result};
use terminal::Terminal;

const PROMPT: &[u8] = b"$ ";

program!(main);

fn main() -> Result<()> {
    let mut shell = Shell { terminal: Terminal::new()?, jobs: child::Jobs::default() };
    say!("type help");
    let mut editor = Editor::default();
    loop {
        shell.jobs.report_ended();
        print(PROMPT);
        editor.clear();
        match read_line(&mut shell.terminal, &mut editor)? {
            Event::Line => {}
            Event::Interrupt => continue,
            Event::End | Event::Nothing => return Ok(()),
        }
        match command::perform(&mut shell, editor.text()) {
            Ok(Next::Line) => {}
            Ok(Next::End) => return Ok(()),
            Err(failure) => say!(failure.what, ": ", failure.error),
        }
    }
}

/// What commands work with.
struct Shell {
    terminal: Terminal,
    jobs: child::Jobs,
}

fn read_line(terminal: &mut Terminal, editor: &mut Editor) -> Result<Event> {
    loop {
        let Some(byte) = terminal.next_byte()? else {
            return Ok(Event::End);
        };
        match editor.take(byte) {
            Event::Nothing => {}
            event => return Ok(event),
        }
    }
}
