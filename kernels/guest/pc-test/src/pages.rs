//! Paging: accessed and dirty flags, page faults and their error codes, translations that are out of date.
//! @sdm Vol.3A 4.7, 4.8, 4.10

use core::sync::atomic::Ordering;

use common::boot::BootInformation;
use hal_x86::control::{self, invalidate_page};
use hal_x86::paging::{Tables, ACCESSED, DIRTY, NO_EXECUTE, PAGE, PRESENT, WRITABLE};

use crate::machine::{ADDRESS, ERROR};
use crate::{attempt, check};

/// A linear address that nobody uses.
const TRIED: u64 = 0x4000_0000_0000;

/// Hands out the RAM that the firmware left free, zeroed.
pub struct Frames(u64);

impl Frames {
    pub fn new(information: &BootInformation, skip: u64) -> Self {
        Frames((information.free_from + PAGE - 1 & !(PAGE - 1)) + skip)
    }

    pub fn take(&mut self) -> u64 {
        let frame = self.0;
        self.0 += PAGE;
        // SAFETY: free RAM, mapped to itself.
        unsafe { core::ptr::write_bytes(frame as *mut u8, 0, PAGE as usize) };
        frame
    }
}

fn faults(vector: u64, what: &'static str, code: u64) {
    check(what, vector, 14);
    check("  error code", ERROR.load(Ordering::SeqCst), code);
    check("  cr2", ADDRESS.load(Ordering::SeqCst), TRIED);
}

fn entry(frames: &mut Frames) -> &'static mut u64 {
    // SAFETY: the firmware's tables; one CPU, and no other reference lives on.
    unsafe { &mut *(Tables::at(control::cr3()).entry(TRIED, &mut || frames.take()) as *mut u64) }
}

fn set(frames: &mut Frames, value: u64) {
    *entry(frames) = value;
    invalidate_page(TRIED);
}

fn read() -> u64 {
    attempt!("mov rax, 0x400000000000", "mov al, [rax]",)
}

fn write() -> u64 {
    attempt!("mov rax, 0x400000000000", "mov byte ptr [rax], 1",)
}

pub fn run(information: &BootInformation) {
    let mut frames = Frames::new(information, 0);
    let page = frames.take();
    let other = frames.take();
    faults(read(), "read, not present", 0);
    faults(write(), "write, not present", 2);
    set(&mut frames, page | PRESENT);
    check("read", read(), 0xFFFF);
    check("  accessed, not dirty", *entry(&mut frames) & (ACCESSED | DIRTY), ACCESSED);
    faults(write(), "write, read-only", 3);
    set(&mut frames, page | PRESENT | WRITABLE);
    check("write", write(), 0xFFFF);
    check("  accessed and dirty", *entry(&mut frames) & (ACCESSED | DIRTY), ACCESSED | DIRTY);
    set(&mut frames, page | PRESENT | NO_EXECUTE);
    faults(attempt!("mov rax, 0x400000000000", "call rax",), "execute, forbidden", 0x11);
    set(&mut frames, page | PRESENT | 1 << 51);
    check("reserved bit", read(), 14);
    check("  error code rsvd", ERROR.load(Ordering::SeqCst) & 8, 8);
    write_protect(&mut frames, page);
    stale(&mut frames, page, other);
}

fn write_protect(frames: &mut Frames, page: u64) {
    set(frames, page | PRESENT);
    // SAFETY: no read-only page of the kernel is written meanwhile.
    unsafe { control::set_cr0(control::cr0() & !control::CR0_WP) };
    check("write, read-only, without wp", write(), 0xFFFF);
    // SAFETY: as it was.
    unsafe { control::set_cr0(control::cr0() | control::CR0_WP) };
}

/// An entry that changes without INVLPG may be used as it was; with INVLPG it must not.
fn stale(frames: &mut Frames, page: u64, other: u64) {
    // SAFETY: two free frames, mapped to themselves.
    unsafe {
        *(page as *mut u64) = 0x11;
        *(other as *mut u64) = 0x22;
    }
    set(frames, page | PRESENT | WRITABLE);
    // SAFETY: mapped right above.
    let look = || unsafe { (TRIED as *const u64).read_volatile() };
    check("first page", look(), 0x11);
    set(frames, other | PRESENT | WRITABLE);
    check("other page after invlpg", look(), 0x22);
    set(frames, 0);
    faults(read(), "read, gone", 0);
}
