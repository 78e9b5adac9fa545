//! Counts what holds and says what does not.

use redox_runtime::error::Result;
use redox_runtime::say;

#[derive(Default)]
pub struct Check {
    held: u64,
    failed: u64,
}

impl Check {
    /// Something that must be so.
    pub fn holds(&mut self, what: &str, is_so: bool) {
        if is_so {
            self.held += 1;
        } else {
            self.failed += 1;
            say!("FAILED ", what);
        }
    }

    /// Something that must give this.
    pub fn gives<T: PartialEq>(&mut self, what: &str, result: Result<T>, expected: Result<T>) {
        if result == expected {
            self.held += 1;
            return;
        }
        self.failed += 1;
        match result {
            Ok(_) => say!("FAILED ", what, ": another value"),
            Err(error) => say!("FAILED ", what, ": ", error),
        }
    }

    /// Something that must work, for the steps that follow.
    pub fn works<T>(&mut self, what: &str, result: Result<T>) -> Option<T> {
        match result {
            Ok(value) => {
                self.held += 1;
                Some(value)
            }
            Err(error) => {
                self.failed += 1;
                say!("FAILED ", what, ": ", error);
                None
            }
        }
    }

    /// Something that must fail so.
    pub fn fails<T>(&mut self, what: &str, result: Result<T>, expected: redox_runtime::Error) {
        self.gives(what, result.map(drop), Err(expected));
    }

    pub fn failed(&self) -> u64 {
        self.failed
    }

    pub fn report(&self) {
        say!(self.held, " held, ", self.failed, " failed");
    }
}
