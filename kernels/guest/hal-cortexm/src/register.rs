//! Device registers: words of memory that have effects.

use core::cell::UnsafeCell;

/// One 32-bit device register, or a word that an exception handler also writes: always accessed as a whole word, and
/// never cached by the compiler.
#[repr(transparent)]
pub struct Register(UnsafeCell<u32>);

// SAFETY: one core; a register is accessed by single loads and stores.
unsafe impl Sync for Register {}

impl Register {
    /// A word in RAM with a first value.
    pub const fn new(value: u32) -> Self {
        Register(UnsafeCell::new(value))
    }

    /// Loads the word; a load may have effects in the device.
    pub fn get(&self) -> u32 {
        // SAFETY: the reference proves that the register exists.
        unsafe { self.0.get().read_volatile() }
    }

    /// Stores the word.
    pub fn set(&self, value: u32) {
        // SAFETY: the reference proves that the register exists.
        unsafe { self.0.get().write_volatile(value) }
    }

    /// Loads, changes and stores the word.
    pub fn modify(&self, change: impl FnOnce(u32) -> u32) {
        self.set(change(self.get()));
    }
}
