//! The configuration that an emulator gives to firmware: a selector port and a data port.
//! @board "QEMU Firmware Configuration (fw_cfg) Device", sections "Selector Register", "Data Register"

use crate::port;

const SELECTOR: u16 = 0x510;
const DATA: u16 = 0x511;
const SIGNATURE: u16 = 0;
const RAM_SIZE: u16 = 3;
const COMMAND_LINE_SIZE: u16 = 0x14;
const COMMAND_LINE: u16 = 0x15;

fn read(selector: u16, bytes: &mut [u8]) {
    // SAFETY: the ports belong to this device, and reading has no other effect.
    unsafe {
        port::write_u16(SELECTOR, selector);
        for byte in bytes {
            *byte = port::read_u8(DATA);
        }
    }
}

/// The size of RAM in bytes, if the device is there.
pub fn ram_bytes() -> Option<u64> {
    let mut signature = [0; 4];
    read(SIGNATURE, &mut signature);
    let mut size = [0; 8];
    read(RAM_SIZE, &mut size);
    (&signature == b"QEMU").then(|| u64::from_le_bytes(size))
}

/// Reads the command line, as much as fits, without the zero at its end. Gives its length; 0 if there is none.
pub fn command_line(line: &mut [u8]) -> usize {
    if ram_bytes().is_none() {
        return 0;
    }
    let mut size = [0; 4];
    read(COMMAND_LINE_SIZE, &mut size);
    let length = (u32::from_le_bytes(size) as usize).min(line.len());
    read(COMMAND_LINE, &mut line[..length]);
    line[..length].iter().position(|byte| *byte == 0).unwrap_or(length)
}
