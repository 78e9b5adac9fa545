//! All that the kernel knows, in one place: what panes and debuggers read.
//!
//! Every table is an array whose free entries are zero; entries name one another by index.

use crate::context::table::Contexts;
use crate::exclusive::Exclusive;
use crate::memory::frames::Frames;
use crate::memory::space::AddressSpaces;
use crate::scheme::Schemes;

/// The kernel's state.
#[repr(C)]
pub struct Kernel {
    /// Threads of execution, the one that runs, and the clock of the scheduler.
    pub contexts: Contexts,
    /// Page tables and what is granted in each.
    pub spaces: AddressSpaces,
    /// Physical memory, a count for each frame.
    pub frames: Frames,
    /// Files, schemes, names, messages.
    pub schemes: Schemes,
}

/// The kernel's state.
#[no_mangle]
pub static KERNEL: Exclusive<Kernel> = Exclusive::new(Kernel {
    contexts: Contexts::new(),
    spaces: AddressSpaces::new(),
    frames: Frames::new(),
    schemes: Schemes::new(),
});
