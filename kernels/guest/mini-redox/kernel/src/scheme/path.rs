//! Paths: which scheme, and what to ask it for.
//!
//! `/scheme/name/rest` names the scheme; any other path is of the scheme `file`. `name:rest` is the old way to write the
//! first one: it still works, and the kernel says so once for each process and scheme. `:name` is how a server registers.

use common::probe;
use redox_abi::error::{Result, ENODEV, ENOENT};

use crate::console;
use crate::console::Part::{Number, Text};
use crate::kernel::KERNEL;

/// The scheme of paths that name none.
const DEFAULT: &[u8] = b"file";
const PREFIX: &[u8] = b"/scheme";
/// How many processes and schemes are remembered for the warning.
const MOST_WARNINGS: usize = 32;

/// A path taken apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Parts<'a> {
    scheme: &'a [u8],
    rest: &'a [u8],
    is_legacy: bool,
}

fn parse(path: &[u8]) -> Parts<'_> {
    if let Some(below) = path.strip_prefix(PREFIX) {
        match below {
            [] => return Parts { scheme: b"", rest: b"", is_legacy: false },
            [b'/', below @ ..] => {
                let (scheme, rest) = split(below, |byte| byte == b'/').unwrap_or((below, b""));
                return Parts { scheme, rest, is_legacy: false };
            }
            _ => {}
        }
    }
    match split(path, |byte| byte == b':' || byte == b'/') {
        Some((scheme, rest)) if path[scheme.len()] == b':' => Parts { scheme, rest, is_legacy: !scheme.is_empty() },
        _ => Parts { scheme: DEFAULT, rest: path.strip_prefix(b"/").unwrap_or(path), is_legacy: false },
    }
}

/// What is before and behind the first such byte.
fn split(bytes: &[u8], is_border: impl Fn(u8) -> bool) -> Option<(&[u8], &[u8])> {
    let place = bytes.iter().position(|byte| is_border(*byte))?;
    Some((&bytes[..place], &bytes[place + 1..]))
}

/// Who has been told about the old way already; the oldest entry is used again.
#[repr(C)]
pub struct LegacyUses {
    next: u32,
    /// Pid and scheme.
    all: [(u32, u32); MOST_WARNINGS],
}

impl LegacyUses {
    pub const fn new() -> Self {
        LegacyUses { next: 0, all: [(0, 0); MOST_WARNINGS] }
    }

    /// Whether that is new; it is not the next time.
    fn is_new(&mut self, pid: u32, scheme: u32) -> bool {
        let is_new = !self.all.contains(&(pid, scheme));
        if is_new {
            self.all[self.next as usize] = (pid, scheme);
            self.next = (self.next + 1) % MOST_WARNINGS as u32;
        }
        is_new
    }
}

/// The scheme that a path means in the current context's namespace, and what is asked of it.
pub fn resolve(path: &[u8]) -> Result<(u32, &[u8])> {
    if path.is_empty() {
        return Err(ENOENT);
    }
    let parts = parse(path);
    let (scheme, pid, warns) = KERNEL.with(|kernel| {
        let context = kernel.contexts.current();
        let scheme = kernel.schemes.namespaces.find(context.effective_namespace, parts.scheme).ok_or(ENODEV)?;
        let warns = parts.is_legacy && kernel.schemes.legacy.is_new(context.pid, scheme);
        Ok((scheme, context.pid, warns))
    })?;
    if parts.is_legacy {
        probe!(redox, legacy_path, pid);
    }
    if warns {
        let name = core::str::from_utf8(parts.scheme).unwrap_or("?");
        console::line(&[Number(pid as u64), Text(" uses the legacy path "), Text(name), Text(":")]);
    }
    Ok((scheme, parts.rest))
}
