//! What can be set from outside: words of the command line, `name=value`.

use hal_x86::fw_cfg;

use crate::context::scheduler::DEFAULT_TIMESLICE;

/// The ticks of a turn: `timeslice=N`, at least 1.
pub fn timeslice() -> u32 {
    let mut line = [0; 256];
    let length = fw_cfg::command_line(&mut line);
    number(&line[..length], b"timeslice=").filter(|ticks| *ticks > 0).unwrap_or(DEFAULT_TIMESLICE)
}

fn number(line: &[u8], name: &[u8]) -> Option<u32> {
    let word = line.split(|byte| *byte == b' ').find(|word| word.starts_with(name))?;
    core::str::from_utf8(&word[name.len()..]).ok()?.parse().ok()
}
