//! In flash like the others, but its header is not enabled: the kernel's walk passes it by.
#![no_std]
#![no_main]
#![forbid(unsafe_code)]

runtime::process!(sleep_for_ever);

fn sleep_for_ever() {
    runtime::console::print(b"sleeper: I should not be running\n");
    loop {
        runtime::alarm::sleep(1000);
    }
}
