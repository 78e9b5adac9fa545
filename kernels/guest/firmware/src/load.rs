//! From an ELF file to pages: copies the segments that are to be loaded, and maps them where they were linked.
//! @abi System V ABI, "Program Header"; ELF-64 Object File Format, sections 3 and 6

use hal_x86::control;
use hal_x86::paging::{Tables, NO_EXECUTE, PAGE, WRITABLE};

use crate::reset::ROOT;

/// The first frame for page tables; there is room for 448 KiB of them.
const FIRST_TABLE: u64 = 0x1_0000;
/// The first frame for the kernel's segments.
const FIRST_FRAME: u64 = 0x10_0000;

const SEGMENT_LOAD: u32 = 1;
const FLAG_EXECUTE: u32 = 1;
const FLAG_WRITE: u32 = 2;

/// A kernel in memory.
pub struct Loaded {
    /// The address of its first instruction.
    pub entry: u64,
    /// From here on RAM is free.
    pub free_from: u64,
}

/// A segment, as its program header tells.
struct Segment {
    kind: u32,
    flags: u32,
    offset: u64,
    address: u64,
    file_bytes: u64,
    memory_bytes: u64,
}

fn u16_at(file: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(file.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(file: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(file.get(at..at + 4)?.try_into().ok()?))
}

fn u64_at(file: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(file.get(at..at + 8)?.try_into().ok()?))
}

fn segment(file: &[u8], at: usize) -> Option<Segment> {
    Some(Segment {
        kind: u32_at(file, at)?,
        flags: u32_at(file, at + 4)?,
        offset: u64_at(file, at + 8)?,
        address: u64_at(file, at + 16)?,
        file_bytes: u64_at(file, at + 32)?,
        memory_bytes: u64_at(file, at + 40)?,
    })
}

/// Loads the kernel. `None` if the file is not a 64-bit ELF file for this processor.
pub fn load(file: &[u8]) -> Option<Loaded> {
    if file.get(..5)? != b"\x7fELF\x02" || u16_at(file, 18)? != 62 {
        return None;
    }
    let (first, size, count) = (u64_at(file, 32)? as usize, u16_at(file, 54)? as usize, u16_at(file, 56)? as usize);
    let mut free = FIRST_FRAME;
    let mut free_table = FIRST_TABLE;
    for index in 0..count {
        let each = segment(file, first + index * size)?;
        if each.kind == SEGMENT_LOAD {
            place(file, &each, &mut free, &mut free_table)?;
        }
    }
    Some(Loaded { entry: u64_at(file, 24)?, free_from: free })
}

/// Copies one segment to free frames and maps them. Segments begin on pages of their own.
fn place(file: &[u8], segment: &Segment, free: &mut u64, free_table: &mut u64) -> Option<()> {
    let start = segment.offset as usize;
    let bytes = file.get(start..start + segment.file_bytes as usize)?;
    let first = segment.address & !(PAGE - 1);
    let inside = segment.address - first;
    let pages = (inside + segment.memory_bytes).div_ceil(PAGE);
    let flags = (if segment.flags & FLAG_WRITE != 0 { WRITABLE } else { 0 })
        | (if segment.flags & FLAG_EXECUTE != 0 { 0 } else { NO_EXECUTE });
    // SAFETY: the frames from `free` on are nobody's, and the tables are those that this CPU uses.
    unsafe {
        core::ptr::write_bytes(*free as *mut u8, 0, (pages * PAGE) as usize);
        core::ptr::copy_nonoverlapping(bytes.as_ptr(), (*free + inside) as *mut u8, bytes.len());
        let mut tables = Tables::at(ROOT);
        let mut frame = || {
            let table = *free_table;
            *free_table += PAGE;
            core::ptr::write_bytes(table as *mut u8, 0, PAGE as usize);
            table
        };
        for page in 0..pages {
            tables.map(first + page * PAGE, *free + page * PAGE, flags, &mut frame);
        }
        control::set_cr3(ROOT);
    }
    *free += pages * PAGE;
    Some(())
}
