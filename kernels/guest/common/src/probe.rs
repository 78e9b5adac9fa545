//! Static probes: moments that a debugger can find without the program knowing that it is watched.

/// Marks a moment: one `nop`, and a note beside the code that says where it is and where its arguments are.
///
/// The note has the SystemTap SDT layout, which `readelf -n`, gdb and perf read. An argument is evaluated, cast to
/// 32 bits and left in a register; the note names the register. A program without a watcher pays for the `nop` only.
///
/// The assembly is declared to read memory, so that the stores written before a probe have happened when it is reached.
#[macro_export]
#[allow_internal_unsafe]
macro_rules! probe {
    ($provider:ident, $name:ident) => {
        $crate::probe_note!($provider, $name, "",)
    };
    ($provider:ident, $name:ident, $a:expr) => {
        $crate::probe_note!($provider, $name, "4@{}", $a)
    };
    ($provider:ident, $name:ident, $a:expr, $b:expr) => {
        $crate::probe_note!($provider, $name, "4@{} 4@{}", $a, $b)
    };
    ($provider:ident, $name:ident, $a:expr, $b:expr, $c:expr) => {
        $crate::probe_note!($provider, $name, "4@{} 4@{} 4@{}", $a, $b, $c)
    };
    ($provider:ident, $name:ident, $a:expr, $b:expr, $c:expr, $d:expr) => {
        $crate::probe_note!($provider, $name, "4@{} 4@{} 4@{} 4@{}", $a, $b, $c, $d)
    };
    ($provider:ident, $name:ident, $a:expr, $b:expr, $c:expr, $d:expr, $e:expr) => {
        $crate::probe_note!($provider, $name, "4@{} 4@{} 4@{} 4@{} 4@{}", $a, $b, $c, $d, $e)
    };
}

/// The text of a probe: the `nop` and its note, for assembly that has no Rust operands.
#[macro_export]
macro_rules! probe_text {
    ($provider:expr, $name:expr, $format:expr) => {
        concat!(
            "990: nop\n",
            ".pushsection .note.stapsdt, \"\", %note\n",
            ".balign 4\n",
            ".4byte 992f-991f, 994f-993f, 3\n",
            "991: .asciz \"stapsdt\"\n",
            "992: .balign 4\n",
            "993: .4byte 990b\n",
            ".4byte _.stapsdt.base\n",
            ".4byte 0\n",
            ".asciz \"", $provider, "\"\n",
            ".asciz \"", $name, "\"\n",
            ".asciz \"", $format, "\"\n",
            "994: .balign 4\n",
            ".popsection\n",
            ".ifndef _.stapsdt.base\n",
            ".pushsection .stapsdt.base, \"aG\", %progbits, .stapsdt.base, comdat\n",
            ".weak _.stapsdt.base\n",
            ".hidden _.stapsdt.base\n",
            "_.stapsdt.base: .space 1\n",
            ".size _.stapsdt.base, 1\n",
            ".popsection\n",
            ".endif\n",
        )
    };
}

/// A probe with operands; use [`probe!`].
#[doc(hidden)]
#[macro_export]
#[allow_internal_unsafe]
macro_rules! probe_note {
    ($provider:ident, $name:ident, $format:literal, $($argument:expr),*) => {
        // SAFETY: the only instruction is a `nop`; the rest goes into sections that are not loaded with the code.
        unsafe {
            core::arch::asm!(
                $crate::probe_text!(stringify!($provider), stringify!($name), $format),
                $(in(reg) ($argument) as u32,)*
                options(nostack, readonly, preserves_flags),
            )
        }
    };
}
