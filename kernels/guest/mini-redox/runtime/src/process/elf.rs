//! As much of ELF as it takes to load a static program.

use redox_abi::error::{Result, ENOEXEC};
use redox_abi::flag::{PROTECT_EXECUTE, PROTECT_READ, PROTECT_WRITE, USER_END};

use crate::file::File;

/// Where a program's bytes come from.
pub trait Program {
    /// Reads bytes at an offset; how many. 0 is the end.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize>;
}

impl Program for [u8] {
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize> {
        let rest = self.get(offset as usize..).unwrap_or(&[]);
        for (target, source) in buffer.iter_mut().zip(rest) {
            *target = *source;
        }
        Ok(buffer.len().min(rest.len()))
    }
}

impl Program for File {
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> Result<usize> {
        self.seek(offset)?;
        self.read(buffer)
    }
}

/// Reads exactly so many bytes, or it is not a program.
pub fn read_whole(program: &(impl Program + ?Sized), offset: u64, buffer: &mut [u8]) -> Result<()> {
    let mut done = 0;
    while let Some(rest) = buffer.get_mut(done..).filter(|rest| !rest.is_empty()) {
        match program.read_at(offset + done as u64, rest)? {
            0 => return Err(ENOEXEC),
            count => done += count,
        }
    }
    Ok(())
}

const HEADER_BYTES: usize = 64;
const SEGMENT_BYTES: usize = 56;
const LOAD: u32 = 1;

/// As many segments as a program can have.
pub const MOST_SEGMENTS: u64 = 8;

/// The header of a file: where it starts and where its segments are described.
pub struct Header {
    pub entry: u64,
    segments_at: u64,
    pub segments: u64,
}

/// A part of memory that comes out of the file.
pub struct Segment {
    pub address: u64,
    pub offset: u64,
    pub bytes_in_file: u64,
    pub bytes_in_memory: u64,
    /// `PROTECT_` flags.
    pub protection: u64,
}

impl Header {
    pub fn read(program: &(impl Program + ?Sized)) -> Result<Self> {
        let mut header = [0; HEADER_BYTES];
        read_whole(program, 0, &mut header)?;
        if !header.starts_with(b"\x7fELF\x02\x01") {
            return Err(ENOEXEC);
        }
        let segments = word(&header, 56) & 0xFFFF;
        let is_plain = word(&header, 54) & 0xFFFF == SEGMENT_BYTES as u64 && segments <= MOST_SEGMENTS;
        is_plain.then_some(()).ok_or(ENOEXEC)?;
        Ok(Header { entry: word(&header, 24), segments_at: word(&header, 32), segments })
    }

    /// The segment of that index, if it is to be loaded.
    pub fn segment(&self, program: &(impl Program + ?Sized), index: u64) -> Result<Option<Segment>> {
        let mut bytes = [0; SEGMENT_BYTES];
        read_whole(program, self.segments_at + index * SEGMENT_BYTES as u64, &mut bytes)?;
        let (kind, flags) = (word(&bytes, 0) as u32, word(&bytes, 4) as u32);
        let flag = |bit: u32, protection: u64| if flags & bit != 0 { protection } else { 0 };
        let segment = Segment {
            address: word(&bytes, 16),
            offset: word(&bytes, 8),
            bytes_in_file: word(&bytes, 32),
            bytes_in_memory: word(&bytes, 40),
            protection: flag(1, PROTECT_EXECUTE) | flag(2, PROTECT_WRITE) | flag(4, PROTECT_READ),
        };
        if kind != LOAD || segment.bytes_in_memory == 0 {
            return Ok(None);
        }
        let fits = segment.address < USER_END
            && segment.bytes_in_memory < USER_END - segment.address
            && segment.bytes_in_file <= segment.bytes_in_memory;
        if fits { Ok(Some(segment)) } else { Err(ENOEXEC) }
    }
}

/// Eight bytes at an offset; of fewer, the missing ones are 0.
fn word(bytes: &[u8], offset: usize) -> u64 {
    let mut word = [0; 8];
    for (target, source) in word.iter_mut().zip(bytes.iter().skip(offset)) {
        *target = *source;
    }
    u64::from_le_bytes(word)
}
