//! Which children run.

use redox_runtime::say;

/// As many as can be remembered.
const MOST_CHILDREN: usize = 32;

/// A child that runs.
#[derive(Clone, Copy)]
pub struct Running<'a> {
    pub pid: u64,
    /// Its name and arguments.
    pub line: &'a str,
    /// The path that it reads from and writes to.
    pub stdio: &'a str,
    /// Whether it is started again when it ends.
    pub is_supervised: bool,
}

/// The children, in no order.
#[derive(Default)]
pub struct Table<'a> {
    rows: [Option<Running<'a>>; MOST_CHILDREN],
}

impl<'a> Table<'a> {
    pub fn add(&mut self, running: Running<'a>) {
        match self.rows.iter_mut().find(|row| row.is_none()) {
            Some(row) => *row = Some(running),
            None => say!("cannot remember process ", running.pid),
        }
    }

    pub fn remove(&mut self, pid: u64) -> Option<Running<'a>> {
        self.rows.iter_mut().find(|row| row.is_some_and(|running| running.pid == pid))?.take()
    }
}
