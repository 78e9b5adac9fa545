//! The seven classes of system calls, one function each.

use hal_cortexm::user::system_call;

const YIELD: u8 = 0;
const SUBSCRIBE: u8 = 1;
const COMMAND: u8 = 2;
const READ_ONLY_ALLOW: u8 = 4;
const MEMOP: u8 = 5;
const EXIT: u8 = 6;

const SUCCESS: u32 = 128;
const SUCCESS_WORD: u32 = 129;

/// A function that the kernel may call while we yield: three arguments and our own word.
pub type Upcall = extern "C" fn(u32, u32, u32, u32);

/// Waits until an upcall has run.
pub fn yield_wait() {
    // SAFETY: no address is given.
    unsafe { system_call::<YIELD>([1, 0, 0, 0]) };
}

/// Runs one upcall if one is queued; returns whether it did.
pub fn yield_no_wait() -> bool {
    let mut has_run = 0_u8;
    // SAFETY: the byte outlives the call.
    unsafe { system_call::<YIELD>([0, &raw mut has_run as u32, 0, 0]) };
    // The kernel has written it behind the compiler's back.
    core::hint::black_box(&mut has_run);
    has_run != 0
}

/// Has `upcall` called with `word`, or none any more.
///
/// # Safety
/// Whatever `word` leads to must live until another subscribe with the same numbers.
pub unsafe fn subscribe(driver: u32, number: u32, upcall: Option<Upcall>, word: u32) -> Result<(), u32> {
    let function = upcall.map_or(0, |function| function as usize as u32);
    // SAFETY: passed on to our caller.
    result(unsafe { system_call::<SUBSCRIBE>([driver, number, function, word]) }).map(|_| ())
}

/// Asks a driver to do something; returns its first result word.
pub fn command(driver: u32, number: u32, a: u32, b: u32) -> Result<u32, u32> {
    // SAFETY: a driver takes no address by command.
    result(unsafe { system_call::<COMMAND>([driver, number, a, b]) })
}

/// Lends a driver a buffer to read, until the next call with the same numbers.
///
/// # Safety
/// The buffer must stay until then.
pub unsafe fn allow_read_only(driver: u32, number: u32, buffer: &[u8]) -> Result<(), u32> {
    let address = if buffer.is_empty() { 0 } else { buffer.as_ptr() as u32 };
    // SAFETY: passed on to our caller.
    result(unsafe { system_call::<READ_ONLY_ALLOW>([driver, number, address, buffer.len() as u32]) }).map(|_| ())
}

/// Asks about our memory, or moves our break.
pub fn memop(operation: u32, argument: u32) -> Result<u32, u32> {
    // SAFETY: the kernel checks every address; what lies below the break stays ours.
    result(unsafe { system_call::<MEMOP>([operation, argument, 0, 0]) })
}

/// Ends the process.
pub fn exit(completion_code: u32) -> ! {
    loop {
        // SAFETY: the kernel does not come back.
        unsafe { system_call::<EXIT>([0, completion_code, 0, 0]) };
    }
}

/// A call as it is, for programs that look at the binary interface itself: four words in, four words out.
///
/// It is safe only because such a program takes care: an address among the words is lent to the kernel.
pub fn raw<const CLASS: u8>(words: [u32; 4]) -> [u32; 4] {
    // SAFETY: see above.
    unsafe { system_call::<CLASS>(words) }
}

fn result(registers: [u32; 4]) -> Result<u32, u32> {
    match registers {
        [SUCCESS, ..] => Ok(0),
        [shape, first, ..] if shape >= SUCCESS_WORD => Ok(first),
        [_, code, ..] => Err(code),
    }
}
