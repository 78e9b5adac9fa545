//! The memory protection unit, PMSAv7.   @arm B3.5

use crate::instructions::{data_barrier, instruction_barrier};
use crate::register::Register;

#[repr(C)]
struct MpuRegisters {
    kind: Register,
    control: Register,
    number: Register,
    base: Register,
    attributes: Register,
}

/// Regions of a Cortex-M3.
pub const REGIONS: usize = 8;
/// Equal parts of a region of 256 bytes or more, each of which can be left out.
pub const SUBREGIONS: u32 = 8;

const ENABLE: u32 = 1 << 0;
/// Privileged code is not checked against the regions, but has the default memory map.
const PRIVILEGED_DEFAULT_MAP: u32 = 1 << 2;
/// The base register's low bits name the region.
const BASE_NAMES_REGION: u32 = 1 << 4;

fn registers() -> &'static MpuRegisters {
    // SAFETY: the architecture puts the unit at this address in every ARMv7-M that has one.
    unsafe { &*(0xE000_ED90 as *const MpuRegisters) }
}

/// What unprivileged code may do in a region; the kernel may always read and write.
#[derive(Clone, Copy)]
pub enum Access {
    /// AP 010, XN 0.
    ReadExecute,
    /// AP 011, XN 1.
    ReadWrite,
}

/// One region as its two registers hold it.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// RBAR: address, valid bit, region number.
    pub base: u32,
    /// RASR: execute-never, access permission, disabled subregions, size, enable.
    pub attributes: u32,
}

impl Region {
    /// A region that matches no address.
    pub const fn disabled(number: u32) -> Self {
        Region { base: BASE_NAMES_REGION | number, attributes: 0 }
    }

    /// A region of `size` bytes, a power of two of at least 32, at a multiple of its size.
    /// Bit n of `disabled_subregions` leaves out the n-th eighth.
    pub fn new(number: u32, start: u32, size: u32, disabled_subregions: u8, access: Access) -> Self {
        let (execute_never, permission) = match access {
            Access::ReadExecute => (0, 0b010),
            Access::ReadWrite => (1, 0b011),
        };
        let size_field = size.trailing_zeros() - 1;
        Region {
            base: start | BASE_NAMES_REGION | number,
            attributes: execute_never << 28
                | permission << 24
                | (disabled_subregions as u32) << 8
                | size_field << 1
                | ENABLE,
        }
    }
}

/// Writes all regions.
pub fn configure(regions: impl Iterator<Item = Region>) {
    let mpu = registers();
    for region in regions {
        mpu.base.set(region.base);
        mpu.attributes.set(region.attributes);
    }
}

/// Switches the checks on for unprivileged code.
pub fn enable() {
    registers().control.set(ENABLE | PRIVILEGED_DEFAULT_MAP);
    data_barrier();
    instruction_barrier();
}

/// Switches the checks off.
pub fn disable() {
    registers().control.set(0);
}
