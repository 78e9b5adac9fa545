//! The first program: an archive that came with the kernel, mapped whole, started at the address that it names.
//!
//! The archive begins with `RedoxFtw`; the address of its first instruction is the word at 0x1A.

use common::boot::BootInformation;
use hal_x86::descriptor::{USER_CODE, USER_DATA};
use hal_x86::control::RFLAGS_IF;
use hal_x86::interrupt::Frame;
use hal_x86::task::Registers;

use crate::console::{self, Part::{Address, Number, Text}};
use crate::context::{HardReason, Status};
use crate::kernel::KERNEL;
use crate::memory::grant::Grant;
use crate::memory::table::Protection;
use crate::memory::{frames, pages, PAGE};

/// Where the archive is mapped.
const USER_ADDRESS: u64 = 0x1000;
const MAGIC: &[u8; 8] = b"RedoxFtw";
const ENTRY_OFFSET: u64 = 0x1A;

/// The archive in RAM.
pub struct Archive {
    base: u64,
    pages: u64,
    entry: u64,
    /// The first physical address behind it.
    pub behind: u64,
}

/// Copies the archive out of the ROM to free RAM. The firmware's map of the first 4 GiB to themselves must be in use.
pub fn copy_archive(information: &BootInformation) -> Archive {
    let base = information.free_from.next_multiple_of(PAGE);
    let pages = pages(information.archive_bytes);
    // SAFETY: the firmware says where the archive is, and that RAM from `free_from` on is nobody's.
    let bytes = unsafe {
        core::ptr::copy_nonoverlapping(
            information.archive_base as *const u8, base as *mut u8, information.archive_bytes as usize);
        core::slice::from_raw_parts(base as *const u8, information.archive_bytes as usize)
    };
    let at = ENTRY_OFFSET as usize;
    let entry = bytes.get(at..at + 8).and_then(|word| word.try_into().ok()).map(u64::from_le_bytes);
    assert!(bytes.starts_with(MAGIC), "no archive in the ROM");
    Archive { base, pages, entry: entry.unwrap_or(0), behind: base + pages * PAGE }
}

/// Makes the context `[bootstrap]`, which owns the archive and starts in it.
pub fn spawn(archive: &Archive) {
    let all = Protection::READ.with(Protection::WRITE).with(Protection::EXECUTE);
    let pid = KERNEL.with(|kernel| {
        let space = kernel.spaces.create(&mut kernel.frames).expect("the first address space");
        let target = kernel.spaces.get(space);
        target.insert(Grant::allocated(USER_ADDRESS, archive.pages, all)).expect("nothing else is there");
        for page in 0..archive.pages {
            let frame = frames::Frame(archive.base + page * PAGE);
            kernel.frames.set_purpose(frame, frames::Purpose::User);
            target.table().map(&mut kernel.frames, USER_ADDRESS + page * PAGE, frame, all).expect("there is RAM");
        }
        let root = target.root;
        let id = kernel.contexts.create(space, root).expect("the first context");
        let context = kernel.contexts.get(id);
        context.set_name(b"bootstrap");
        context.root_namespace = crate::scheme::ROOT_NAMESPACE;
        context.effective_namespace = crate::scheme::ROOT_NAMESPACE;
        // SAFETY: the stack is that of a context that has not run.
        context.registers = unsafe { Registers::first(context.kernel_stack, user_frame(archive.entry, 0, [0, 0])) };
        context.status = Status::Runnable;
        context.hard_reason = HardReason::None;
        context.pid
    });
    console::line(&[Text("context "), Number(pid as u64), Text(" is bootstrap, entry "), Address(archive.entry)]);
}

/// The frame by which a context first goes to ring 3.
pub fn user_frame(rip: u64, rsp: u64, arguments: [u64; 2]) -> Frame {
    Frame {
        r15: 0,
        r14: 0,
        r13: 0,
        r12: 0,
        r11: 0,
        r10: 0,
        r9: 0,
        r8: 0,
        rdi: arguments[0],
        rsi: arguments[1],
        rbp: 0,
        rbx: 0,
        rdx: 0,
        rcx: 0,
        rax: 0,
        vector: 0,
        error: 0,
        rip,
        cs: USER_CODE as u64,
        rflags: RFLAGS_IF | 2,
        rsp,
        ss: USER_DATA as u64,
    }
}
