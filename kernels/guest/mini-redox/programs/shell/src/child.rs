//! Programs that the shell starts: one that it waits for, and others.

use redox_runtime::abi::path;
use redox_runtime::argument::words;
use redox_runtime::common::text::Sink;
use redox_runtime::file::File;
use redox_runtime::flag::{OPEN_READ, SIGNAL_INTERRUPT, SIGNAL_KILL, WAIT_NOTHING};
use redox_runtime::process::{Child, Command, Ending};
use redox_runtime::text::{Line, ERRORS};
use redox_runtime::{argument, call, say, Result};

use crate::command::{About, Done};
use crate::editor::{Editor, Event};
use crate::output::Output;
use crate::terminal::{Terminal, Woken};
use crate::Shell;

const PROGRAMS: &str = "/scheme/initfs/bin/";
const MOST_JOBS: usize = 8;

/// The path of a program: below `bin/` of the archive, if the name is not a path itself.
pub fn path_of(name: &str) -> Line {
    let mut path = Line::new();
    if !name.contains('/') {
        path.text(PROGRAMS);
    }
    path.text(name);
    path
}

/// Starts a program: its name, its arguments, and `&` if the shell is not to wait.
pub fn run<'a>(shell: &mut Shell, line: &'a str, output: &Output) -> Done<'a, ()> {
    let (line, is_job) = line.strip_suffix('&').map_or((line, false), |line| (line.trim(), true));
    let name = words(line).next().unwrap_or(line);
    let input = Input::new().about(name)?;
    let child = start(line, &input, output).about(name)?;
    if is_job {
        shell.jobs.add(child.pid(), name);
        return Ok(());
    }
    let ending = attend(&mut shell.terminal, &child, input).about(name)?;
    if ending != Ending::Exited(0) {
        say!(name, " ended: ", ending);
    }
    Ok(())
}

fn start(line: &str, input: &Input, output: &Output) -> Result<Child> {
    let (program, arguments) = line.split_once(' ').unwrap_or((line, ""));
    let files = [[input.reading.descriptor(), 0], [output.descriptor(), 1], [ERRORS, 2]];
    let name = program.rsplit('/').next().unwrap_or(program);
    let variables = [argument::variables()];
    Command { name, arguments, variables: &variables, files: &files, namespace: None }.spawn(path_of(program).as_str())
}

/// The pipe that a program reads what is typed from.
struct Input {
    reading: File,
    writing: File,
}

impl Input {
    fn new() -> Result<Self> {
        let reading = File::open(path::PIPE, OPEN_READ)?;
        let writing = reading.dup(path::PIPE_WRITE)?;
        Ok(Input { reading, writing })
    }
}

/// Passes on what is typed until the program has ended.
fn attend(terminal: &mut Terminal, child: &Child, input: Input) -> Result<Ending> {
    let Input { reading, writing } = input;
    let mut writing = Some(writing);
    let mut editor = Editor::default();
    let mut signal = SIGNAL_INTERRUPT;
    terminal.watch(child.file())?;
    loop {
        let byte = match terminal.next()? {
            Woken::Ended => break,
            // Nothing can be typed any more: only the end is left to wait for.
            Woken::Closed => return child.wait(),
            Woken::Byte(byte) => byte,
        };
        match editor.take(byte) {
            Event::Nothing => continue,
            Event::Interrupt => {
                call::kill(child.pid(), signal)?;
                signal = SIGNAL_KILL;
            }
            Event::End => writing = None,
            Event::Line => {
                if let Some(pipe) = &writing {
                    pipe.write_all(editor.bytes())?;
                    pipe.write_all(b"\n")?;
                }
            }
        }
        editor.clear();
    }
    terminal.forget(child.file())?;
    drop(writing);
    take_back(terminal, &reading)?;
    terminal.push(editor.bytes());
    child.wait()
}

/// What the program did not read is for the shell.
fn take_back(terminal: &mut Terminal, reading: &File) -> Result<()> {
    let mut bytes = [0; 64];
    loop {
        match reading.read(&mut bytes)? {
            0 => return Ok(()),
            count => terminal.push(bytes.get(..count).unwrap_or(&[])),
        }
    }
}

/// A program that the shell does not wait for.
#[derive(Clone, Copy)]
struct Job {
    pid: u64,
    name: [u8; 16],
    length: usize,
}

/// All of them.
#[derive(Default)]
pub struct Jobs {
    rows: [Option<Job>; MOST_JOBS],
}

impl Jobs {
    fn add(&mut self, pid: u64, name: &str) {
        let mut job = Job { pid, name: [0; 16], length: 0 };
        for (target, source) in job.name.iter_mut().zip(name.bytes()) {
            *target = source;
            job.length += 1;
        }
        say!(name, " is process ", pid);
        if let Some(row) = self.rows.iter_mut().find(|row| row.is_none()) {
            *row = Some(job);
        }
    }

    /// Says which have ended.
    pub fn report_ended(&mut self) {
        for row in &mut self.rows {
            let Some(job) = row else { continue };
            if let Ok((1.., status)) = call::waitpid(job.pid, WAIT_NOTHING) {
                say!(job.name.get(..job.length).unwrap_or(&[]), " (process ", job.pid, ") ended: ", Ending::of(status));
                *row = None;
            }
        }
    }
}
