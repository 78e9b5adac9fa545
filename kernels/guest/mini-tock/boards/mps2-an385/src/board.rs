//! What the kernel asks of the board: drivers by number, interrupts by line, and the policies.

use core::cell::Cell;

use capsules::alarm::{self, AlarmDriver};
use capsules::console::{self, Console};
use capsules::log::Log;
use cmsdk::timer::TimerPair;
use cmsdk::uart::Uart;
use common::text::Sink;
use hal_cortexm::semihosting;
use kernel::fault::FaultPolicy;
use kernel::kernel::KERNEL;
use kernel::platform::{Platform, SyscallDriver};

/// The lines of the interrupts that are used.
pub const IRQ_UART_0_SENT: u32 = 1;
pub const IRQ_TIMER_1: u32 = 9;

/// The drivers, wired.
pub struct Board {
    uart: &'static Uart,
    timers: &'static TimerPair,
    console: &'static Console,
    alarm: &'static AlarmDriver,
    log: &'static Log,
    fault_policy: &'static dyn FaultPolicy,
    has_said_goodbye: Cell<bool>,
}

impl Board {
    pub fn new(
        uart: &'static Uart,
        timers: &'static TimerPair,
        console: &'static Console,
        alarm: &'static AlarmDriver,
        log: &'static Log,
        fault_policy: &'static dyn FaultPolicy,
    ) -> Self {
        Board { uart, timers, console, alarm, log, fault_policy, has_said_goodbye: Cell::new(false) }
    }
}

impl Platform for Board {
    fn driver(&self, number: u32) -> Option<&'static dyn SyscallDriver> {
        match number {
            alarm::DRIVER => Some(self.alarm),
            console::DRIVER => Some(self.console),
            _ => None,
        }
    }

    fn fault_policy(&self) -> &dyn FaultPolicy {
        self.fault_policy
    }

    fn serve_interrupt(&self, line: u32) -> bool {
        match line {
            IRQ_UART_0_SENT => self.uart.handle_sent(),
            IRQ_TIMER_1 => self.timers.handle_zero(),
            _ => return false,
        }
        true
    }

    fn log(&self, write: &dyn Fn(&mut dyn Sink)) {
        self.log.write(write);
    }

    /// When all processes have ended the board says so and stops, so that a run of the image has an end.
    fn before_sleep(&self) {
        if !KERNEL.has_ended() {
            return;
        }
        if !self.has_said_goodbye.replace(true) {
            self.log.write(&|out| out.text("mini-tock: all processes have ended\n"));
        } else if self.log.is_idle() {
            semihosting::exit(true);
        }
    }
}
