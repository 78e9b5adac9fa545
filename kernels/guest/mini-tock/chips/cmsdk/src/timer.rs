//! CMSDK APB timers: 32 bits, counting down.   @board DDI 0479 4.1
//!
//! One timer runs freely and is the clock, another counts down to the appointment.

use hal_cortexm::register::Register;
use kernel::cells::OptionalCell;
use kernel::hil::{has_passed, Alarm, AlarmClient};

/// The register block.
#[repr(C)]
pub struct TimerRegisters {
    control: Register,
    value: Register,
    reload: Register,
    /// Read: whether the interrupt is raised. Write one: clear it.
    interrupt: Register,
}

const CONTROL_ENABLE: u32 = 1 << 0;
const CONTROL_INTERRUPT: u32 = 1 << 3;
const INTERRUPT_RAISED: u32 = 1 << 0;

/// The clock and its alarm.
pub struct TimerPair {
    clock: &'static TimerRegisters,
    countdown: &'static TimerRegisters,
    frequency: u32,
    client: OptionalCell<&'static dyn AlarmClient>,
}

impl TimerPair {
    /// Timers at these addresses, that count at `frequency`.
    ///
    /// # Safety
    /// There must be two, and nobody else may use them.
    pub unsafe fn new(clock: u32, countdown: u32, frequency: u32) -> Self {
        TimerPair {
            // SAFETY: passed on to our caller.
            clock: unsafe { &*(clock as *const TimerRegisters) },
            // SAFETY: passed on to our caller.
            countdown: unsafe { &*(countdown as *const TimerRegisters) },
            frequency,
            client: OptionalCell::empty(),
        }
    }

    /// Starts the clock.
    pub fn enable(&self) {
        self.clock.reload.set(u32::MAX);
        self.clock.value.set(u32::MAX);
        self.clock.control.set(CONTROL_ENABLE);
    }

    /// The bottom half: the countdown has reached zero.
    pub fn handle_zero(&self) {
        self.disarm();
        if let Some(client) = self.client.get() {
            client.alarm();
        }
    }
}

impl Alarm for TimerPair {
    fn set_alarm_client(&self, client: &'static dyn AlarmClient) {
        self.client.set(client);
    }

    fn frequency(&self) -> u32 {
        self.frequency
    }

    fn now(&self) -> u32 {
        !self.clock.value.get()
    }

    fn set_alarm(&self, reference: u32, ticks: u32) {
        self.disarm();
        let now = self.now();
        let left = if has_passed(now, reference, ticks) { 1 } else { ticks - now.wrapping_sub(reference) };
        self.countdown.reload.set(left);
        self.countdown.value.set(left);
        self.countdown.control.set(CONTROL_ENABLE | CONTROL_INTERRUPT);
    }

    fn disarm(&self) {
        self.countdown.control.set(0);
        self.countdown.interrupt.set(INTERRUPT_RAISED);
    }
}
