//! Upcalls: what the kernel wants to tell a process, kept until the process yields.

use core::cell::Cell;

/// Names a kind of upcall: a driver and its subscribe number.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct UpcallId {
    pub driver: u32,
    pub subscribe: u32,
}

impl UpcallId {
    /// The kernel's own: the entry of a process.
    pub const START: UpcallId = UpcallId { driver: u32::MAX, subscribe: 0 };
}

/// Where an upcall comes from.
#[repr(u32)]
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Source {
    /// The kernel starts the process: the function is its entry.
    #[default]
    Start = 0,
    /// A driver's.
    Driver = 1,
}

/// One function to be called in a process.
#[repr(C)]
#[derive(Clone, Copy, Default)]
pub struct Upcall {
    pub source: Source,
    pub id: UpcallId,
    /// 0 is the null upcall: nothing runs, and only who waits for this very kind is woken.
    pub function: u32,
    pub arguments: [u32; 3],
    /// What the process gave to subscribe.
    pub data: u32,
}

/// Entries a process has.
pub const QUEUE_LENGTH: usize = 10;

/// First in, first out; what does not fit is dropped and counted.
#[repr(C)]
pub struct UpcallQueue {
    entries: [Cell<Upcall>; QUEUE_LENGTH],
    first: Cell<u32>,
    length: Cell<u32>,
    dropped: Cell<u32>,
}

impl UpcallQueue {
    pub fn new() -> Self {
        UpcallQueue {
            entries: core::array::from_fn(|_| Cell::new(Upcall::default())),
            first: Cell::new(0),
            length: Cell::new(0),
            dropped: Cell::new(0),
        }
    }

    /// The `index`-th entry from the front, as a slot.
    fn slot(&self, index: u32) -> &Cell<Upcall> {
        let position = (self.first.get() + index) as usize % QUEUE_LENGTH;
        // The remainder is always within the array.
        self.entries.get(position).unwrap_or(&self.entries[0])
    }

    pub fn len(&self) -> u32 {
        self.length.get()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn dropped(&self) -> u32 {
        self.dropped.get()
    }

    /// Appends one; false if there was no room.
    pub fn push(&self, upcall: Upcall) -> bool {
        if self.len() as usize == QUEUE_LENGTH {
            self.dropped.set(self.dropped.get().wrapping_add(1));
            return false;
        }
        self.slot(self.len()).set(upcall);
        self.length.set(self.len() + 1);
        true
    }

    /// Takes the first.
    pub fn pop(&self) -> Option<Upcall> {
        if self.is_empty() {
            return None;
        }
        let upcall = self.slot(0).get();
        self.first.set((self.first.get() + 1) % QUEUE_LENGTH as u32);
        self.length.set(self.len() - 1);
        Some(upcall)
    }

    /// Whether one of this kind waits.
    pub fn contains(&self, id: UpcallId) -> bool {
        (0..self.len()).any(|index| is_of(&self.slot(index).get(), id))
    }

    /// Takes the first of this kind, from wherever it stands.
    pub fn pop_of(&self, id: UpcallId) -> Option<Upcall> {
        let mut found = None;
        self.keep(|upcall| {
            let take = found.is_none() && is_of(upcall, id);
            if take {
                found = Some(*upcall);
            }
            !take
        });
        found
    }

    /// Forgets all of this kind.
    pub fn cancel(&self, id: UpcallId) {
        self.keep(|upcall| !is_of(upcall, id));
    }

    pub fn clear(&self) {
        self.length.set(0);
    }

    fn keep(&self, mut wanted: impl FnMut(&Upcall) -> bool) {
        let mut kept = 0;
        for index in 0..self.len() {
            let upcall = self.slot(index).get();
            if wanted(&upcall) {
                self.slot(kept).set(upcall);
                kept += 1;
            }
        }
        self.length.set(kept);
    }
}

fn is_of(upcall: &Upcall, id: UpcallId) -> bool {
    upcall.source == Source::Driver && upcall.id == id
}
