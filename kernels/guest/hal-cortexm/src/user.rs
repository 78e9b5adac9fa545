//! What a process runs: its first instructions and its system calls.

use core::arch::{asm, naked_asm};

/// One instruction with its line in this file.
macro_rules! at {
    ($instruction:literal) => {
        concat!(".loc 2 ", line!(), "\n", $instruction)
    };
}

/// Where a process begins. The kernel leaves r0 = start of its code in flash, r1 = start of its RAM, r2 = bytes of
/// its RAM, r3 = its first break, which leaves it the 32 bytes of its exception frame: nothing is pushed before `brk`.
///
/// # Safety
/// Entered once, by the kernel.
#[unsafe(naked)]
#[no_mangle]
pub unsafe extern "C" fn _start() {
    naked_asm!(
        file_of_lines!(2, "hal-cortexm/src/user.rs"),
        at!("ldr r4, 2f"),               // linked for another place? then nothing would work
        at!("cmp r4, r1"),
        at!("bne 1f"),
        at!("movs r0, #0"),              // memop brk: our RAM up to _eram
        at!("ldr r1, 3f"),
        at!("svc 5"),
        at!("cmp r0, #128"),             // success?
        at!("bne 1f"),
        at!("ldr r0, 4f"),
        at!("mov sp, r0"),
        at!("b {enter}"),
        at!("1: movs r0, #0"),           // exit-terminate, completion code 1
        at!("movs r1, #1"),
        at!("svc 6"),
        ".balign 4",
        "2: .word _sram",
        "3: .word _eram",
        "4: .word _stack_top",
        enter = sym enter,
    )
}

extern "C" {
    static mut _sdata: u32;
    static mut _edata: u32;
    static _data_values: u32;
    static mut _sbss: u32;
    static mut _ebss: u32;
    /// The program.
    fn process_main();
}

/// Gives statics their first values and runs the program; exits when it returns.
unsafe extern "C" fn enter() -> ! {
    // SAFETY: the linker script makes these symbols the bounds of the sections, word aligned; new memory is zero.
    unsafe {
        let mut source = &raw const _data_values;
        let mut target = &raw mut _sdata;
        while target < &raw mut _edata {
            target.write_volatile(source.read_volatile());
            target = target.add(1);
            source = source.add(1);
        }
        let mut zero = &raw mut _sbss;
        while zero < &raw mut _ebss {
            zero.write_volatile(0);
            zero = zero.add(1);
        }
        process_main();
    }
    loop {
        // SAFETY: exit-terminate; the kernel does not come back.
        unsafe { system_call::<6>([0, 0, 0, 0]) };
    }
}

/// One system call of class `CLASS`: four words in, four words out.
///
/// # Safety
/// An address among the arguments lets the kernel read or write there later.
#[inline(always)]
pub unsafe fn system_call<const CLASS: u8>(arguments: [u32; 4]) -> [u32; 4] {
    let [mut r0, mut r1, mut r2, mut r3] = arguments;
    // SAFETY: the kernel changes r0-r3 only, unless the call is a yield: an upcall is a function of ours and may
    // change whatever a function may.
    unsafe {
        asm!(
            "svc {class}",
            class = const CLASS,
            inlateout("r0") r0,
            inlateout("r1") r1,
            inlateout("r2") r2,
            inlateout("r3") r3,
            clobber_abi("C"),
        );
    }
    [r0, r1, r2, r3]
}

/// One trip of a loop that only passes time.
pub fn spin() {
    // SAFETY: does nothing.
    unsafe { asm!("nop", options(nomem, nostack, preserves_flags)) }
}
