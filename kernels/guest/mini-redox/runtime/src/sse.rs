//! Sums in the XMM registers. The compiler does not use them here, so they keep what is in them from one call to the
//! next: whoever else changes them is somebody who runs in between.

use core::arch::asm;

/// How many registers take part: `xmm0` to `xmm3`, and `xmm4` for what is added.
pub const SUMS: usize = 4;

/// Puts 0 into all of them.
pub fn clear() {
    // SAFETY: no code of ours has anything in these registers.
    unsafe {
        asm!(
            "pxor xmm0, xmm0",
            "pxor xmm1, xmm1",
            "pxor xmm2, xmm2",
            "pxor xmm3, xmm3",
            options(nomem, nostack),
        );
    }
}

/// Adds the number once to the first, twice to the second, three and four times to the others.
pub fn add(number: u64) {
    // SAFETY: as above.
    unsafe {
        asm!(
            "movq xmm4, {}",
            "paddq xmm0, xmm4",
            "paddq xmm1, xmm4",
            "paddq xmm2, xmm4",
            "paddq xmm3, xmm4",
            "paddq xmm1, xmm4",
            "paddq xmm2, xmm4",
            "paddq xmm3, xmm4",
            "paddq xmm2, xmm4",
            "paddq xmm3, xmm4",
            "paddq xmm3, xmm4",
            in(reg) number,
            options(nomem, nostack),
        );
    }
}

/// What is in them.
pub fn sums() -> [u64; SUMS] {
    let (first, second, third, fourth);
    // SAFETY: as above.
    unsafe {
        asm!(
            "movq {}, xmm0",
            "movq {}, xmm1",
            "movq {}, xmm2",
            "movq {}, xmm3",
            out(reg) first,
            out(reg) second,
            out(reg) third,
            out(reg) fourth,
            options(nomem, nostack),
        );
    }
    [first, second, third, fourth]
}
