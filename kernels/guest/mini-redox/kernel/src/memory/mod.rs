//! Physical and virtual memory.
//!
//! Reading order: [`frames`] (who uses which frame), [`table`] (page tables), [`grant`] (what a range of an address space
//! is), [`space`] (an address space), [`fault`] (what a page fault means), [`user`] (user memory as the kernel sees it).

pub mod fault;
pub mod frames;
pub mod grant;
pub mod space;
pub mod table;
pub mod user;

/// Where all of RAM is mapped, from physical address 0 on: the first entry of the upper half.
pub const PHYSICAL_OFFSET: u64 = 0xFFFF_8000_0000_0000;
/// A page and a frame in bytes.
pub const PAGE: u64 = 4096;

/// The address at which the kernel sees a physical address.
pub fn linear(physical: u64) -> u64 {
    physical + PHYSICAL_OFFSET
}

/// How many pages hold that many bytes.
pub fn pages(bytes: u64) -> u64 {
    bytes.div_ceil(PAGE)
}
