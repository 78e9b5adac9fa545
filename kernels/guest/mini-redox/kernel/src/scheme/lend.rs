//! Lending: a server sees the client's buffer in its own address space for the time of one call.
//!
//! Whole pages in the middle of the buffer are borrowed: the server gets the very frames. The parts of pages at both ends
//! are not, since the rest of such a page is nobody's business: they go through two frames of the client, head and tail.
//! In the server all of it is one range, pinned. A buffer within one page uses the tail frame alone.

use common::probe;
use redox_abi::error::{Result, EFAULT, ENODEV};

use super::tag::ServerState;
use crate::kernel::{Kernel, KERNEL};
use crate::memory::fault::Access;
use crate::memory::frames::{bytes, Frame, Purpose};
use crate::memory::grant::{Grant, Provider};
use crate::memory::space::SpaceId;
use crate::memory::table::Protection;
use crate::memory::user::UserSlice;
use crate::memory::{pages, PAGE};

/// Where a server sees an empty buffer: an address that is not canonical.
const NOWHERE: u64 = 1 << 63;

/// What of the client's memory the server of a call sees.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Loan {
    /// The range in the server; 0 pages if there is none.
    pub base: u64,
    pub pages: u64,
    /// The buffer in the client.
    pub address: u64,
    pub bytes: u64,
    /// How many bytes go through the head and through the tail frame, and where they are in the tail frame.
    pub head: u64,
    pub tail: u64,
    pub tail_offset: u64,
    /// Whether the server may write.
    pub is_writable: bool,
    /// Whether the bytes are the kernel's own: there is no buffer in the client.
    pub is_kernels: bool,
}

impl Loan {
    pub const NONE: Loan = Loan {
        base: 0,
        pages: 0,
        address: 0,
        bytes: 0,
        head: 0,
        tail: 0,
        tail_offset: 0,
        is_writable: false,
        is_kernels: false,
    };

    /// How a buffer of the client is taken apart.
    fn of(buffer: UserSlice, is_writable: bool) -> Loan {
        let UserSlice { address, bytes } = buffer;
        let offset = address % PAGE;
        let end = (address + bytes) % PAGE;
        let whole = Loan { pages: pages(offset + bytes), address, bytes, is_writable, ..Loan::NONE };
        if whole.pages == 1 && bytes < PAGE {
            Loan { tail: bytes, tail_offset: offset, ..whole }
        } else {
            Loan { head: if offset == 0 { 0 } else { PAGE - offset }, tail: end, ..whole }
        }
    }

    /// How bytes of the kernel are lent: at the start of the tail frame.
    fn of_kernel(length: usize, is_writable: bool) -> Loan {
        Loan { pages: 1, bytes: length as u64, tail: length as u64, is_writable, is_kernels: true, ..Loan::NONE }
    }

    /// How it is put together, for those who watch: pages, bytes of the head and of the tail, 16 bits each, then bit 48 if
    /// the server may write, and bit 49 if the bytes are the kernel's.
    fn shape(&self) -> u64 {
        self.pages | self.head << 16 | self.tail << 32 | (self.is_writable as u64) << 48 | (self.is_kernels as u64) << 49
    }

    /// Where the buffer's first byte is in the range.
    fn offset(&self) -> u64 {
        self.address % PAGE
    }
}

/// What a call lends.
pub enum Buffer<'a> {
    Nothing,
    /// Bytes of the kernel, such as a path, for the server to read.
    Bytes(&'a [u8]),
    /// Bytes of the kernel for the server to write.
    Answer(&'a mut [u8]),
    /// The client's, for the server to read.
    Read(UserSlice),
    /// The client's, for the server to write.
    Write(UserSlice),
}

/// The frames of the current context that ends of buffers go through.
struct Bounce {
    head: Frame,
    tail: Frame,
}

/// Lends a buffer to a server for a call; gives its address there, and the loan.
pub fn lend(scheme: u32, tag: u32, buffer: &Buffer) -> Result<(u64, Loan)> {
    let loan = match buffer {
        Buffer::Nothing => return Ok((0, Loan::NONE)),
        Buffer::Bytes(bytes) => Loan::of_kernel(bytes.len(), false),
        Buffer::Answer(bytes) => Loan::of_kernel(bytes.len(), true),
        Buffer::Read(slice) => Loan::of(*slice, false),
        Buffer::Write(slice) => Loan::of(*slice, true),
    };
    if loan.bytes == 0 {
        return Ok((NOWHERE, Loan::NONE));
    }
    if !loan.is_kernels && KERNEL.with(|kernel| is_same_space(kernel, scheme))? {
        return Ok((loan.address, Loan::NONE));
    }
    let bounce = KERNEL.with(|kernel| {
        check(kernel, &loan)?;
        bounce_frames(kernel)
    })?;
    if !loan.is_writable {
        copy_in(&loan, buffer, &bounce, (scheme, tag))?;
    }
    KERNEL.with(|kernel| map(kernel, scheme, tag, loan, &bounce))
}

fn is_same_space(kernel: &mut Kernel, scheme: u32) -> Result<bool> {
    Ok(kernel.schemes.users.serving(scheme)?.space == kernel.contexts.current().space)
}

/// Whether the client itself may do with its buffer what the server will. Pages that are due come now.
fn check(kernel: &mut Kernel, loan: &Loan) -> Result<()> {
    if loan.is_kernels {
        return Ok(());
    }
    let access = if loan.is_writable { Access::Write } else { Access::Read };
    let client = SpaceId::from_plus_one(kernel.contexts.current().space).ok_or(EFAULT)?;
    for page in 0..loan.pages {
        kernel.spaces.make_present(&mut kernel.frames, client, loan.address - loan.offset() + page * PAGE, access)?;
    }
    Ok(())
}

fn bounce_frames(kernel: &mut Kernel) -> Result<Bounce> {
    let context = kernel.contexts.current();
    for frame in [&mut context.head, &mut context.tail] {
        if *frame == 0 {
            *frame = kernel.frames.allocate(Purpose::Bounce)?.0;
        }
    }
    Ok(Bounce { head: Frame(context.head), tail: Frame(context.tail) })
}

/// The parts of the bounce frames that a loan uses, each with its place in the buffer.
fn ends<'a>(loan: &Loan, bounce: &'a Bounce) -> [(u64, &'a mut [u8]); 2] {
    let head = &mut bytes(bounce.head)[(PAGE - loan.head) as usize..];
    let tail = &mut bytes(bounce.tail)[loan.tail_offset as usize..][..loan.tail as usize];
    [(0, head), (loan.bytes - loan.tail, tail)]
}

fn copy_in(loan: &Loan, buffer: &Buffer, bounce: &Bounce, call: (u32, u32)) -> Result<()> {
    for (place, frame) in ends(loan, bounce) {
        if frame.is_empty() {
            continue;
        }
        match buffer {
            Buffer::Bytes(bytes) => frame.copy_from_slice(bytes),
            Buffer::Read(slice) => {
                slice.part(place, frame.len() as u64).read(frame)?;
            }
            _ => {}
        }
        probe!(redox, bounce_copy, call.0, call.1, 0, frame.len());
    }
    Ok(())
}

/// Maps the parts of a loan into the server, and notes it with the call.
fn map(kernel: &mut Kernel, scheme: u32, tag: u32, loan: Loan, bounce: &Bounce) -> Result<(u64, Loan)> {
    let client = SpaceId::from_plus_one(kernel.contexts.current().space).ok_or(EFAULT)?;
    let server = SpaceId::from_plus_one(kernel.schemes.users.serving(scheme)?.space).ok_or(ENODEV)?;
    let write = if loan.is_writable { Protection::WRITE } else { Protection(0) };
    let protection = Protection::READ.with(write);
    let source_base = loan.address - loan.offset();
    let base = kernel.spaces.get(server).find_free(loan.pages)?;
    let grant = Grant {
        base,
        pages: loan.pages,
        provider: Provider::External,
        protection,
        is_pinned: true,
        source_space: client.plus_one(),
        tag,
        scheme,
        source_base,
        ..Grant::NONE
    };
    kernel.spaces.get(server).insert(grant)?;
    for page in 0..loan.pages {
        let frame = if page == 0 && loan.head > 0 {
            Some(bounce.head)
        } else if page == loan.pages - 1 && loan.tail > 0 {
            Some(bounce.tail)
        } else {
            kernel.spaces.get(client).table().mapping(source_base + page * PAGE).map(|mapping| mapping.frame)
        };
        let server = kernel.spaces.get(server);
        let table = server.table();
        let mapped = frame.ok_or(EFAULT).and_then(|frame| {
            table.map(&mut kernel.frames, base + page * PAGE, frame, protection)?;
            kernel.frames.share(frame);
            Ok(())
        });
        if let Err(error) = mapped {
            server.remove(&mut kernel.frames, base);
            return Err(error);
        }
    }
    let loan = Loan { base, ..loan };
    probe!(redox, lend, scheme, tag, loan.address, loan.bytes, base + loan.offset(), loan.shape());
    kernel.schemes.users.serving(scheme)?.call(tag)?.loan = loan;
    Ok((base + loan.offset(), loan))
}

/// Copies what the server wrote, `written` bytes at most, from the bounce frames to where it belongs, and leaves the
/// frames clean for the next call. `call` is its scheme and tag.
pub fn copy_back(loan: &Loan, buffer: Buffer, written: u64, call: (u32, u32)) -> Result<()> {
    if loan.pages == 0 {
        return Ok(());
    }
    let bounce = KERNEL.with(bounce_frames)?;
    let mut result = Ok(());
    let mut buffer = buffer;
    for (place, frame) in ends(loan, &bounce) {
        let length = written.saturating_sub(place).min(frame.len() as u64);
        if loan.is_writable && length > 0 {
            let used = &frame[..length as usize];
            match &mut buffer {
                Buffer::Answer(bytes) => bytes[..used.len()].copy_from_slice(used),
                Buffer::Write(slice) => {
                    let copied = slice.part(place, length).write(used);
                    result = result.and(copied.map(|_| ()));
                }
                _ => {}
            }
            probe!(redox, bounce_copy, call.0, call.1, 1, length);
        }
        frame.fill(0);
    }
    result
}

/// Takes what was lent for a call away from the server.
pub fn unlend(kernel: &mut Kernel, scheme: u32, tag: u32) {
    let Ok(server) = kernel.schemes.users.get(scheme) else { return };
    let space = SpaceId::from_plus_one(server.space);
    let Ok(call) = server.call(tag) else { return };
    let loan = core::mem::replace(&mut call.loan, Loan::NONE);
    if let (Some(space), true) = (space, loan.pages > 0) {
        let space = kernel.spaces.get(space);
        space.remove(&mut kernel.frames, loan.base);
        probe!(redox, unlend, scheme, tag, loan.base, loan.pages);
    }
}

/// Takes everything that clients lent away from a server that is gone. Their calls keep the rest of what they know.
pub fn unlend_all(kernel: &mut Kernel, scheme: u32) {
    for tag in 1..=super::tag::MOST_TAGS as u32 {
        unlend(kernel, scheme, tag);
    }
    if let Ok(server) = kernel.schemes.users.get(scheme) {
        server.state = ServerState::Gone;
    }
}

/// The current context ends, or leaves a call whose server still has its memory: it gives its bounce frames up.
pub fn leave_frames(kernel: &mut Kernel) {
    let context = kernel.contexts.current();
    for frame in [core::mem::take(&mut context.head), core::mem::take(&mut context.tail)] {
        if frame != 0 {
            kernel.frames.release(Frame(frame));
        }
    }
}
