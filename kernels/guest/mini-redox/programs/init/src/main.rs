//! The first process that bootstrap makes: it starts all others, as `etc/init.rc` lists them, and waits for their ends.
//!
//! | A line | What it does |
//! |---|---|
//! | `name arguments` | starts a daemon and waits until it says that it is ready |
//! | `supervise name arguments` | the same, and starts it again whenever it ends |
//! | `nowait name arguments` | starts a program |
//! | `run name arguments` | starts a program and waits for its end |
//! | `stdio PATH` | where this and all programs from here on read and write |
//! | `export NAME=value` | a variable of all programs from here on |
//! | `namespace names` | the schemes that programs from here on can name; without names, all |
//! | `# words` | a comment |
//!
//! Reading order: [`start`], [`table`].
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

mod start;
mod table;

use redox_runtime::argument::words;
use redox_runtime::error::{EINVAL, ECHILD};
use redox_runtime::file::File;
use redox_runtime::flag::{OPEN_READ, OPEN_WRITE};
use redox_runtime::abi::record::TimeSpec;
use redox_runtime::{call, process, program, say, Result};
use start::Settings;
use table::{Running, Table};

const LIST: &str = "/scheme/initfs/etc/init.rc";
const LONGEST_LIST: usize = 4096;

program!(main);

fn main() -> Result<()> {
    let mut bytes = [0; LONGEST_LIST];
    let text = read_list(&mut bytes)?;
    let mut settings = Settings::default();
    let mut table = Table::default();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Err(error) = perform(line, &mut settings, &mut table) {
            say!(line, ": ", error);
        }
    }
    say!("all started");
    wait_for_ever(&settings, &mut table)
}

fn read_list(bytes: &mut [u8]) -> Result<&str> {
    let file = File::reading(LIST)?;
    let mut length = 0;
    while let Some(rest) = bytes.get_mut(length..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            count => length += count,
        }
    }
    core::str::from_utf8(bytes.get(..length).unwrap_or(&[])).map_err(|_| EINVAL)
}

/// Does what one line says.
fn perform<'a>(line: &'a str, settings: &mut Settings<'a>, table: &mut Table<'a>) -> Result<()> {
    let (first, rest) = line.split_once(' ').map_or((line, ""), |(first, rest)| (first, rest.trim()));
    match first {
        "stdio" => settings.set_stdio(rest),
        "export" => settings.export(rest),
        "namespace" => settings.set_namespace(rest),
        "run" => {
            let child = settings.start(rest, None)?;
            let (_, ending) = process::wait(child.pid())?;
            say!(start::name_of(rest), " ended: ", ending);
            Ok(())
        }
        "nowait" => {
            let child = settings.start(rest, None)?;
            table.add(Running { pid: child.pid(), line: rest, stdio: settings.stdio, is_supervised: false });
            Ok(())
        }
        "supervise" => {
            let pid = settings.start_daemon(rest, None)?;
            table.add(Running { pid, line: rest, stdio: settings.stdio, is_supervised: true });
            Ok(())
        }
        _ => {
            let pid = settings.start_daemon(line, None)?;
            table.add(Running { pid, line, stdio: settings.stdio, is_supervised: false });
            Ok(())
        }
    }
}

/// Takes the ends of children, and starts those again that are to be.
fn wait_for_ever<'a>(settings: &Settings<'a>, table: &mut Table<'a>) -> Result<()> {
    loop {
        let (pid, ending) = match process::wait(0) {
            Ok(ended) => ended,
            Err(ECHILD) => {
                call::nanosleep(TimeSpec { seconds: 1, nanoseconds: 0 })?;
                continue;
            }
            Err(error) => return Err(error),
        };
        let Some(ended) = table.remove(pid) else {
            say!("process ", pid, " ended: ", ending);
            continue;
        };
        say!(start::name_of(ended.line), " (process ", pid, ") ended: ", ending);
        if ended.is_supervised {
            let again = File::open(ended.stdio, OPEN_READ | OPEN_WRITE)
                .and_then(|stdio| settings.start_daemon(ended.line, Some(&stdio)));
            match again {
                Ok(pid) => table.add(Running { pid, ..ended }),
                Err(error) => say!(words(ended.line).next().unwrap_or(""), ": ", error),
            }
        }
    }
}
