//! Tells the linker where each process will lie: in a slot of flash, and in the block of RAM that the kernel gives to
//! the processes before it in flash plus one.

const FLASH: u32 = 0x0002_0000;
const FLASH_SLOT: u32 = 2048;
const RAM: u32 = 0x2001_0000;
const RAM_BLOCK: u32 = 4096;

/// Name, flash slot, RAM block. A disabled process gets no RAM, so the next one has its block. The tester is alone in
/// an image of its own.
const PLACES: [(&str, u32, u32); 5] =
    [("hello", 0, 0), ("sleeper", 1, 1), ("counter", 2, 1), ("crasher", 3, 2), ("tester", 0, 0)];

fn main() {
    let name = std::env::var("CARGO_PKG_NAME").expect("cargo sets this");
    let folder = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets this");
    let (_, flash, ram) = PLACES.iter().find(|place| place.0 == name).expect("every process has a place");
    println!("cargo::rustc-link-arg-bins=-T{folder}/../process.ld");
    println!("cargo::rustc-link-arg-bins=--defsym=_flash={:#x}", FLASH + flash * FLASH_SLOT);
    println!("cargo::rustc-link-arg-bins=--defsym=_sram={:#x}", RAM + ram * RAM_BLOCK);
    println!("cargo::rerun-if-changed=../process.ld");
}
