//! What the processor or the kernel refuses at once.

use redox_runtime::file::File;
use redox_runtime::text::{Hex, OUTPUT};
use redox_runtime::{misdeed, say, Result};

/// What is said by a program that should have ended before.
fn survived() -> Result<()> {
    say!("nothing stopped it");
    Ok(())
}

pub fn kernel_write() -> Result<()> {
    say!("writes to the kernel's address ", Hex(misdeed::KERNEL_ADDRESS));
    misdeed::write_to_kernel();
    survived()
}

pub fn null() -> Result<()> {
    say!("writes to address 0");
    misdeed::write_to_null();
    survived()
}

pub fn cli() -> Result<()> {
    say!("switches interrupts off");
    misdeed::cli();
    survived()
}

pub fn hlt() -> Result<()> {
    say!("halts the processor");
    misdeed::hlt();
    survived()
}

pub fn port() -> Result<()> {
    say!("writes to a port without the right to");
    misdeed::write_to_port();
    survived()
}

pub fn jump_to_data() -> Result<()> {
    say!("calls data");
    misdeed::jump_to_data();
    survived()
}

/// Bad addresses in calls are errors, no ends.
pub fn bad_pointer() -> Result<()> {
    say!("write of bytes at the kernel's address: ", misdeed::write_from_kernel(OUTPUT));
    say!("write of bytes at an address that is not mapped: ", misdeed::write_from_nowhere(OUTPUT));
    say!("open of a path at address 0: ", misdeed::open_null());
    let zero = File::reading("/scheme/zero")?;
    say!("read to the kernel's address: ", misdeed::read_into_kernel(zero.descriptor()));
    say!("a call that does not exist: ", misdeed::unknown_call());
    say!("still runs");
    Ok(())
}
