//! CMSDK APB UART.   @board DDI 0479 4.3

use hal_cortexm::register::Register;

/// The register block.
#[repr(C)]
pub struct UartRegisters {
    data: Register,
    state: Register,
    control: Register,
    interrupt: Register,
    baud_divider: Register,
}

const STATE_TX_FULL: u32 = 1;
const CONTROL_TX_ENABLE: u32 = 1;

impl UartRegisters {
    pub fn enable(&self, divider: u32) {
        self.baud_divider.set(divider);
        self.control.set(CONTROL_TX_ENABLE);
    }
    pub fn send(&self, byte: u8) {
        while self.state.get() & STATE_TX_FULL != 0 {}
        self.data.set(byte as u32);
    }
}
