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

/// The note itself; use [`probe!`].
#[doc(hidden)]
#[macro_export]
#[allow_internal_unsafe]
macro_rules! probe_note {
    ($provider:ident, $name:ident, $format:literal, $($argument:expr),*) => {
        // SAFETY: the only instruction is a `nop`; the rest goes into sections that are not loaded with the code.
        unsafe {
            core::arch::asm!(
                "990: nop",
                ".pushsection .note.stapsdt, \"\", %note",
                ".balign 4",
                ".4byte 992f-991f, 994f-993f, 3",
                "991: .asciz \"stapsdt\"",
                "992: .balign 4",
                "993: .4byte 990b",
                ".4byte _.stapsdt.base",
                ".4byte 0",
                concat!(".asciz \"", stringify!($provider), "\""),
                concat!(".asciz \"", stringify!($name), "\""),
                concat!(".asciz \"", $format, "\""),
                "994: .balign 4",
                ".popsection",
                ".ifndef _.stapsdt.base",
                ".pushsection .stapsdt.base, \"aG\", %progbits, .stapsdt.base, comdat",
                ".weak _.stapsdt.base",
                ".hidden _.stapsdt.base",
                "_.stapsdt.base: .space 1",
                ".size _.stapsdt.base, 1",
                ".popsection",
                ".endif",
                $(in(reg) ($argument) as u32,)*
                options(nostack, readonly, preserves_flags),
            )
        }
    };
}
