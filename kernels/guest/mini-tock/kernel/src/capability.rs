//! Rights as values: whoever holds one may call what asks for it. They cost nothing at run time, and safe code
//! cannot make one.

/// May run the kernel's loop.
///
/// # Safety
/// Only the board's `main` implements it.
pub unsafe trait MainLoop {}

/// May create grants, that is take memory from every process.
///
/// # Safety
/// Only code that wires the board implements it.
pub unsafe trait MemoryAllocation {}

/// May load, restart and stop processes.
///
/// # Safety
/// Only code that wires the board implements it.
pub unsafe trait ProcessManagement {}

/// Makes a value with the given right; it expands to an `unsafe impl`, so a crate that forbids unsafe code cannot.
#[macro_export]
macro_rules! create_capability {
    ($capability:path) => {{
        struct Capability;
        // SAFETY: the crate that writes this is trusted with the right; crates that forbid unsafe code cannot.
        unsafe impl $capability for Capability {}
        Capability
    }};
}
