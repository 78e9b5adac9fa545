//! Static probes: moments that a debugger can find without the program knowing that it is watched.

/// Marks a moment: one `nop`, and a note beside the code that says where it is and where its arguments are.
///
/// The note has the SystemTap SDT layout, which `readelf -n`, gdb and perf read. Up to six arguments are evaluated, cast
/// to the width of an address and left in registers; the note names the registers. A program without a watcher pays for
/// the `nop` and for the arguments that were not in registers anyway.
///
/// The assembly is declared to read memory, so that the stores written before a probe have happened when it is reached.
///
/// On x86-64 a text of 32 bytes may follow the last of at most two arguments, behind a semicolon, as a pointer: the note
/// then has four more arguments, the words of the text. Only a watcher reads them, at the moment of the probe.
#[macro_export]
#[allow_internal_unsafe]
macro_rules! probe {
    ($provider:ident, $name:ident) => {
        $crate::probe_note!($provider, $name, "",)
    };
    ($provider:ident, $name:ident, $a:expr) => {
        $crate::probe_note!($provider, $name, $crate::probe_registers!(x), $a)
    };
    ($provider:ident, $name:ident, $a:expr, $b:expr) => {
        $crate::probe_note!($provider, $name, $crate::probe_registers!(x x), $a, $b)
    };
    ($provider:ident, $name:ident, $a:expr, $b:expr, $c:expr) => {
        $crate::probe_note!($provider, $name, $crate::probe_registers!(x x x), $a, $b, $c)
    };
    ($provider:ident, $name:ident, $a:expr, $b:expr, $c:expr, $d:expr) => {
        $crate::probe_note!($provider, $name, $crate::probe_registers!(x x x x), $a, $b, $c, $d)
    };
    ($provider:ident, $name:ident, $a:expr, $b:expr, $c:expr, $d:expr, $e:expr) => {
        $crate::probe_note!($provider, $name, $crate::probe_registers!(x x x x x), $a, $b, $c, $d, $e)
    };
    ($provider:ident, $name:ident, $a:expr, $b:expr, $c:expr, $d:expr, $e:expr, $f:expr) => {
        $crate::probe_note!($provider, $name, $crate::probe_registers!(x x x x x x), $a, $b, $c, $d, $e, $f)
    };
    ($provider:ident, $name:ident, $a:expr; $text:expr) => {
        $crate::probe_note!($provider, $name, "8@{0} 8@({1}) 8@8({1}) 8@16({1}) 8@24({1})", $a, $crate::probe::text($text))
    };
    ($provider:ident, $name:ident, $a:expr, $b:expr; $text:expr) => {
        $crate::probe_note!(
            $provider, $name, "8@{0} 8@{1} 8@({2}) 8@8({2}) 8@16({2}) 8@24({2})", $a, $b, $crate::probe::text($text)
        )
    };
}

/// Checks that the text of a probe is long enough.
#[doc(hidden)]
#[inline(always)]
pub fn text(text: *const [u8; 32]) -> *const u8 {
    text.cast()
}

/// The operands of so many registers, with blanks between them.
#[doc(hidden)]
#[macro_export]
macro_rules! probe_registers {
    (x) => { $crate::probe_register!() };
    (x $($more:tt)+) => { concat!($crate::probe_register!(), " ", $crate::probe_registers!($($more)+)) };
}

/// An argument in a register: its size, and the place where the assembler puts the register's name.
#[cfg(target_pointer_width = "32")]
#[doc(hidden)]
#[macro_export]
macro_rules! probe_register {
    () => { "4@{}" };
}

/// An argument in a register: its size, and the place where the assembler puts the register's name.
#[cfg(target_pointer_width = "64")]
#[doc(hidden)]
#[macro_export]
macro_rules! probe_register {
    () => { "8@{}" };
}

/// The directive for an address.
#[cfg(target_pointer_width = "32")]
#[doc(hidden)]
#[macro_export]
macro_rules! probe_address {
    () => { ".4byte " };
}

/// The directive for an address.
#[cfg(target_pointer_width = "64")]
#[doc(hidden)]
#[macro_export]
macro_rules! probe_address {
    () => { ".8byte " };
}

/// The text of a probe: the `nop` and its note, for assembly that has no Rust operands.
///
/// `%` starts the type of a section where `@` is a comment (Arm), and LLVM's assembler takes it on x86 too.
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
            "993: ", $crate::probe_address!(), "990b\n",
            $crate::probe_address!(), "_.stapsdt.base\n",
            $crate::probe_address!(), "0\n",
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
#[cfg(not(target_arch = "x86_64"))]
#[doc(hidden)]
#[macro_export]
#[allow_internal_unsafe]
macro_rules! probe_note {
    ($provider:ident, $name:ident, $format:expr, $($argument:expr),*) => {
        // SAFETY: the only instruction is a `nop`; the rest goes into sections that are not loaded with the code.
        unsafe {
            core::arch::asm!(
                $crate::probe_text!(stringify!($provider), stringify!($name), $format),
                $(in(reg) ($argument) as usize,)*
                options(nostack, readonly, preserves_flags),
            )
        }
    };
}

/// A probe with operands; use [`probe!`]. AT&T's syntax writes registers as notes name them: `%rax`.
#[cfg(target_arch = "x86_64")]
#[doc(hidden)]
#[macro_export]
#[allow_internal_unsafe]
macro_rules! probe_note {
    ($provider:ident, $name:ident, $format:expr, $($argument:expr),*) => {
        // SAFETY: the only instruction is a `nop`; the rest goes into sections that are not loaded with the code.
        unsafe {
            core::arch::asm!(
                $crate::probe_text!(stringify!($provider), stringify!($name), $format),
                $(in(reg) ($argument) as usize,)*
                options(att_syntax, nostack, readonly, preserves_flags),
            )
        }
    };
}
