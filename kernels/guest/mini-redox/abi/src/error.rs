//! Errors of system calls, by the numbers that Redox shares with other systems.

/// Why a system call failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(transparent)]
pub struct Error(pub u64);

macro_rules! errors {
    ($($name:ident = $number:literal, $words:literal;)*) => {
        $(
            #[doc = $words]
            pub const $name: Error = Error($number);
        )*

        impl Error {
            /// The name by which manuals know it.
            pub fn name(self) -> &'static str {
                match self {
                    $($name => stringify!($name),)*
                    _ => "unknown error",
                }
            }
        }
    };
}

errors! {
    EPERM = 1, "Not permitted.";
    ENOENT = 2, "No such file.";
    ESRCH = 3, "No such process.";
    EINTR = 4, "Interrupted.";
    EIO = 5, "The scheme answered what it must not.";
    ENOEXEC = 8, "Not a program.";
    EBADF = 9, "No such file descriptor.";
    ECHILD = 10, "No child to wait for.";
    EAGAIN = 11, "Nothing there yet.";
    ENOMEM = 12, "No memory left.";
    EACCES = 13, "Access refused.";
    EFAULT = 14, "A bad address.";
    EBUSY = 16, "In use.";
    EEXIST = 17, "Exists already.";
    ENODEV = 19, "No such scheme.";
    ENOTDIR = 20, "Not a directory.";
    EISDIR = 21, "A directory.";
    EINVAL = 22, "An argument makes no sense.";
    EMFILE = 24, "Too many open files.";
    ENOSPC = 28, "No space left.";
    ESPIPE = 29, "Cannot seek there.";
    EPIPE = 32, "Nobody reads.";
    ENOSYS = 38, "No such call.";
    ENOTEMPTY = 39, "A directory with something in it.";
    EBADFD = 77, "No call has that tag.";
    EOPNOTSUPP = 95, "The scheme does not do that.";
    ECANCELED = 125, "Canceled.";
}

/// What a system call gives.
pub type Result<T> = core::result::Result<T, Error>;

/// How a result is left in `rax`: a value as it is, an error as minus its number.
pub fn encode(result: Result<u64>) -> u64 {
    match result {
        Ok(value) => value,
        Err(error) => error.0.wrapping_neg(),
    }
}

/// The result out of `rax`.
pub fn decode(value: u64) -> Result<u64> {
    match value.wrapping_neg() {
        number @ 1..=4095 => Err(Error(number)),
        _ => Ok(value),
    }
}
