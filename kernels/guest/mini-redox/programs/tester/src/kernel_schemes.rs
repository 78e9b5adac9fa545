//! The kernel's own schemes beyond plain reads and writes: long pipes, clocks, devices' memory, interrupt lines, the keyboard.

use redox_runtime::abi::record::{Map, TimeSpec};
use redox_runtime::call;
use redox_runtime::error::{EAGAIN, EBUSY, EINVAL, ENOENT, EPERM};
use redox_runtime::event::Queue;
use redox_runtime::file::File;
use redox_runtime::flag::{
    CLOCK_MONOTONIC, EVENT_READ, EVENT_WRITE, MAP_SHARED, OPEN_NONBLOCK, OPEN_READ, OPEN_WRITE, PAGE, PROTECT_READ,
};
use redox_runtime::memory::Mapping;

use crate::check::Check;

const PIPE_BYTES: usize = 4096;
/// The text screen, and a place in RAM.
const SCREEN: u64 = 0xB_8000;
const RAM: u64 = 0x10_0000;

pub fn all(check: &mut Check) {
    long_pipe(check);
    clock(check);
    device_memory(check);
    lines(check);
}

fn pattern(place: usize) -> u8 {
    (place % 253) as u8
}

fn long_pipe(check: &mut Check) {
    let flags = OPEN_READ | OPEN_WRITE | OPEN_NONBLOCK;
    let Some(reading) = check.works("a pipe", File::open("/scheme/pipe", flags)) else { return };
    let Some(writing) = check.works("its writing end", reading.dup("write")) else { return };
    let bytes: [u8; 5000] = core::array::from_fn(pattern);
    check.gives("more than fits", writing.write(&bytes), Ok(PIPE_BYTES));
    check.fails("a full pipe", writing.write(&bytes), EAGAIN);
    let mut read = [0; 5000];
    check.gives("a part", reading.read(&mut read[..3000]), Ok(3000));
    check.gives("the rest of it", writing.write(&bytes[PIPE_BYTES..]), Ok(5000 - PIPE_BYTES));
    check.gives("round the end", reading.read(&mut read[3000..]), Ok(2000));
    check.holds("all that was written", read == bytes);

    let Some(queue) = check.works("a queue", Queue::new()) else { return };
    check.gives("watch for room", queue.watch(&writing, EVENT_WRITE, 1), Ok(()));
    check.gives("there is room", queue.next().map(|event| event.flags), Ok(EVENT_WRITE));
    drop(reading);
    check.gives("nobody reads", queue.next().map(|event| event.flags), Ok(EVENT_WRITE));
}

fn clock(check: &mut Check) {
    check.fails("a clock that is none", File::writing("/scheme/time/77"), ENOENT);
    let Some(file) = check.works("a clock", File::writing("/scheme/time/4")) else { return };
    let Some(queue) = check.works("a queue", Queue::new()) else { return };
    let nanoseconds = |time: TimeSpec| time.seconds * 1_000_000_000 + time.nanoseconds;
    let before = file.read_record().map_or(0, nanoseconds);
    let due = before + 20_000_000;
    check.gives("watch it", queue.watch(&file, EVENT_READ, 2), Ok(()));
    let time = TimeSpec { seconds: due / 1_000_000_000, nanoseconds: due % 1_000_000_000 };
    check.gives("arm it", file.write_record(time), Ok(16));
    check.gives("the time has come", queue.next().map(|event| event.data), Ok(2));
    let after = call::clock_gettime(CLOCK_MONOTONIC).map_or(0, nanoseconds);
    check.holds("neither early nor late", (due..due + 40_000_000).contains(&after));
}

fn device_memory(check: &mut Check) {
    let Some(file) = check.works("physical memory", File::writing("/scheme/memory/physical@uc")) else { return };
    let map = |offset| Map { offset, bytes: PAGE, flags: MAP_SHARED | PROTECT_READ, address: 0 };
    check.fails("RAM", Mapping::of(&file, map(RAM)), EPERM);
    check.fails("not a page", Mapping::of(&file, map(SCREEN + 1)), EINVAL);
    let Some(screen) = check.works("the screen", Mapping::of(&file, map(SCREEN))) else { return };
    if let Some(translation) = check.works("translation", File::reading("/scheme/memory/translation")) {
        let _ = screen.cells::<core::sync::atomic::AtomicU8>()[0].load(core::sync::atomic::Ordering::Relaxed);
        let physical = translation.seek(screen.address() + 8).and_then(|()| translation.read_record::<u64>());
        check.gives("where the screen is", physical, Ok(SCREEN + 8));
    }
}

fn lines(check: &mut Check) {
    check.fails("the timer's line", File::writing("/scheme/irq/0"), EBUSY);
    check.fails("the line of the second controller", File::writing("/scheme/irq/2"), EBUSY);
    check.fails("a line that is none", File::writing("/scheme/irq/16"), ENOENT);
    if let Some(line) = check.works("a line", File::writing("/scheme/irq/5")) {
        let mut count = [0; 8];
        check.gives("no interrupt yet", line.read(&mut count), Ok(0));
        check.gives("a count that has not come", line.write_record(3_u64), Ok(0));
    }
    let keyboard = File::open("/scheme/serio/0", OPEN_READ | OPEN_NONBLOCK);
    if matches!(keyboard, Err(EBUSY)) {
        // A driver has its line.
        check.works("the driver's keyboard", File::reading("/scheme/keyboard"));
        return;
    }
    let Some(keyboard) = check.works("the keyboard", keyboard) else { return };
    check.fails("no key", keyboard.read(&mut [0]), EAGAIN);
    check.fails("its line meanwhile", File::writing("/scheme/irq/1"), EBUSY);
    drop(keyboard);
    check.works("its line afterwards", File::writing("/scheme/irq/1"));
}
