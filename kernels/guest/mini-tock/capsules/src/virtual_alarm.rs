//! One alarm shared by several users: the hardware is set to the earliest of their appointments.

use core::cell::Cell;

use kernel::cells::OptionalCell;
use kernel::hil::{has_passed, Alarm, AlarmClient};

/// Users at most.
const USERS: usize = 4;

/// The alarm and its users.
pub struct AlarmMux {
    alarm: &'static dyn Alarm,
    users: [OptionalCell<&'static VirtualAlarm>; USERS],
}

impl AlarmMux {
    pub fn new(alarm: &'static dyn Alarm) -> Self {
        AlarmMux { alarm, users: [const { OptionalCell::empty() }; USERS] }
    }

    /// Connects the alarm to this mux, once it is in its place.
    pub fn connect(&'static self) {
        self.alarm.set_alarm_client(self);
    }

    fn armed(&self) -> impl Iterator<Item = &'static VirtualAlarm> + '_ {
        self.users.iter().filter_map(OptionalCell::get).filter(|user| user.is_armed.get())
    }

    /// Sets the hardware to whatever is due first.
    fn set_earliest(&self) {
        let now = self.alarm.now();
        match self.armed().map(|user| user.left(now)).min() {
            Some(left) => self.alarm.set_alarm(now, left),
            None => self.alarm.disarm(),
        }
    }
}

impl AlarmClient for AlarmMux {
    fn alarm(&self) {
        let now = self.alarm.now();
        for user in self.users.iter().filter_map(OptionalCell::get) {
            if user.is_armed.get() && has_passed(now, user.reference.get(), user.ticks.get()) {
                user.is_armed.set(false);
                if let Some(client) = user.client.get() {
                    client.alarm();
                }
            }
        }
        self.set_earliest();
    }
}

/// One user's end: it looks like an alarm of its own.
pub struct VirtualAlarm {
    mux: &'static AlarmMux,
    is_armed: Cell<bool>,
    reference: Cell<u32>,
    ticks: Cell<u32>,
    client: OptionalCell<&'static dyn AlarmClient>,
}

impl VirtualAlarm {
    pub fn new(mux: &'static AlarmMux) -> Self {
        VirtualAlarm {
            mux,
            is_armed: Cell::new(false),
            reference: Cell::new(0),
            ticks: Cell::new(0),
            client: OptionalCell::empty(),
        }
    }

    /// Takes a place in the mux, if there is one.
    pub fn connect(&'static self) {
        if let Some(free) = self.mux.users.iter().find(|user| user.get().is_none()) {
            free.set(self);
        }
    }

    fn left(&self, now: u32) -> u32 {
        self.ticks.get().saturating_sub(now.wrapping_sub(self.reference.get()))
    }
}

impl Alarm for VirtualAlarm {
    fn set_alarm_client(&self, client: &'static dyn AlarmClient) {
        self.client.set(client);
    }

    fn frequency(&self) -> u32 {
        self.mux.alarm.frequency()
    }

    fn now(&self) -> u32 {
        self.mux.alarm.now()
    }

    fn set_alarm(&self, reference: u32, ticks: u32) {
        self.reference.set(reference);
        self.ticks.set(ticks);
        self.is_armed.set(true);
        self.mux.set_earliest();
    }

    fn disarm(&self) {
        self.is_armed.set(false);
        self.mux.set_earliest();
    }
}
