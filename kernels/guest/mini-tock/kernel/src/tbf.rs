//! The header in front of each process's binary in flash (Tock Binary Format, version 2).

/// Why a binary was not loaded. The numbers are arguments of a probe.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// The words do not XOR to the checksum.
    Checksum = 1,
    /// A length leads outside the binary, or a needed element is missing.
    Malformed = 2,
    /// The enabled flag is not set.
    Disabled = 3,
    /// A header without elements: it only fills space.
    Padding = 4,
    /// Linked for another place in flash.
    WrongFlashAddress = 5,
    /// Linked for RAM that is not where the next free block begins.
    WrongMemoryAddress = 6,
    /// Not enough RAM left for its block.
    NotEnoughMemory = 7,
    /// Its flash is not one MPU region: a power of two at a multiple of itself.
    FlashAlignment = 8,
    /// The process table is full.
    NoSlot = 9,
}

/// The base header is 16 bytes; elements follow, each a type, a length and its content.
const BASE_BYTES: usize = 16;
const VERSION: u32 = 2;
const FLAG_ENABLED: u32 = 1;
const ELEMENT_MAIN: u32 = 1;
const ELEMENT_NAME: u32 = 3;
const ELEMENT_FIXED_ADDRESSES: u32 = 5;
const ELEMENT_PROGRAM: u32 = 9;
/// In a fixed address: does not matter.
pub const ANY: u32 = 0xFFFF_FFFF;

/// How far the next header is; the end of the list if there is none.
pub fn total_size(flash: &[u8]) -> Option<(usize, usize)> {
    let first = word(flash, 0)?;
    let (version, header) = (first & 0xFFFF, (first >> 16) as usize);
    let total = word(flash, 4)? as usize;
    let is_header = version == VERSION && header >= BASE_BYTES && header % 4 == 0;
    (is_header && header <= total && total <= flash.len()).then_some((header, total))
}

/// What a header says.
pub struct Header<'a> {
    pub name: &'a [u8],
    /// From the start of the header to the process's first instruction.
    pub entry: u32,
    /// RAM the process needs for itself.
    pub minimum_memory: u32,
    pub fixed_memory: u32,
    /// Where the bytes behind header and protected space must be.
    pub fixed_flash: u32,
    /// Bytes from the header's start that are not the process's own.
    pub protected: u32,
}

/// Reads the header at the start of `binary`, whose length is the total size.
pub fn parse(binary: &[u8], header_size: usize) -> Result<Header<'_>, Rejection> {
    let header = binary.get(..header_size).ok_or(Rejection::Malformed)?;
    let checksum = header.chunks_exact(4).enumerate()
        .filter(|(index, _)| *index != 3)
        .fold(0, |sum, (_, bytes)| sum ^ word(bytes, 0).unwrap_or(0));
    if word(header, 12) != Some(checksum) {
        return Err(Rejection::Checksum);
    }
    if header_size == BASE_BYTES {
        return Err(Rejection::Padding);
    }
    if word(header, 8).unwrap_or(0) & FLAG_ENABLED == 0 {
        return Err(Rejection::Disabled);
    }
    parse_elements(header)
}

fn parse_elements(header: &[u8]) -> Result<Header<'_>, Rejection> {
    let mut parsed =
        Header { name: b"", entry: 0, minimum_memory: 0, fixed_memory: ANY, fixed_flash: ANY, protected: 0 };
    let mut has_program = false;
    let mut rest = header.get(BASE_BYTES..).unwrap_or(&[]);
    while let Some(first) = word(rest, 0) {
        let (kind, length) = (first & 0xFFFF, (first >> 16) as usize);
        let content = rest.get(4..4 + length).ok_or(Rejection::Malformed)?;
        match kind {
            ELEMENT_MAIN | ELEMENT_PROGRAM => {
                let field = |offset| word(content, offset).ok_or(Rejection::Malformed);
                parsed.entry = (header.len() as u32).wrapping_add(field(0)?);
                parsed.protected = (header.len() as u32).wrapping_add(field(4)?);
                parsed.minimum_memory = field(8)?;
                has_program = true;
            }
            ELEMENT_NAME => parsed.name = content,
            ELEMENT_FIXED_ADDRESSES => {
                parsed.fixed_memory = word(content, 0).ok_or(Rejection::Malformed)?;
                parsed.fixed_flash = word(content, 4).ok_or(Rejection::Malformed)?;
            }
            _ => {} // later versions may add elements
        }
        rest = rest.get(4 + (length + 3) / 4 * 4..).unwrap_or(&[]);
    }
    if has_program { Ok(parsed) } else { Err(Rejection::Malformed) }
}

fn word(bytes: &[u8], offset: usize) -> Option<u32> {
    let four = bytes.get(offset..offset + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
