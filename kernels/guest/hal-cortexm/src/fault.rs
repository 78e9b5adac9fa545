//! The fault status registers, as they were when a process faulted.   @arm B3.2.15

use crate::register::Register;

/// The system control block's fault registers, saved by the HardFault handler before it clears them.
#[repr(C)]
pub struct SavedFaultStatus {
    /// CFSR: what went wrong; bit 1 data access violation, bit 7 the address is valid.
    pub configurable: Register,
    /// HFSR: why it became a HardFault; bit 30 forced.
    pub hard: Register,
    /// MMFAR: the address that the MPU refused.
    pub memory_address: Register,
    /// BFAR: the address that the bus refused.
    pub bus_address: Register,
}

/// Written by the HardFault handler, read by the kernel after the switch back.
#[no_mangle]
pub static SAVED_FAULT_STATUS: SavedFaultStatus = SavedFaultStatus {
    configurable: Register::new(0),
    hard: Register::new(0),
    memory_address: Register::new(0),
    bus_address: Register::new(0),
};

/// A copy of the saved registers.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct FaultRecord {
    pub configurable: u32,
    pub hard: u32,
    pub memory_address: u32,
    pub bus_address: u32,
}

/// What the handler saved last.
pub fn last_record() -> FaultRecord {
    FaultRecord {
        configurable: SAVED_FAULT_STATUS.configurable.get(),
        hard: SAVED_FAULT_STATUS.hard.get(),
        memory_address: SAVED_FAULT_STATUS.memory_address.get(),
        bus_address: SAVED_FAULT_STATUS.bus_address.get(),
    }
}
