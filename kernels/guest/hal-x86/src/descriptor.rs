//! Segment descriptors, gates, the TSS, and the registers that point at them.   @sdm Vol.3A 3.4.5, 6.14.1, 7.7
//!
//! | Selector | What |
//! |---|---|
//! | 0x08 | 64-bit code, ring 0 |
//! | 0x10 | data, ring 0 |
//! | 0x1B | 32-bit code, ring 3 |
//! | 0x23 | data, ring 3 |
//! | 0x2B | 64-bit code, ring 3 |
//! | 0x30 | the TSS |
//! | 0x40 | a code segment that is not present |

use core::arch::asm;

pub const KERNEL_CODE: u16 = 0x08;
pub const KERNEL_DATA: u16 = 0x10;
pub const USER_CODE_32: u16 = 0x1B;
pub const USER_DATA: u16 = 0x23;
pub const USER_CODE: u16 = 0x2B;
pub const TASK: u16 = 0x30;
pub const NOT_PRESENT: u16 = 0x40;

/// The task-state segment of 64-bit mode.
#[repr(C, packed(4))]
pub struct TaskState {
    reserved_0: u32,
    /// The stack pointers for rings 0 to 2.
    pub rsp: [u64; 3],
    reserved_1: u64,
    /// The interrupt stack table; entry 0 is IST1.
    pub ist: [u64; 7],
    reserved_2: u64,
    reserved_3: u16,
    /// Where the I/O permission bitmap begins, from the start of the segment.
    pub io_map: u16,
    /// The first 32 ports, and the byte of ones that must follow.
    pub io_bits: [u8; 8],
}

impl TaskState {
    /// All zeros, and no port permitted.
    pub const fn new() -> Self {
        TaskState {
            reserved_0: 0,
            rsp: [0; 3],
            reserved_1: 0,
            ist: [0; 7],
            reserved_2: 0,
            reserved_3: 0,
            io_map: 104,
            io_bits: [0xFF; 8],
        }
    }
}

/// The global descriptor table.
#[repr(C, align(16))]
pub struct GlobalTable([u64; 10]);

impl GlobalTable {
    /// The table above; the TSS comes with [`GlobalTable::load`].
    pub const fn new() -> Self {
        GlobalTable([
            0,
            0x00AF_9B00_0000_FFFF,
            0x00CF_9300_0000_FFFF,
            0x00CF_FB00_0000_FFFF,
            0x00CF_F300_0000_FFFF,
            0x00AF_FB00_0000_FFFF,
            0,
            0,
            0x00AF_1B00_0000_FFFF,
            0,
        ])
    }

    /// Makes it the table of this CPU, with all segment registers and the TSS.
    ///
    /// # Safety
    /// Both must stay where they are, and the stack pointers in the TSS must be good when they are needed.
    pub unsafe fn load(&'static mut self, task: &'static TaskState) {
        let base = task as *const TaskState as u64;
        let limit = core::mem::size_of::<TaskState>() as u64 - 1;
        self.0[6] = limit | (base & 0xFF_FFFF) << 16 | 0x89 << 40 | (base >> 24 & 0xFF) << 56;
        self.0[7] = base >> 32;
        let pointer = TablePointer { limit: 79, base: self as *const Self as u64 };
        // SAFETY: the selectors are those of the table; the far return loads CS.
        unsafe {
            asm!(
                "lgdt [{pointer}]",
                "push {code}",
                "lea {scratch}, [rip + 2f]",
                "push {scratch}",
                "retfq",
                "2:",
                "mov ss, {data:x}",
                "mov ds, {data:x}",
                "mov es, {data:x}",
                "mov fs, {data:x}",
                "mov gs, {data:x}",
                "ltr {task:x}",
                pointer = in(reg) &pointer,
                code = const KERNEL_CODE,
                data = in(reg) KERNEL_DATA as u32,
                task = in(reg) TASK as u32,
                scratch = out(reg) _,
            );
        }
    }
}

/// The operand of LGDT and LIDT.
#[repr(C, packed)]
struct TablePointer {
    limit: u16,
    base: u64,
}

/// A gate of the interrupt descriptor table.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Gate(u64, u64);

impl Gate {
    /// Nothing there: #NP if it is used.
    pub const ABSENT: Gate = Gate(0, 0);

    /// An interrupt gate to ring 0.
    ///
    /// `ring` may use it by INT; `stack` is 0 or the number of a stack in the interrupt stack table.
    pub fn interrupt(handler: u64, ring: u64, stack: u64) -> Gate {
        let low = handler & 0xFFFF | (KERNEL_CODE as u64) << 16 | stack << 32 | (0x8E | ring << 5) << 40;
        Gate(low | (handler >> 16 & 0xFFFF) << 48, handler >> 32)
    }
}

/// The interrupt descriptor table.
#[repr(C, align(16))]
pub struct InterruptTable(pub [Gate; 256]);

impl InterruptTable {
    /// No gates.
    pub const fn new() -> Self {
        InterruptTable([Gate::ABSENT; 256])
    }

    /// Makes it the table of this CPU.
    ///
    /// # Safety
    /// It must stay where it is, and its handlers must work.
    pub unsafe fn load(&'static self) {
        let pointer = TablePointer { limit: 4095, base: self as *const Self as u64 };
        // SAFETY: the caller knows.
        unsafe { asm!("lidt [{}]", in(reg) &pointer, options(nostack, preserves_flags)) };
    }
}
