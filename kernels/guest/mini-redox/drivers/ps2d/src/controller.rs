//! The device: the keyboard controller of a PC, with its translation to scan-code set 1.   @board 8042 (Intel)

use redox_runtime::port::PortRights;

const DATA: u16 = 0x60;
const STATUS: u16 = 0x64;
const COMMAND: u16 = 0x64;

const OUTPUT_FULL: u8 = 0x01;
const INPUT_FULL: u8 = 0x02;
const FROM_MOUSE: u8 = 0x20;

const WRITE_CONFIGURATION: u8 = 0x60;
/// Interrupt of the keyboard, system flag, mouse off, translation.
const CONFIGURATION: u8 = 0x01 | 0x04 | 0x20 | 0x40;

/// The controller, and the right to use it.
pub struct Controller {
    ports: PortRights,
}

impl Controller {
    /// Makes it interrupt when a key has been pressed or let go.
    pub fn start(ports: PortRights) -> Self {
        let controller = Controller { ports };
        controller.send(COMMAND, WRITE_CONFIGURATION);
        controller.send(DATA, CONFIGURATION);
        controller
    }

    fn send(&self, port: u16, byte: u8) {
        while self.ports.input(STATUS) & INPUT_FULL != 0 {}
        self.ports.output(port, byte);
    }

    /// The next scan code. Bytes of the mouse are thrown away.
    pub fn receive(&self) -> Option<u8> {
        loop {
            let status = self.ports.input(STATUS);
            if status & OUTPUT_FULL == 0 {
                return None;
            }
            let byte = self.ports.input(DATA);
            if status & FROM_MOUSE == 0 {
                return Some(byte);
            }
        }
    }
}
