//! The alarm driver: processes ask to be told when a time has come.

use kernel::error::ErrorCode;
use kernel::grant::Grant;
use kernel::hil::{has_passed, Alarm, AlarmClient};
use kernel::platform::SyscallDriver;
use kernel::process::ProcessId;
use kernel::syscall::Return;

pub const DRIVER: u32 = 0;

const COMMAND_EXISTS: u32 = 0;
const COMMAND_FREQUENCY: u32 = 1;
const COMMAND_NOW: u32 = 2;
const COMMAND_STOP: u32 = 3;
const COMMAND_SET_RELATIVE: u32 = 5;
const COMMAND_SET_ABSOLUTE: u32 = 6;
const UPCALL_EXPIRED: u32 = 0;

/// What the driver keeps in each process: its one appointment.
#[repr(C)]
#[derive(Default)]
pub struct Appointment {
    pub is_set: bool,
    pub reference: u32,
    pub ticks: u32,
}

pub type AlarmGrant = Grant<Appointment, 1, 0, 0>;

/// The capsule: all processes' appointments on one alarm.
pub struct AlarmDriver {
    alarm: &'static dyn Alarm,
    grant: AlarmGrant,
}

impl AlarmDriver {
    pub fn new(alarm: &'static dyn Alarm, grant: AlarmGrant) -> Self {
        AlarmDriver { alarm, grant }
    }

    fn set(&self, process: ProcessId, reference: u32, ticks: u32) -> Return {
        let is_entered = self.grant.enter(process, |appointment, _| {
            *appointment = Appointment { is_set: true, reference, ticks };
        });
        match is_entered {
            Ok(()) => {
                self.set_earliest();
                Return::SuccessWord(reference.wrapping_add(ticks))
            }
            Err(code) => Return::Failure(code),
        }
    }

    fn stop(&self, process: ProcessId) -> Return {
        let was_set = self.grant.enter(process, |appointment, _| core::mem::take(&mut appointment.is_set));
        self.set_earliest();
        match was_set {
            Ok(true) => Return::Success,
            Ok(false) => Return::Failure(ErrorCode::Already),
            Err(code) => Return::Failure(code),
        }
    }

    /// Sets our alarm to the first of all processes' appointments.
    fn set_earliest(&self) {
        let now = self.alarm.now();
        let mut earliest = None;
        self.grant.each(|_, appointment, _| {
            if appointment.is_set {
                let left = appointment.ticks.saturating_sub(now.wrapping_sub(appointment.reference));
                earliest = Some(earliest.map_or(left, |other: u32| other.min(left)));
            }
            true
        });
        match earliest {
            Some(left) => self.alarm.set_alarm(now, left),
            None => self.alarm.disarm(),
        }
    }
}

impl AlarmClient for AlarmDriver {
    /// Tells everybody whose time has come: the time now, and the time that was asked for.
    fn alarm(&self) {
        let now = self.alarm.now();
        self.grant.each(|_, appointment, granted| {
            if appointment.is_set && has_passed(now, appointment.reference, appointment.ticks) {
                appointment.is_set = false;
                granted.schedule(UPCALL_EXPIRED, [now, appointment.reference.wrapping_add(appointment.ticks), 0]);
            }
            true
        });
        self.set_earliest();
    }
}

impl SyscallDriver for AlarmDriver {
    fn command(&self, number: u32, a: u32, b: u32, process: ProcessId) -> Return {
        match number {
            COMMAND_EXISTS => Return::Success,
            COMMAND_FREQUENCY => Return::SuccessWord(self.alarm.frequency()),
            COMMAND_NOW => Return::SuccessWord(self.alarm.now()),
            COMMAND_STOP => self.stop(process),
            COMMAND_SET_RELATIVE => self.set(process, self.alarm.now(), a),
            COMMAND_SET_ABSOLUTE => self.set(process, a, b),
            _ => Return::Failure(ErrorCode::NoSupport),
        }
    }

    fn allocate_grant(&self, process: ProcessId) -> Result<(), ErrorCode> {
        self.grant.enter(process, |_, _| ())
    }
}
