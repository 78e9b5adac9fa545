//! The scheme `sys`: what the kernel knows, as text; and the end of the machine.

use common::text::Sink;
use hal_x86::exit::exit;
use redox_abi::error::{Result, EACCES, EBADF, EINVAL, ENOENT};
use redox_abi::number;

use super::tag::ServerState;
use super::text::Text;
use super::{Caller, Opened, Scheme, KERNEL_SCHEMES};
use crate::context::{HardReason, Reason, Status};
use crate::kernel::{Kernel, KERNEL};
use crate::memory::user::UserSlice;

/// The files; the number of one is its place, counted from 1. 0 is the list of them.
const FILES: [&[u8]; 6] = [b"context", b"scheme", b"uname", b"irq", b"log", b"exit"];
const EXIT: u64 = 6;

/// The scheme itself.
pub struct Sys;

impl Scheme for Sys {
    fn open(&self, path: &[u8], _flags: u64, caller: Caller) -> Result<Opened> {
        if path.is_empty() {
            return Ok(Opened::Own(0));
        }
        let file = FILES.iter().position(|name| *name == path).ok_or(ENOENT)? as u64 + 1;
        if file == EXIT && caller.uid != 0 {
            return Err(EACCES);
        }
        Ok(Opened::Own(file))
    }

    fn read(&self, file: u64, buffer: UserSlice, offset: u64, _flags: u64) -> Result<u64> {
        let mut text = Text::new();
        match file {
            0 => FILES.iter().for_each(|name| text.line(&[name])),
            1 => KERNEL.with(|kernel| contexts(kernel, &mut text)),
            2 => KERNEL.with(|kernel| schemes(kernel, &mut text)),
            3 => text.text("mini-redox\nringside\n0.1.0\nx86_64\n"),
            4 => KERNEL.with(|kernel| irqs(kernel, &mut text)),
            5 => crate::console::log(&mut |bytes| text.put(bytes)),
            _ => {}
        }
        text.read(buffer, offset)
    }

    fn write(&self, file: u64, buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        if file != EXIT {
            return Err(EBADF);
        }
        let mut words = [0; 32];
        let length = buffer.read(&mut words)?;
        let text = core::str::from_utf8(&words[..length as usize]).map_err(|_| EINVAL)?;
        let mut words = text.split_whitespace();
        if words.next() != Some("shutdown") {
            return Err(EINVAL);
        }
        let code = words.next().map_or(Ok(0), str::parse).map_err(|_| EINVAL)?;
        exit(code)
    }
}

/// A line for each context: pid, parent, status, what it waits for, system call, name.
fn contexts(kernel: &mut Kernel, text: &mut Text) {
    text.text("PID  PARENT STATUS   WAITS FOR     CALL    TICKS  NAME\n");
    for context in kernel.contexts.all.iter().filter(|each| each.status != Status::Free) {
        text.number(context.pid, 5);
        text.number(context.parent, 7);
        text.column(status(context.status), 9);
        let reason = if context.status == Status::HardBlocked { hard(context.hard_reason) } else { reason(context.reason) };
        text.column(reason, 14);
        text.column(call(context.system_call), 8);
        text.number(context.cpu_ticks as u32, 7);
        text.line(&[context.name().as_bytes()]);
    }
}

fn status(status: Status) -> &'static [u8] {
    match status {
        Status::Free => b"free",
        Status::Runnable => b"runnable",
        Status::Blocked => b"blocked",
        Status::HardBlocked => b"held",
        Status::Dead => b"dead",
    }
}

fn hard(reason: HardReason) -> &'static [u8] {
    match reason {
        HardReason::None => b"-",
        HardReason::NotYetStarted => b"start",
    }
}

fn reason(reason: Reason) -> &'static [u8] {
    match reason {
        Reason::None => b"-",
        Reason::SchemeCall => b"answer",
        Reason::SchemeMessage => b"message",
        Reason::Event => b"event",
        Reason::PipeRead => b"pipe bytes",
        Reason::PipeWrite => b"pipe room",
        Reason::Sleep => b"time",
        Reason::ChildEnd => b"child",
        Reason::Futex => b"futex",
        Reason::DeviceInput => b"device",
    }
}

fn call(call: u64) -> &'static [u8] {
    match call {
        0 => b"-",
        number::OPEN => b"open",
        number::CLOSE => b"close",
        number::READ => b"read",
        number::WRITE => b"write",
        number::DUP => b"dup",
        number::FMAP => b"fmap",
        number::FSTAT => b"fstat",
        number::WAITPID => b"waitpid",
        number::NANOSLEEP => b"sleep",
        number::FUTEX => b"futex",
        number::YIELD => b"yield",
        _ => b"other",
    }
}

/// A line for each scheme: id, pid of its server, messages that wait, name.
fn schemes(kernel: &mut Kernel, text: &mut Text) {
    text.text("ID   SERVER QUEUED CALLS  NAME\n");
    for each in KERNEL_SCHEMES {
        text.number(each.id, 5);
        text.column(b"kernel", 7);
        text.column(b"-", 7);
        text.column(b"-", 7);
        text.line(&[each.name]);
    }
    for server in kernel.schemes.users.all.iter().filter(|each| each.state != ServerState::Free) {
        text.number(server.id, 5);
        match server.state {
            ServerState::Gone => text.column(b"gone", 7),
            _ => text.number(server.owner, 7),
        }
        text.number(server.messages.length, 7);
        text.number(server.calls.iter().filter(|call| call.client != 0).count() as u32, 7);
        text.line(&[server.name()]);
    }
}

/// A line for each line that has interrupted or is open: its number, count, open files, whether it is masked.
fn irqs(kernel: &mut Kernel, text: &mut Text) {
    text.text("LINE COUNT   OPEN\n");
    for (number, line) in kernel.schemes.irqs.lines.iter().enumerate().filter(|(_, line)| line.count > 0 || line.handles > 0) {
        text.number(number as u32, 5);
        text.number(line.count as u32, 8);
        text.number(line.handles, 5);
        text.line(&[if line.is_masked { b"masked" } else { b"" }]);
    }
}
