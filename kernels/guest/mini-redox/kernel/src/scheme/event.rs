//! The scheme `event`: queues that tell when files are ready, the one place where a server with many files waits.
//!
//! A write of an [`Event`] says which file is of interest. When something happens to it, each queue that asked gets an
//! event; events for one file that nobody has read yet become one. A queue cannot be watched itself.

use common::probe;
use redox_abi::error::{Result, EAGAIN, EBADF, EINVAL, ENOMEM, ENOSPC};
use redox_abi::flag::{EVENT_READ, EVENT_WRITE, OPEN_NONBLOCK};
use redox_abi::record::Event;

use super::{id, with_scheme, Caller, Opened, Scheme};
use crate::context::scheduler::block;
use crate::context::Reason;
use crate::kernel::{Kernel, KERNEL};
use crate::memory::user::UserSlice;

/// How many event queues there can be.
pub const MOST_QUEUES: usize = 24;
/// How many events can wait in one.
pub const MOST_EVENTS: usize = 32;
/// How many files can be watched, by all queues together.
pub const MOST_WATCHES: usize = 128;

const EVENT_BYTES: u64 = size_of::<Event>() as u64;
const NO_EVENT: Event = Event { id: 0, flags: 0, data: 0 };

/// Events that nobody has read yet.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Queue {
    pub is_open: bool,
    /// The place of the oldest event, and how many there are.
    pub first: u32,
    pub length: u32,
    pub events: [Event; MOST_EVENTS],
}

/// What a queue wants to know about a file.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Watch {
    /// The file.
    pub scheme: u32,
    /// The queue's number, counted from 1; 0 if this entry is free.
    pub queue: u32,
    pub number: u64,
    /// What the event says: the descriptor, the flags of interest, the asking program's own word.
    pub event: Event,
}

/// All event queues, and which file leads to which.
#[repr(C)]
pub struct Events {
    pub queues: [Queue; MOST_QUEUES],
    pub watches: [Watch; MOST_WATCHES],
}

impl Queue {
    const FREE: Queue = Queue { is_open: false, first: 0, length: 0, events: [NO_EVENT; MOST_EVENTS] };

    /// Adds an event, or adds its flags to one for the same file.
    fn post(&mut self, event: Event) {
        let place_of = |number: u32| (self.first + number) as usize % MOST_EVENTS;
        let is_same = |each: &Event| each.id == event.id && each.data == event.data;
        if let Some(place) = (0..self.length).map(place_of).find(|place| is_same(&self.events[*place])) {
            self.events[place].flags |= event.flags;
        } else if (self.length as usize) < MOST_EVENTS {
            let place = place_of(self.length);
            self.events[place] = event;
            self.length += 1;
        }
    }
}

impl Watch {
    const FREE: Watch = Watch { scheme: 0, queue: 0, number: 0, event: NO_EVENT };
}

impl Events {
    pub const fn new() -> Self {
        Events { queues: [Queue::FREE; MOST_QUEUES], watches: [Watch::FREE; MOST_WATCHES] }
    }

    /// Ends all watches of a file.
    pub fn forget(&mut self, scheme: u32, number: u64) {
        for watch in self.watches.iter_mut().filter(|each| each.scheme == scheme && each.number == number) {
            *watch = Watch::FREE;
        }
    }

    fn watch(&mut self, new: Watch) -> Result<()> {
        let is_same =
            |each: &Watch| (each.queue, each.scheme, each.number, each.event.id) == (new.queue, new.scheme, new.number, new.event.id);
        let place = self.watches.iter().position(is_same).or_else(|| self.watches.iter().position(|each| each.queue == 0));
        let is_over = new.event.flags == 0;
        match place {
            Some(place) => self.watches[place] = if is_over { Watch::FREE } else { new },
            None if is_over => {}
            None => return Err(ENOSPC),
        }
        Ok(())
    }

    fn queue(&mut self, number: u64) -> Result<&mut Queue> {
        self.queues.get_mut((number as usize).wrapping_sub(1)).filter(|each| each.is_open).ok_or(EBADF)
    }
}

/// Tells everybody who watches a file that it is ready.
pub fn trigger(kernel: &mut Kernel, scheme: u32, number: u64, flags: u64) {
    for place in 0..MOST_WATCHES {
        let watch = &kernel.schemes.events.watches[place];
        let flags = flags & watch.event.flags;
        if (watch.scheme, watch.number) == (scheme, number) && flags != 0 {
            let (queue, event) = (watch.queue as u64, Event { flags, ..watch.event });
            deliver(kernel, queue, event);
        }
    }
}

/// Puts an event into a queue, and wakes who waits there.
fn deliver(kernel: &mut Kernel, queue: u64, event: Event) {
    if let Ok(entry) = kernel.schemes.events.queue(queue) {
        entry.post(event);
        probe!(redox, event_post, queue, event.id, event.flags);
        kernel.contexts.wake_all(Reason::Event, queue);
    }
}

/// The scheme itself.
pub struct EventScheme;

impl Scheme for EventScheme {
    fn open(&self, _path: &[u8], _flags: u64, _caller: Caller) -> Result<Opened> {
        KERNEL.with(|kernel| {
            let queues = &mut kernel.schemes.events.queues;
            let place = queues.iter().position(|each| !each.is_open).ok_or(ENOMEM)?;
            queues[place] = Queue { is_open: true, ..Queue::FREE };
            Ok(Opened::Own(place as u64 + 1))
        })
    }

    fn read(&self, file: u64, buffer: UserSlice, _offset: u64, flags: u64) -> Result<u64> {
        if buffer.bytes < EVENT_BYTES {
            return Err(EINVAL);
        }
        let mut done = 0;
        while done + EVENT_BYTES <= buffer.bytes {
            let next = KERNEL.with(|kernel| {
                let queue = kernel.schemes.events.queue(file)?;
                Ok((queue.length > 0).then(|| queue.events[queue.first as usize]))
            })?;
            match next {
                Some(event) => {
                    buffer.part(done, EVENT_BYTES).write_record(&event)?;
                    done += EVENT_BYTES;
                    KERNEL.with(|kernel| {
                        let queue = kernel.schemes.events.queue(file)?;
                        queue.first = (queue.first + 1) % MOST_EVENTS as u32;
                        queue.length -= 1;
                        Ok(())
                    })?;
                }
                None if done > 0 => break,
                None if flags & OPEN_NONBLOCK != 0 => return Err(EAGAIN),
                None => block(Reason::Event, file)?,
            }
        }
        Ok(done)
    }

    fn write(&self, file: u64, buffer: UserSlice, _offset: u64, _flags: u64) -> Result<u64> {
        if buffer.bytes == 0 || buffer.bytes % EVENT_BYTES != 0 {
            return Err(EINVAL);
        }
        for place in (0..buffer.bytes).step_by(EVENT_BYTES as usize) {
            ask(file, buffer.part(place, EVENT_BYTES).read_record()?)?;
        }
        Ok(buffer.bytes)
    }

    fn close(&self, file: u64) {
        KERNEL.with(|kernel| {
            let events = &mut kernel.schemes.events;
            for watch in events.watches.iter_mut().filter(|each| each.queue as u64 == file) {
                *watch = Watch::FREE;
            }
            if let Ok(queue) = events.queue(file) {
                *queue = Queue::FREE;
            }
        });
    }
}

/// Begins, changes or ends the watch of a file, and asks its scheme for what is ready already.
fn ask(queue: u64, event: Event) -> Result<()> {
    let event = Event { flags: event.flags & (EVENT_READ | EVENT_WRITE), ..event };
    let (scheme, number) = KERNEL.with(|kernel| {
        let descriptions = &kernel.schemes.descriptions;
        let description = descriptions.all[descriptions.place_of(kernel.contexts.current(), event.id)?];
        if description.scheme == id::EVENT {
            return Err(EBADF);
        }
        Ok((description.scheme, description.number))
    })?;
    let watch = Watch { scheme, queue: queue as u32, number, event };
    KERNEL.with(|kernel| kernel.schemes.events.watch(watch))?;
    if event.flags == 0 {
        return Ok(());
    }
    match with_scheme(scheme, |scheme| scheme.event(number, event.flags)).and_then(|result| result) {
        Ok(ready) => {
            let ready = ready & event.flags;
            if ready != 0 {
                KERNEL.with(|kernel| deliver(kernel, queue, Event { flags: ready, ..event }));
            }
            Ok(())
        }
        Err(error) => {
            let over = Watch { event: Event { flags: 0, ..event }, ..watch };
            KERNEL.with(|kernel| kernel.schemes.events.watch(over))?;
            Err(error)
        }
    }
}
