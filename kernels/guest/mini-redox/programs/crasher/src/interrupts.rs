//! A driver that forgets to acknowledge: of the clock chip, whose interrupts nobody else needs.   @board MC146818A (Motorola)

use redox_runtime::event::Queue;
use redox_runtime::file::File;
use redox_runtime::flag::EVENT_READ;
use redox_runtime::port::PortRights;
use redox_runtime::{say, Result};

use crate::children::pause;

const LINE: &str = "/scheme/irq/8";
const INDEX: u16 = 0x70;
const VALUE: u16 = 0x71;
const REGISTER_A: u8 = 0x0A;
const REGISTER_B: u8 = 0x0B;
const REGISTER_C: u8 = 0x0C;
/// 64 interrupts a second.
const RATE: u8 = 0x2A;
const PERIODIC: u8 = 0x40;

/// The chip, and the right to use it.
struct Clock {
    ports: PortRights,
}

impl Clock {
    fn read(&self, register: u8) -> u8 {
        self.ports.output(INDEX, register);
        self.ports.input(VALUE)
    }

    fn write(&self, register: u8, value: u8) {
        self.ports.output(INDEX, register);
        self.ports.output(VALUE, value);
    }

    fn start(&self) {
        self.write(REGISTER_A, RATE);
        self.write(REGISTER_B, self.read(REGISTER_B) | PERIODIC);
        self.serve();
    }

    fn stop(&self) {
        self.write(REGISTER_B, self.read(REGISTER_B) & !PERIODIC);
    }

    /// Lets it interrupt again.
    fn serve(&self) {
        self.read(REGISTER_C);
    }
}

/// Three interrupts are served as they should be. After the fourth, the line is never let in again.
pub fn forgetful() -> Result<()> {
    let clock = Clock { ports: PortRights::request()? };
    let interrupts = File::writing(LINE);
    say!("open ", LINE, ": ", interrupts);
    let interrupts = interrupts?;
    let queue = Queue::new()?;
    queue.watch(&interrupts, EVENT_READ, 0)?;
    clock.start();
    for _ in 0..3 {
        let count = next(&queue, &interrupts)?;
        clock.serve();
        say!("interrupt ", count, " is acknowledged: ", interrupts.write_record(count));
    }
    let last = next(&queue, &interrupts)?;
    clock.serve();
    say!("interrupt ", last, " is not");
    for _ in 0..3 {
        pause()?;
        clock.serve();
        say!("the count is ", interrupts.read_record::<u64>());
    }
    clock.stop();
    say!("the line stays masked; everything else runs on");
    Ok(())
}

/// Waits for an interrupt; the count.
fn next(queue: &Queue, interrupts: &File) -> Result<u64> {
    loop {
        queue.next()?;
        if let Ok(count) = interrupts.read_record() {
            return Ok(count);
        }
    }
}
