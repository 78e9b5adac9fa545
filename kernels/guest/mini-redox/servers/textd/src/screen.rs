//! The device: the text screen of a VGA adapter, and its cursor.   @board VGA (IBM)

use core::sync::atomic::{AtomicU16, Ordering};

use redox_runtime::abi::path;
use redox_runtime::file::File;
use redox_runtime::flag::PAGE;
use redox_runtime::memory::Mapping;
use redox_runtime::port::PortRights;
use redox_runtime::Result;

pub const COLUMNS: usize = 80;
pub const ROWS: usize = 25;

/// Where the cells lie in physical memory.
const ADDRESS: u64 = 0xB_8000;
const INDEX: u16 = 0x3D4;
const VALUE: u16 = 0x3D5;
const CURSOR_HIGH: u8 = 0x0E;
const CURSOR_LOW: u8 = 0x0F;

/// Grey on blue, a space: where no window is.
const BACKGROUND: u16 = 0x1700 | b' ' as u16;

/// The screen, and the right to use its ports.
pub struct Screen {
    memory: Mapping,
    ports: PortRights,
}

impl Screen {
    pub fn open() -> Result<Self> {
        let memory = Mapping::shared(&File::writing(path::MEMORY_PHYSICAL)?, ADDRESS, PAGE)?;
        Ok(Screen { memory, ports: PortRights::request()? })
    }

    pub fn put(&self, column: usize, row: usize, cell: u16) {
        if column < COLUMNS && row < ROWS {
            self.memory.cells::<AtomicU16>()[row * COLUMNS + column].store(cell, Ordering::Relaxed);
        }
    }

    pub fn clear(&self) {
        for row in 0..ROWS {
            for column in 0..COLUMNS {
                self.put(column, row, BACKGROUND);
            }
        }
        self.put_cursor(0, 0);
    }

    pub fn put_cursor(&self, column: usize, row: usize) {
        let place = (row * COLUMNS + column) as u16;
        for (index, byte) in [(CURSOR_HIGH, (place >> 8) as u8), (CURSOR_LOW, place as u8)] {
            self.ports.output(INDEX, index);
            self.ports.output(VALUE, byte);
        }
    }
}
