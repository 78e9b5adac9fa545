//! Making a process: a new context, its memory, its files, its registers, then start.

use common::text::Sink;
use redox_abi::error::{Result, ENOMEM};
use redox_abi::flag::{MAP_LAZY, PAGE, PROTECT_READ, PROTECT_WRITE};
use redox_abi::process as protocol;
use redox_abi::process::{AddressSpaceRequest, Registers};

use crate::argument;
use crate::file::File;
use crate::process::elf::{read_whole, Header, Program, Segment};
use crate::process::{wait, Ending};

/// The first address above the stack of a program.
pub const STACK_TOP: u64 = 0x4000_0000;
/// Its size. Only its top page is there from the start.
pub const STACK_BYTES: u64 = 16 * PAGE;

/// What to start, and with what.
#[derive(Clone, Copy)]
pub struct Command<'a> {
    pub name: &'a str,
    /// Words with spaces between them.
    pub arguments: &'a str,
    /// Lines of `NAME=value`; more than one text may have them.
    pub variables: &'a [&'a str],
    /// Pairs of our descriptor and its.
    pub files: &'a [[u64; 2]],
    /// Its effective namespace, if it is not to be ours.
    pub namespace: Option<u64>,
}

/// A process that we started.
pub struct Child {
    pid: u64,
    context: File,
}

impl Child {
    pub fn pid(&self) -> u64 {
        self.pid
    }

    /// The file to watch for its end.
    pub fn file(&self) -> &File {
        &self.context
    }

    /// Waits for its end.
    pub fn wait(&self) -> Result<Ending> {
        wait(self.pid).map(|(_, ending)| ending)
    }
}

impl Command<'_> {
    /// Starts the program of that path.
    pub fn spawn(&self, path: &str) -> Result<Child> {
        self.start(&File::reading(path)?)
    }

    /// Starts the program of that path as somebody else, which only uid 0 can.
    pub fn spawn_as(&self, path: &str, uid: u64, gid: u64) -> Result<Child> {
        self.prepare(&File::reading(path)?, Some([uid, gid]))
    }

    /// Starts a program.
    pub fn start(&self, program: &(impl Program + ?Sized)) -> Result<Child> {
        self.prepare(program, None)
    }

    fn prepare(&self, program: &(impl Program + ?Sized), identity: Option<[u64; 2]>) -> Result<Child> {
        let header = Header::read(program)?;
        let context = File::writing(protocol::NEW_CONTEXT)?;
        context.dup(protocol::NAME)?.write_all(self.name.as_bytes())?;

        let space = context.dup(protocol::ADDRESS_SPACE)?;
        let memory = context.dup(protocol::MEMORY)?;
        for index in 0..header.segments {
            if let Some(segment) = header.segment(program, index)? {
                load(program, &segment, &space, &memory)?;
            }
        }
        let (address, length) = self.put_stack(&space, &memory)?;

        let files = context.dup(protocol::FILES)?;
        for pair in self.files {
            files.write_record(*pair)?;
        }
        if let Some(namespace) = self.namespace {
            context.dup(protocol::NAMESPACE)?.write_record(namespace)?;
        }
        if let Some(identity) = identity {
            context.dup(protocol::IDENTITY)?.write_record(identity)?;
        }
        let registers = Registers { rip: header.entry, rsp: address & !0xF, rdi: address, rsi: length };
        context.dup(protocol::REGISTERS)?.write_record(registers)?;
        let pid = context.dup(protocol::PID)?.read_record()?;
        context.dup(protocol::START)?.write(&[1])?;
        Ok(Child { pid, context })
    }

    /// Maps the stack and puts the arguments on top of it; their address and length.
    fn put_stack(&self, space: &File, memory: &File) -> Result<(u64, u64)> {
        let protection = PROTECT_READ | PROTECT_WRITE;
        map(space, STACK_TOP - PAGE, PAGE, protection)?;
        map(space, STACK_TOP - STACK_BYTES, STACK_BYTES - PAGE, protection | MAP_LAZY)?;
        let mut text = ArgumentText { bytes: [0; argument::LONGEST], length: 0, is_cut: false };
        text.text(self.name);
        if !self.arguments.is_empty() {
            text.text(" ");
            text.text(self.arguments);
        }
        for lines in self.variables.iter().filter(|lines| !lines.is_empty()) {
            text.text("\n");
            text.text(lines);
        }
        if text.is_cut {
            return Err(ENOMEM);
        }
        let length = text.length as u64;
        let address = STACK_TOP - length;
        memory.seek(address)?;
        memory.write_all(text.bytes.get(..text.length).unwrap_or(&[]))?;
        Ok((address, length))
    }
}

fn map(space: &File, address: u64, bytes: u64, flags: u64) -> Result<()> {
    space.write_record(AddressSpaceRequest { address, bytes, flags }).map(drop)
}

/// Maps a segment and copies its bytes. Pages that get none come at their first use.
fn load(program: &(impl Program + ?Sized), segment: &Segment, space: &File, memory: &File) -> Result<()> {
    let start = segment.address / PAGE * PAGE;
    let copied_end = (segment.address + segment.bytes_in_file).next_multiple_of(PAGE);
    let end = (segment.address + segment.bytes_in_memory).next_multiple_of(PAGE);
    if segment.bytes_in_file > 0 {
        map(space, start, copied_end - start, segment.protection)?;
    }
    let rest = if segment.bytes_in_file > 0 { copied_end } else { start };
    if end > rest {
        map(space, rest, end - rest, segment.protection | MAP_LAZY)?;
    }
    let mut block = [0; PAGE as usize];
    let mut done = 0;
    while done < segment.bytes_in_file {
        let count = (segment.bytes_in_file - done).min(PAGE) as usize;
        let part = block.get_mut(..count).unwrap_or(&mut []);
        read_whole(program, segment.offset + done, part)?;
        memory.seek(segment.address + done)?;
        memory.write_all(part)?;
        done += count as u64;
    }
    Ok(())
}

struct ArgumentText {
    bytes: [u8; argument::LONGEST],
    length: usize,
    is_cut: bool,
}

impl Sink for ArgumentText {
    fn put(&mut self, bytes: &[u8]) {
        self.is_cut |= self.length + bytes.len() > self.bytes.len();
        for (target, source) in self.bytes.iter_mut().skip(self.length).zip(bytes) {
            *target = *source;
            self.length += 1;
        }
    }
}
