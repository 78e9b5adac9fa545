//! What a scheme does, call by call, and the loop that asks it.

use redox_abi::error::{Error, Result, EAGAIN, EBADF, ENOENT, EOPNOTSUPP, ESPIPE};
use redox_abi::record::Stat;
use redox_abi::scheme::opcode;

use crate::file::File;
use crate::scheme::{Call, Socket};

/// What a server says to a call.
pub enum Answer {
    /// The result: a count, a length, an address, or the number of a new open file.
    Now(u64),
    /// For open and dup: this file of the server's own.
    File(File),
    /// Not yet. [`SchemeServer::postpone`] gets the call and answers it some time.
    Later,
}

/// Who calls.
#[derive(Clone, Copy)]
pub struct Caller {
    pub pid: u64,
    pub uid: u32,
}

/// The server of a scheme. `number` is what it gave to an open file.
///
/// What a scheme does not define is answered as such files usually do.
#[allow(unused_variables)]
pub trait SchemeServer {
    /// Opens a path below the scheme, and gives it a number.
    fn open(&mut self, path: &str, flags: u64, caller: Caller) -> Result<Answer> {
        Err(ENOENT)
    }

    /// Opens what is known by a name below an open file.
    fn dup(&mut self, number: u64, name: &str, caller: Caller) -> Result<Answer> {
        Err(EOPNOTSUPP)
    }

    /// Puts bytes into the buffer; how many.
    fn read(&mut self, number: u64, buffer: &mut [u8], offset: u64, flags: u64) -> Result<Answer> {
        Err(EBADF)
    }

    /// Takes bytes out of the buffer; how many.
    fn write(&mut self, number: u64, buffer: &[u8], offset: u64, flags: u64) -> Result<Answer> {
        Err(EBADF)
    }

    /// The last descriptor of an open file is closed.
    fn close(&mut self, number: u64) {}

    /// The length of a file.
    fn fsize(&mut self, number: u64) -> Result<u64> {
        Err(ESPIPE)
    }

    fn fstat(&mut self, number: u64) -> Result<Stat> {
        Err(EOPNOTSUPP)
    }

    /// Puts the path of an open file, below its scheme, into the buffer; how many bytes.
    fn fpath(&mut self, number: u64, buffer: &mut [u8]) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    fn fsync(&mut self, number: u64) -> Result<()> {
        Ok(())
    }

    fn ftruncate(&mut self, number: u64, bytes: u64) -> Result<()> {
        Err(EBADF)
    }

    /// Somebody wants to be told when the file is ready; which of the flags are so already. See [`Socket::post_event`].
    fn fevent(&mut self, number: u64, flags: u64) -> Result<u64> {
        Ok(0)
    }

    /// The address, here, of the pages to map into the client.
    fn mmap_prepare(&mut self, number: u64, offset: u64, bytes: u64, flags: u64) -> Result<u64> {
        Err(EOPNOTSUPP)
    }

    /// Somebody unmapped those pages.
    fn munmap(&mut self, number: u64, offset: u64, bytes: u64) {}

    fn unlink(&mut self, path: &str, caller: Caller) -> Result<()> {
        Err(ENOENT)
    }

    /// Keeps a call that was answered with [`Answer::Later`].
    fn postpone(&mut self, socket: &Socket, call: Call) {
        socket.answer(call, Err(EAGAIN));
    }

    /// The client of a postponed call no longer wants it: it is to be answered with `ECANCELED`.
    fn cancel(&mut self, socket: &Socket, tag: u32) {}
}

/// Serves for ever, one request after the other.
pub fn serve(socket: &Socket, server: &mut dyn SchemeServer) -> Error {
    loop {
        match socket.next_request() {
            Ok(call) => handle(socket, server, call),
            Err(error) => return error,
        }
    }
}

/// Serves what is waiting at a socket that does not block.
pub fn serve_waiting(socket: &Socket, server: &mut dyn SchemeServer) -> Result<()> {
    loop {
        match socket.next_request() {
            Ok(call) => handle(socket, server, call),
            Err(EAGAIN) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}

/// Has one request done, and answers it.
pub fn handle(socket: &Socket, server: &mut dyn SchemeServer, mut call: Call) {
    match call.opcode() {
        opcode::CANCEL => server.cancel(socket, call.tag()),
        opcode::CLOSE if call.is_one_way() => server.close(call.number()),
        opcode::MUNMAP => server.munmap(call.number(), call.argument(1), call.argument(2)),
        _ => match perform(server, &mut call) {
            Ok(Answer::Now(value)) => socket.answer(call, Ok(value)),
            Ok(Answer::File(file)) => socket.answer_with_file(call, &file),
            Ok(Answer::Later) => server.postpone(socket, call),
            Err(error) => socket.answer(call, Err(error)),
        },
    }
}

fn perform(server: &mut dyn SchemeServer, call: &mut Call) -> Result<Answer> {
    let (number, caller) = (call.number(), Caller { pid: call.pid(), uid: call.uid() });
    let [_, second, third, fourth, fifth, _] = core::array::from_fn(|index| call.argument(index));
    match call.opcode() {
        opcode::OPEN => server.open(path_of(call)?, third, caller),
        opcode::UNLINK => server.unlink(path_of(call)?, caller).map(|()| Answer::Now(0)),
        opcode::DUP => server.dup(number, path_of(call)?, caller),
        opcode::READ => server.read(number, call.bytes_mut(), fourth, fifth),
        opcode::WRITE => server.write(number, call.bytes(), fourth, fifth),
        opcode::CLOSE => {
            server.close(number);
            Ok(Answer::Now(0))
        }
        opcode::FSIZE => server.fsize(number).map(Answer::Now),
        opcode::FEVENT => server.fevent(number, second).map(Answer::Now),
        opcode::FPATH => server.fpath(number, call.bytes_mut()).map(Answer::Now),
        opcode::FSTAT => {
            let stat = server.fstat(number)?;
            Ok(Answer::Now(call.put_stat(stat)))
        }
        opcode::FSYNC => server.fsync(number).map(|()| Answer::Now(0)),
        opcode::FTRUNCATE => server.ftruncate(number, second).map(|()| Answer::Now(0)),
        opcode::MMAP_PREPARE => server.mmap_prepare(number, second, third, fourth).map(Answer::Now),
        _ => Err(EOPNOTSUPP),
    }
}

fn path_of(call: &Call) -> Result<&str> {
    core::str::from_utf8(call.bytes()).map_err(|_| ENOENT)
}
