//! From power-on to the board's `main`.

extern "C" {
    /// First word of `.data` in RAM, and the word after its last.
    static mut _srelocate: u32;
    static mut _erelocate: u32;
    /// Where the first values of `.data` lie in flash.
    static _relocate_values: u32;
    /// First word of `.bss`, and the word after its last.
    static mut _szero: u32;
    static mut _ezero: u32;
    /// The board's entry.
    fn main() -> !;
}

/// Vector 1: gives statics their first values, then calls the board.
///
/// # Safety
/// The CPU jumps here once, after reset, with the stack pointer from vector 0. No static may be used before.
#[no_mangle]
pub unsafe extern "C" fn reset_handler() -> ! {
    // SAFETY: the linker script makes these symbols the bounds of the sections, word aligned.
    unsafe {
        let mut source = &raw const _relocate_values;
        let mut target = &raw mut _srelocate;
        while target < &raw mut _erelocate {
            target.write_volatile(source.read_volatile());
            target = target.add(1);
            source = source.add(1);
        }
        let mut zero = &raw mut _szero;
        while zero < &raw mut _ezero {
            zero.write_volatile(0);
            zero = zero.add(1);
        }
        main()
    }
}
