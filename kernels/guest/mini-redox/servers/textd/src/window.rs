//! One window: a frame with a title, and the cells inside it.

use core::sync::atomic::{AtomicU16, Ordering};

use redox_runtime::argument::number;
use redox_runtime::error::EINVAL;
use redox_runtime::Result;

use crate::screen::{Screen, COLUMNS, ROWS};

/// Grey on black, as what is written looks.
const PLAIN: u16 = 0x0700;
const EMPTY: u16 = PLAIN | b' ' as u16;
/// White on blue.
const FRAME: u16 = 0x1F00;
const LONGEST_TITLE: usize = 32;

/// Corners and edges of a frame, by the character set of the adapter.
const TOP_LEFT: u8 = 0xDA;
const TOP_RIGHT: u8 = 0xBF;
const BOTTOM_LEFT: u8 = 0xC0;
const BOTTOM_RIGHT: u8 = 0xD9;
const ACROSS: u8 = 0xC4;
const DOWN: u8 = 0xB3;

/// Where a window is on the screen, with its frame.
#[derive(Clone, Copy)]
pub struct Place {
    column: usize,
    row: usize,
    width: usize,
    height: usize,
}

impl Place {
    /// Reads `COLUMN,ROW,WIDTH,HEIGHT`. It must be on the screen and have an inside.
    pub fn parse(text: &str) -> Result<Self> {
        let mut words = text.split(',').map(|word| number(word).filter(|value| *value <= COLUMNS as u64));
        let mut next = || words.next().flatten().map(|value| value as usize).ok_or(EINVAL);
        let place = Place { column: next()?, row: next()?, width: next()?, height: next()? };
        let is_whole = words.next().is_none() && place.width > 2 && place.height > 2;
        let is_seen = place.column + place.width <= COLUMNS && place.row + place.height <= ROWS;
        if is_whole && is_seen { Ok(place) } else { Err(EINVAL) }
    }

    fn inner_width(&self) -> usize {
        self.width - 2
    }

    fn inner_height(&self) -> usize {
        self.height - 2
    }
}

/// A window; its cells are in shared memory, so they are passed along.
pub struct Window {
    place: Place,
    title: [u8; LONGEST_TITLE],
    title_length: usize,
    /// Where the next character is written.
    column: usize,
    row: usize,
}

impl Window {
    /// An empty window. A title that is too long is cut.
    pub fn new(place: Place, title: &str, cells: &[AtomicU16]) -> Self {
        let mut window = Window { place, title: [0; LONGEST_TITLE], title_length: 0, column: 0, row: 0 };
        for (target, source) in window.title.iter_mut().zip(title.bytes().filter(|byte| matches!(byte, b' '..=b'~'))) {
            *target = source;
            window.title_length += 1;
        }
        for cell in cells {
            cell.store(EMPTY, Ordering::Relaxed);
        }
        window
    }

    pub fn title(&self) -> &str {
        core::str::from_utf8(&self.title[..self.title_length]).unwrap_or("")
    }

    /// The size of its cells in bytes.
    pub fn bytes(&self) -> u64 {
        (self.place.inner_width() * self.place.inner_height() * 2) as u64
    }

    /// Writes text at the end; what does not fit moves up.
    pub fn write(&mut self, text: &[u8], cells: &[AtomicU16]) {
        for byte in text {
            if *byte == b'\n' {
                (self.column, self.row) = (0, self.row + 1);
                continue;
            }
            if self.column == self.place.inner_width() {
                (self.column, self.row) = (0, self.row + 1);
            }
            while self.row >= self.place.inner_height() {
                self.scroll(cells);
            }
            self.cell(cells, self.column, self.row).store(PLAIN | *byte as u16, Ordering::Relaxed);
            self.column += 1;
        }
    }

    fn scroll(&mut self, cells: &[AtomicU16]) {
        let last = self.place.inner_height() - 1;
        for row in 0..=last {
            for column in 0..self.place.inner_width() {
                let below = if row < last { self.cell(cells, column, row + 1).load(Ordering::Relaxed) } else { EMPTY };
                self.cell(cells, column, row).store(below, Ordering::Relaxed);
            }
        }
        self.row -= 1;
    }

    fn cell<'a>(&self, cells: &'a [AtomicU16], column: usize, row: usize) -> &'a AtomicU16 {
        &cells[row * self.place.inner_width() + column]
    }

    /// Puts the frame and the cells on the screen.
    pub fn show(&self, cells: &[AtomicU16], screen: &Screen) {
        let Place { column: left, row: top, width, height } = self.place;
        for row in 0..height {
            for column in 0..width {
                let is_inside = (1..width - 1).contains(&column) && (1..height - 1).contains(&row);
                let cell = if is_inside {
                    self.cell(cells, column - 1, row - 1).load(Ordering::Relaxed)
                } else {
                    FRAME | self.frame(column, row) as u16
                };
                screen.put(left + column, top + row, cell);
            }
        }
    }

    /// A character of the frame. The title stands in its upper edge.
    fn frame(&self, column: usize, row: usize) -> u8 {
        let (right, bottom) = (self.place.width - 1, self.place.height - 1);
        match (column, row) {
            (0, 0) => TOP_LEFT,
            (column, 0) if column == right => TOP_RIGHT,
            (0, row) if row == bottom => BOTTOM_LEFT,
            (column, row) if column == right && row == bottom => BOTTOM_RIGHT,
            (column, 0) if (2..2 + self.title_length).contains(&column) => self.title[column - 2],
            (_, row) if row == 0 || row == bottom => ACROSS,
            _ => DOWN,
        }
    }

    /// Where on the screen the next character would be.
    pub fn cursor(&self) -> (usize, usize) {
        let (last_column, last_row) = (self.place.inner_width() - 1, self.place.inner_height() - 1);
        // After a full last line it waits at the end of that line.
        let column = if self.row > last_row { last_column } else { self.column.min(last_column) };
        let row = self.row.min(last_row);
        (self.place.column + 1 + column, self.place.row + 1 + row)
    }
}
