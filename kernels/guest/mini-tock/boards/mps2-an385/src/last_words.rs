//! A panic or a fault of the kernel itself: say where, and stop. The MPU does not help here.

use core::panic::PanicInfo;

use cmsdk::uart::Uart;
use common::probe;
use common::text::Sink;
use hal_cortexm::semihosting;

#[panic_handler]
fn panic(info: &PanicInfo) -> ! {
    let (file, line) = info.location().map_or(("?", 0), |place| (place.file(), place.line()));
    probe!(mini_tock, kernel_panic, line);
    say(&|out| {
        out.text("\nkernel panic at ");
        out.text(file);
        out.text(":");
        out.decimal(line);
        out.text("\n");
    })
}

/// Called by the HardFault handler when the kernel was running.
#[no_mangle]
extern "C" fn kernel_fault(configurable: u32, hard: u32, counter: u32) -> ! {
    probe!(mini_tock, kernel_fault, configurable, hard, counter);
    say(&|out| {
        out.text("\nkernel fault at ");
        out.hex(counter);
        out.text(", CFSR ");
        out.hex(configurable);
        out.text(", HFSR ");
        out.hex(hard);
        out.text("\n");
    })
}

fn say(write: &dyn Fn(&mut dyn Sink)) -> ! {
    // SAFETY: nothing runs after this, so nobody else uses the UART any more.
    let uart = unsafe { Uart::new(crate::UART_0) };
    write(&mut uart.synchronous());
    semihosting::exit(false)
}
