//! What a program was started with: one text, whose first line has its name and its arguments, a space between them;
//! each further line is a variable, `NAME=value`.

use core::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};

/// The longest such text.
pub const LONGEST: usize = 1024;

static ADDRESS: AtomicPtr<u8> = AtomicPtr::new(core::ptr::dangling_mut());
static LENGTH: AtomicUsize = AtomicUsize::new(0);

pub(crate) fn set(text: &'static [u8]) {
    ADDRESS.store(text.as_ptr().cast_mut(), Ordering::Relaxed);
    LENGTH.store(text.len(), Ordering::Relaxed);
}

/// The whole text.
pub fn text() -> &'static str {
    let (address, length) = (ADDRESS.load(Ordering::Relaxed), LENGTH.load(Ordering::Relaxed));
    // SAFETY: `set` was given a slice for ever, and there is one thread.
    core::str::from_utf8(unsafe { core::slice::from_raw_parts(address, length) }).unwrap_or("")
}

/// The name of this program.
pub fn name() -> &'static str {
    words(first_line()).next().unwrap_or("")
}

/// The arguments, without the name.
pub fn arguments() -> impl Iterator<Item = &'static str> + Clone {
    words(first_line()).skip(1)
}

/// The variables that were passed on to this program, a line each.
pub fn variables() -> &'static str {
    text().split_once('\n').map_or("", |(_, rest)| rest)
}

/// The value of a variable.
pub fn variable(name: &str) -> Option<&'static str> {
    variables().split('\n').find_map(|line| line.strip_prefix(name)?.strip_prefix('='))
}

fn first_line() -> &'static str {
    text().split_once('\n').map_or(text(), |(first, _)| first)
}

/// The words of a line.
pub fn words(line: &str) -> impl Iterator<Item = &str> + Clone {
    line.split(' ').filter(|word| !word.is_empty())
}

/// A number in decimal, or in hexadecimal after `0x`.
pub fn number(word: &str) -> Option<u64> {
    match word.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16).ok(),
        None => word.parse().ok(),
    }
}
