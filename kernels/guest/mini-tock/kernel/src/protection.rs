//! The MPU regions of one process, and how a block of RAM is chosen so that they fit.
//!
//! RAM is a power of two, split into two regions of half its size; the eighths of both that the process may use grow
//! from the low end, in sixteen steps in all. Flash is one region. The kernel's part of the block is simply not
//! covered: in it, unprivileged code faults.

use core::cell::Cell;

use hal_cortexm::mpu::{self, Access, Region, REGIONS, SUBREGIONS};

use crate::error::ErrorCode;
use crate::memory::Memory;

/// Below this a half would be too small to have subregions.
const SMALLEST_BLOCK: u32 = 512;
const FLASH_REGION: u32 = 2;

/// The registers' contents while the process runs.
#[repr(C)]
pub struct Protection {
    regions: [Cell<Region>; REGIONS],
    /// Changed since it was last written to the MPU.
    is_dirty: Cell<bool>,
}

/// Chooses a block in `free..limit` for a process that needs `minimum` bytes, `app` of them from the start and
/// `kernel` of them at the end: its start and size.
pub fn choose_block(free: u32, limit: u32, minimum: u32, app: u32, kernel: u32) -> Option<(u32, u32)> {
    let mut size = minimum.max(app.checked_add(kernel)?).max(SMALLEST_BLOCK).checked_next_power_of_two()?;
    loop {
        let half = size / 2;
        let start = free.checked_add(half - 1)? & !(half - 1);
        let end = start.checked_add(size)?;
        if end > limit {
            return None;
        }
        // A subregion that the process and the kernel would share makes the block twice as large.
        if start + covered_bytes(size, app) <= end - kernel {
            return Some((start, size));
        }
        size = size.checked_mul(2)?;
    }
}

/// So many bytes the enabled subregions cover when the process may use the first `app`.
fn covered_bytes(block: u32, app: u32) -> u32 {
    let step = subregion_of(block);
    app.div_ceil(step) * step
}

/// Bytes of each sixteenth of a block; the smallest block makes it 32.
fn subregion_of(block: u32) -> u32 {
    (block / (2 * SUBREGIONS)).max(SMALLEST_BLOCK / (2 * SUBREGIONS))
}

impl Protection {
    pub fn new() -> Self {
        Protection {
            regions: core::array::from_fn(|number| Cell::new(Region::disabled(number as u32))),
            is_dirty: Cell::new(true),
        }
    }

    /// Lets the process read and execute its flash; false if that is not one region.
    pub fn cover_flash(&self, start: u32, size: u32) -> bool {
        let fits = size.is_power_of_two() && size >= 32 && start & (size - 1) == 0;
        if fits {
            self.set(FLASH_REGION, Region::new(FLASH_REGION, start, size, 0, Access::ReadExecute));
        }
        fits
    }

    /// Lets the process use its RAM up to `app_break`, unless that would open a subregion that the kernel uses.
    pub fn cover_memory(&self, memory: &Memory, app_break: u32, kernel_break: u32) -> Result<(), ErrorCode> {
        let (start, size) = (memory.start, memory.end - memory.start);
        let app = app_break - start;
        if app_break > kernel_break || start + covered_bytes(size, app) > kernel_break {
            return Err(ErrorCode::NoMemory);
        }
        let half = size / 2;
        let enabled = app.div_ceil(subregion_of(size));
        self.set(0, half_region(0, start, half, enabled.min(SUBREGIONS)));
        self.set(1, half_region(1, start + half, half, enabled.saturating_sub(SUBREGIONS)));
        Ok(())
    }

    /// Writes the regions to the MPU.
    pub fn configure_mpu(&self) {
        mpu::configure(self.regions.iter().map(Cell::get));
        self.is_dirty.set(false);
    }

    pub fn is_dirty(&self) -> bool {
        self.is_dirty.get()
    }

    fn set(&self, number: u32, region: Region) {
        if let Some(slot) = self.regions.get(number as usize) {
            if slot.replace(region) != region {
                self.is_dirty.set(true);
            }
        }
    }
}

/// A region of RAM of which the first `enabled` eighths are open.
fn half_region(number: u32, start: u32, size: u32, enabled: u32) -> Region {
    if enabled == 0 {
        return Region::disabled(number);
    }
    let disabled_subregions = (0xFF_u32 << enabled) as u8;
    Region::new(number, start, size, disabled_subregions, Access::ReadWrite)
}
