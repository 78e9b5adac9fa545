//! What every process links: system calls in Rust's words, the console, the alarm, and the end.
#![no_std]
#![allow(internal_features)]
#![feature(allow_internal_unsafe)]
#![deny(unsafe_op_in_unsafe_fn)]

pub mod alarm;
pub mod calls;
pub mod console;

pub use hal_cortexm::user::spin;

use core::panic::PanicInfo;

/// Names the function that is the program.
#[macro_export]
#[allow_internal_unsafe]
macro_rules! process {
    ($main:path) => {
        #[no_mangle]
        extern "C" fn process_main() {
            $main()
        }
    };
}

/// A panic of a process ends the process only.
#[panic_handler]
fn panic(_info: &PanicInfo) -> ! {
    calls::exit(101)
}
