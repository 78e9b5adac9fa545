//! The newest lines.

/// The longest line, with its end; a longer one becomes more than one.
pub const LONGEST: usize = 160;
/// How many lines are kept.
pub const MOST_LINES: usize = 64;

/// One line.
#[derive(Clone, Copy)]
pub struct Kept {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Kept {
    pub const EMPTY: Kept = Kept { bytes: [0; LONGEST], length: 0 };

    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&[])
    }

    /// Adds a byte; returns whether the line has ended with it.
    pub fn add(&mut self, byte: u8) -> bool {
        // The last place is for the end.
        let is_full = self.length + 2 >= LONGEST;
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
        byte == b'\n' || is_full && self.end()
    }

    /// Ends a line that has something in it; returns whether it had.
    pub fn end(&mut self) -> bool {
        let has_something = self.length > 0;
        if let Some(place) = self.bytes.get_mut(self.length).filter(|_| has_something) {
            *place = b'\n';
            self.length += 1;
        }
        has_something
    }
}

/// A ring of lines.
pub struct Lines {
    ring: [Kept; MOST_LINES],
    /// How many there ever were.
    count: usize,
}

impl Lines {
    pub const fn new() -> Self {
        Lines { ring: [Kept::EMPTY; MOST_LINES], count: 0 }
    }

    pub fn keep(&mut self, line: Kept) {
        self.ring[self.count % MOST_LINES] = line;
        self.count += 1;
    }

    /// Reads the lines as one text, from an offset on; how many bytes.
    pub fn read(&self, buffer: &mut [u8], offset: u64) -> u64 {
        let oldest = self.count.saturating_sub(MOST_LINES);
        let lines = (oldest..self.count).map(|index| &self.ring[index % MOST_LINES]);
        let bytes = lines.flat_map(|line| line.bytes()).skip(offset as usize);
        buffer.iter_mut().zip(bytes).map(|(target, source)| *target = *source).count() as u64
    }
}
