//! What can be typed.

use redox_runtime::abi::path::{SHUTDOWN, SYS_CONTEXT, SYS_EXIT, SYS_SCHEME};
use redox_runtime::abi::record::Stat;
use redox_runtime::argument::{number, words};
use redox_runtime::error::{Error, EINVAL, EISDIR};
use redox_runtime::file::File;
use redox_runtime::flag::{OPEN_CREATE, OPEN_DIRECTORY, OPEN_EXCLUSIVE, OPEN_READ, OPEN_WRITE, SIGNAL_KILL};
use redox_runtime::{call, Result};

use crate::child;
use crate::mounts;
use crate::output::Output;
use crate::Shell;

/// The folder of the scheme that paths without a scheme belong to.
const DEFAULT_FOLDER: &str = "/scheme/file/";

const HELP: &[&str] = &[
    "ls [PATH]               names in a folder; of /scheme, all schemes",
    "cat PATH ...            what is in files",
    "echo WORDS              the words",
    "mkdir PATH ...          make folders",
    "rm PATH ...             remove files, and empty folders",
    "ps                      all contexts",
    "kill PID [SIGNAL]       end a process; signal 2 interrupts the call that it waits in",
    "mount DISK NAME         start the server of a disk's file system, as a scheme",
    "unmount NAME            end the server of a scheme",
    "run NAME [WORDS] [&]    start a program; with & without waiting for its end",
    "shutdown                end the machine",
    "exit                    end the shell",
    "COMMAND > PATH          write to a file instead",
];

/// What comes after a command.
pub enum Next {
    Line,
    End,
}

/// What failed, and why.
pub struct Failure<'a> {
    pub what: &'a str,
    pub error: Error,
}

/// Names what an error is about.
pub trait About<T> {
    fn about(self, what: &str) -> core::result::Result<T, Failure<'_>>;
}

impl<T> About<T> for Result<T> {
    fn about(self, what: &str) -> core::result::Result<T, Failure<'_>> {
        self.map_err(|error| Failure { what, error })
    }
}

pub type Done<'a, T> = core::result::Result<T, Failure<'a>>;

/// Does what a line says.
pub fn perform<'a>(shell: &mut Shell, line: &'a str) -> Done<'a, Next> {
    let (line, target) = match line.split_once('>') {
        Some((line, target)) => (line.trim(), Some(target.trim())),
        None => (line.trim(), None),
    };
    let (name, rest) = line.split_once(' ').map_or((line, ""), |(name, rest)| (name, rest.trim()));
    if name.is_empty() {
        return Ok(Next::Line);
    }
    let output = Output::of(target).about(target.unwrap_or(""))?;
    match name {
        "help" => HELP.iter().try_for_each(|line| output.line(line)).about(name)?,
        "ls" => list(if rest.is_empty() { DEFAULT_FOLDER } else { rest }, &output)?,
        "cat" => words(rest).try_for_each(|path| copy(path, OPEN_READ, &output).about(path))?,
        "echo" => output.line(rest).about(name)?,
        "mkdir" => words(rest).try_for_each(|path| make_folder(path).about(path))?,
        "rm" => words(rest).try_for_each(|path| call::unlink(path.as_bytes()).about(path))?,
        "ps" => copy(SYS_CONTEXT, OPEN_READ, &output).about(name)?,
        "kill" => kill(rest).about(line)?,
        "mount" => mounts::mount(rest).about(line)?,
        "unmount" => mounts::unmount(rest).about(line)?,
        "run" => child::run(shell, rest, &output)?,
        "shutdown" => shut_down().about(name)?,
        "exit" => return Ok(Next::End),
        _ => child::run(shell, line, &output)?,
    }
    Ok(Next::Line)
}

/// The names in a folder; of a file, its own.
fn list<'a>(path: &'a str, output: &Output) -> Done<'a, ()> {
    if path.trim_end_matches('/') == "/scheme" {
        return copy(SYS_SCHEME, OPEN_READ, output).about(path);
    }
    let file = File::reading(path).about(path)?;
    if file.stat().is_ok_and(|stat| stat.mode == Stat::DIRECTORY) {
        copy_all(&file, output).about(path)
    } else {
        output.line(path).about(path)
    }
}

/// Writes out a whole file.
fn copy(path: &str, flags: u64, output: &Output) -> Result<()> {
    let file = File::open(path, flags)?;
    if file.stat().is_ok_and(|stat| stat.mode == Stat::DIRECTORY) {
        return Err(EISDIR);
    }
    copy_all(&file, output)
}

fn copy_all(file: &File, output: &Output) -> Result<()> {
    let mut block = [0; 1024];
    loop {
        match file.read(&mut block)? {
            0 => return Ok(()),
            count => output.write(block.get(..count).unwrap_or(&[]))?,
        }
    }
}

fn make_folder(path: &str) -> Result<()> {
    File::open(path, OPEN_READ | OPEN_CREATE | OPEN_EXCLUSIVE | OPEN_DIRECTORY).map(drop)
}

fn kill(rest: &str) -> Result<()> {
    let mut numbers = words(rest).map(|word| number(word).ok_or(EINVAL));
    let pid = numbers.next().ok_or(EINVAL)??;
    call::kill(pid, numbers.next().unwrap_or(Ok(SIGNAL_KILL))?)
}

fn shut_down() -> Result<()> {
    File::open(SYS_EXIT, OPEN_WRITE)?.write_all(SHUTDOWN.as_bytes())
}
