//! Shared ownership without aliasing: everything is `'static` and shared by `&`, and changes through cells.

use core::cell::{Cell, UnsafeCell};
use core::mem::MaybeUninit;

/// A mutable reference that one at a time can hold. Who finds it empty has to wait: nothing is ever aliased.
pub struct TakeCell<T: 'static + ?Sized>(Cell<Option<&'static mut T>>);

impl<T: ?Sized> TakeCell<T> {
    pub const fn new(value: &'static mut T) -> Self {
        TakeCell(Cell::new(Some(value)))
    }

    pub const fn empty() -> Self {
        TakeCell(Cell::new(None))
    }

    /// Takes the reference out and leaves nothing.
    pub fn take(&self) -> Option<&'static mut T> {
        self.0.take()
    }

    /// Puts a reference back.
    pub fn put(&self, value: &'static mut T) {
        self.0.set(Some(value));
    }

    /// Whether somebody has taken it.
    pub fn is_empty(&self) -> bool {
        let value = self.0.take();
        let is_empty = value.is_none();
        self.0.set(value);
        is_empty
    }

    /// Runs `body` on the content, if it is there.
    pub fn with<R>(&self, body: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.0.take().map(|value| {
            let result = body(value);
            self.0.set(Some(value));
            result
        })
    }
}

/// A small copyable value that may be absent.
pub struct OptionalCell<T: Copy>(Cell<Option<T>>);

impl<T: Copy> OptionalCell<T> {
    pub const fn empty() -> Self {
        OptionalCell(Cell::new(None))
    }

    pub fn set(&self, value: T) {
        self.0.set(Some(value));
    }

    pub fn clear(&self) {
        self.0.set(None);
    }

    pub fn get(&self) -> Option<T> {
        self.0.get()
    }
}

/// Room for a value that lives for ever, filled once at boot.
pub struct Static<T> {
    is_filled: Cell<bool>,
    value: UnsafeCell<MaybeUninit<T>>,
}

// SAFETY: one core, and no exception handler touches the kernel's values.
unsafe impl<T> Sync for Static<T> {}

impl<T> Static<T> {
    pub const fn new() -> Self {
        Static { is_filled: Cell::new(false), value: UnsafeCell::new(MaybeUninit::uninit()) }
    }

    /// Moves `value` to its place.
    ///
    /// # Panics
    /// If it has been filled before: a mistake of the board's, found at boot.
    pub fn fill(&'static self, value: T) -> &'static mut T {
        assert!(!self.is_filled.replace(true));
        // SAFETY: filled once only, so this is the only mutable reference there will ever be.
        unsafe { (*self.value.get()).write(value) }
    }
}

/// A value that only the kernel's one thread uses.
#[repr(transparent)]
pub struct SingleThread<T>(pub T);

// SAFETY: one core, and no exception handler touches the kernel's values.
unsafe impl<T> Sync for SingleThread<T> {}

impl<T> core::ops::Deref for SingleThread<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
