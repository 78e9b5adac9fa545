//! One value that one piece of kernel code uses at a time.

use core::cell::{Cell, UnsafeCell};

/// A value behind a flag. With one CPU and interrupts off in ring 0, only nested use and a switch of contexts inside could
/// give two references; both stop the kernel.
#[repr(C)]
pub struct Exclusive<T> {
    value: UnsafeCell<T>,
    taken: Cell<bool>,
}

// SAFETY: one CPU; interrupts are off in ring 0, and `taken` refuses the rest.
unsafe impl<T> Sync for Exclusive<T> {}

impl<T> Exclusive<T> {
    /// A value that nobody uses yet.
    pub const fn new(value: T) -> Self {
        Exclusive { value: UnsafeCell::new(value), taken: Cell::new(false) }
    }

    /// Uses the value. User memory must not be touched meanwhile, nor another context run.
    pub fn with<R>(&self, use_it: impl FnOnce(&mut T) -> R) -> R {
        assert!(!self.taken.replace(true), "the kernel's state is in use");
        // SAFETY: `taken` was free, so this is the only reference.
        let result = use_it(unsafe { &mut *self.value.get() });
        self.taken.set(false);
        result
    }

    /// Whether somebody is using it: a fault of the kernel's own then.
    pub fn is_taken(&self) -> bool {
        self.taken.get()
    }
}
