//! The boot ROM of the PC: finds the kernel behind itself in the ROM, copies it to where it wants to be, and starts it.
//!
//! Reading order: [`reset`] (from the reset vector to here), [`load`] (from an ELF file to pages).
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]

mod load;
mod reset;

use core::panic::PanicInfo;

use common::boot::{BootInformation, Directory, BOOT_MAGIC, DIRECTORY_MAGIC};
use common::text::Sink;
use hal_x86::exit::exit;
use hal_x86::fw_cfg;
use hal_x86::serial::Serial;

/// Where the directory of payloads lies; written into the ROM when the image is put together.
#[link_section = ".directory"]
#[used]
static DIRECTORY: u64 = 0;

/// Where the boot information is left for the kernel.
const BOOT_INFORMATION: u64 = 0x8000;
/// Assumed where nobody says how much RAM there is.
const LEAST_RAM: u64 = 16 << 20;

#[no_mangle]
extern "C" fn firmware_main() -> ! {
    Serial::start();
    let directory = directory();
    let Some(kernel) = directory.find("kernel") else { give_up("there is no kernel in the ROM") };
    // SAFETY: the directory says that these bytes are the kernel's file; a ROM never changes.
    let file = unsafe { core::slice::from_raw_parts(kernel.base as *const u8, kernel.bytes as usize) };
    let Some(loaded) = load::load(file) else { give_up("the kernel is not a 64-bit ELF file") };
    let archive = directory.find("archive");
    let information = BootInformation {
        magic: BOOT_MAGIC,
        ram_bytes: fw_cfg::ram_bytes().unwrap_or(LEAST_RAM),
        free_from: loaded.free_from,
        archive_base: archive.map_or(0, |each| each.base),
        archive_bytes: archive.map_or(0, |each| each.bytes),
    };
    // SAFETY: this RAM is nobody's, and the entry point is the kernel's own.
    unsafe {
        let place = BOOT_INFORMATION as *mut BootInformation;
        place.write(information);
        let start: extern "C" fn(*const BootInformation) -> ! = core::mem::transmute(loaded.entry as *const ());
        start(place)
    }
}

fn directory() -> &'static Directory {
    // SAFETY: the image was put together with the address of the directory here; volatile, since the compiler sees 0.
    unsafe {
        let directory = &*(core::ptr::read_volatile(&DIRECTORY) as *const Directory);
        if directory.magic != DIRECTORY_MAGIC {
            give_up("there is no directory in the ROM");
        }
        directory
    }
}

fn give_up(why: &str) -> ! {
    Serial.text("firmware: ");
    Serial.text(why);
    Serial.text("\n");
    exit(0x7F)
}

#[panic_handler]
fn panic(_info: &PanicInfo) -> ! {
    give_up("panic")
}
