//! All windows: each has a page of shared memory for its cells. Later windows hide earlier ones.

use core::sync::atomic::AtomicU16;

use redox_runtime::abi::path;
use redox_runtime::error::{EBADF, EMFILE};
use redox_runtime::file::File;
use redox_runtime::flag::PAGE;
use redox_runtime::memory::Mapping;
use redox_runtime::Result;

use crate::screen::{Screen, COLUMNS, ROWS};
use crate::window::{Place, Window};

/// As many as there can be.
const MOST_WINDOWS: usize = 8;

const _: () = assert!(COLUMNS * ROWS * 2 <= PAGE as usize, "the cells of any window fit a page");

/// A place for a window.
#[derive(Default)]
struct Slot {
    window: Option<Window>,
    /// How often its page is mapped by clients. It is not given to a new window as long as that is so.
    mappings: u64,
    /// Later ones are in front.
    age: u64,
}

pub struct Windows {
    memory: Mapping,
    slots: [Slot; MOST_WINDOWS],
    opened: u64,
}

impl Windows {
    pub fn new() -> Result<Self> {
        let memory = Mapping::shared(&File::writing(path::MEMORY)?, 0, MOST_WINDOWS as u64 * PAGE)?;
        Ok(Windows { memory, slots: Default::default(), opened: 0 })
    }

    /// The cells of the window in a slot.
    fn cells(memory: &Mapping, slot: usize) -> &[AtomicU16] {
        let cells_in_page = PAGE as usize / 2;
        &memory.cells()[slot * cells_in_page..(slot + 1) * cells_in_page]
    }

    /// Makes a window; its number.
    pub fn open(&mut self, place: Place, title: &str) -> Result<u64> {
        let is_free = |slot: &Slot| slot.window.is_none() && slot.mappings == 0;
        let number = self.slots.iter().position(is_free).ok_or(EMFILE)?;
        self.opened += 1;
        let window = Window::new(place, title, Self::cells(&self.memory, number));
        self.slots[number] = Slot { window: Some(window), mappings: 0, age: self.opened };
        Ok(number as u64)
    }

    pub fn get(&self, number: u64) -> Result<&Window> {
        self.slots.get(number as usize).and_then(|slot| slot.window.as_ref()).ok_or(EBADF)
    }

    pub fn close(&mut self, number: u64) {
        if let Some(slot) = self.slots.get_mut(number as usize) {
            slot.window = None;
        }
    }

    pub fn write(&mut self, number: u64, text: &[u8]) -> Result<()> {
        let window = self.slots.get_mut(number as usize).and_then(|slot| slot.window.as_mut()).ok_or(EBADF)?;
        window.write(text, Self::cells(&self.memory, number as usize));
        Ok(())
    }

    /// Puts a window on the screen, in front of the others, and the cursor into it.
    pub fn show(&self, number: u64, screen: &Screen) -> Result<()> {
        let window = self.get(number)?;
        window.show(Self::cells(&self.memory, number as usize), screen);
        let (column, row) = window.cursor();
        screen.put_cursor(column, row);
        Ok(())
    }

    /// Puts all windows on an empty screen, the oldest first.
    pub fn show_all(&self, screen: &Screen) {
        screen.clear();
        let mut shown = 0;
        let seen = |age: u64| self.slots.iter().enumerate().filter(move |(_, slot)| slot.window.is_some() && slot.age > age);
        while let Some((number, slot)) = seen(shown).min_by_key(|(_, slot)| slot.age) {
            // There is one.
            let _ = self.show(number as u64, screen);
            shown = slot.age;
        }
    }

    /// The address of a window's page, which a client maps.
    pub fn map(&mut self, number: u64) -> Result<u64> {
        self.get(number)?;
        self.slots[number as usize].mappings += 1;
        Ok(self.memory.address() + number * PAGE)
    }

    pub fn unmap(&mut self, number: u64) {
        if let Some(slot) = self.slots.get_mut(number as usize) {
            slot.mappings = slot.mappings.saturating_sub(1);
        }
    }
}
