//! Frames of physical memory: a list of free ones, and a count of users for each.

use redox_abi::error::{Result, ENOMEM};

use super::{linear, PAGE};

/// A frame, by its physical address. Copies of this are names; the count in [`Frames`] says how many uses there are.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Frame(pub u64);

/// What a frame is in use for; for panes, the kernel itself does not ask.
#[repr(u8)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Nothing = 0,
    /// The firmware's, the kernel's image, the frame table, kernel stacks.
    Kernel = 1,
    PageTable = 2,
    /// Memory of a program.
    User = 3,
    /// The ends of buffers that are lent to a server.
    Bounce = 4,
    /// Buffers of pipes.
    Pipe = 5,
}

/// One entry of the frame table.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct FrameUse {
    /// How many grants, tables and stacks use it. Copy on write copies where it is above 1.
    pub count: u32,
    /// The next free frame's number, if this one is free; 0 ends the list.
    pub next_free: u32,
    pub purpose: Purpose,
}

/// The frame table; it lies at the start of free RAM and has an entry for each frame.
#[repr(C)]
pub struct Frames {
    /// The table's address, in the linear map; 0 before [`Frames::start`].
    table: u64,
    /// How many frames RAM has.
    pub total: u64,
    pub free: u64,
    first_free: u32,
}

impl Frames {
    pub const fn new() -> Self {
        Frames { table: 0, total: 0, free: 0, first_free: 0 }
    }

    /// Takes over RAM, of which the first `free_from` bytes are in use. Gives the physical address of `reserved` bytes that
    /// it leaves alone, behind the table.
    pub fn start(&mut self, ram_bytes: u64, free_from: u64, reserved: u64) -> u64 {
        self.total = ram_bytes / PAGE;
        let table = free_from.next_multiple_of(PAGE);
        self.table = linear(table);
        let behind = (table + self.total * core::mem::size_of::<FrameUse>() as u64).next_multiple_of(PAGE);
        let first = (behind + reserved).div_ceil(PAGE);
        for number in (0..self.total).rev() {
            let is_free = number >= first;
            *self.entry(Frame(number * PAGE)) = FrameUse {
                count: !is_free as u32,
                next_free: if is_free { self.first_free } else { 0 },
                purpose: if is_free { Purpose::Nothing } else { Purpose::Kernel },
            };
            if is_free {
                self.first_free = number as u32;
                self.free += 1;
            }
        }
        behind
    }

    fn entry(&mut self, frame: Frame) -> &mut FrameUse {
        let number = frame.0 / PAGE;
        assert!(number < self.total, "a frame outside RAM");
        // SAFETY: the table has that many entries, and `start` took its memory for it alone.
        unsafe { &mut *(self.table as *mut FrameUse).add(number as usize) }
    }

    /// A frame full of zeros, with one use.
    pub fn allocate(&mut self, purpose: Purpose) -> Result<Frame> {
        if self.first_free == 0 {
            return Err(ENOMEM);
        }
        let frame = Frame(self.first_free as u64 * PAGE);
        let entry = self.entry(frame);
        let next = entry.next_free;
        *entry = FrameUse { count: 1, next_free: 0, purpose };
        self.first_free = next;
        self.free -= 1;
        bytes(frame).fill(0);
        Ok(frame)
    }

    /// One more use of a frame.
    pub fn share(&mut self, frame: Frame) {
        self.entry(frame).count += 1;
    }

    /// One use less; without a use it is free.
    pub fn release(&mut self, frame: Frame) {
        let first_free = self.first_free;
        let entry = self.entry(frame);
        assert!(entry.count > 0, "a free frame is released");
        entry.count -= 1;
        if entry.count == 0 {
            *entry = FrameUse { count: 0, next_free: first_free, purpose: Purpose::Nothing };
            self.first_free = (frame.0 / PAGE) as u32;
            self.free += 1;
        }
    }

    /// Says what a frame in use is used for.
    pub fn set_purpose(&mut self, frame: Frame, purpose: Purpose) {
        self.entry(frame).purpose = purpose;
    }

    /// How many uses a frame has.
    pub fn count(&mut self, frame: Frame) -> u32 {
        self.entry(frame).count
    }

    /// Whether an address is in RAM.
    pub fn is_ram(&self, physical: u64) -> bool {
        physical / PAGE < self.total
    }
}

/// The bytes of a frame.
///
/// The kernel works on one frame at a time, in functions that do not call one another while they hold such a slice.
pub fn bytes(frame: Frame) -> &'static mut [u8; PAGE as usize] {
    // SAFETY: RAM is mapped from PHYSICAL_OFFSET on, and a frame is RAM; bytes have no invalid values.
    unsafe { &mut *(linear(frame.0) as *mut [u8; PAGE as usize]) }
}
