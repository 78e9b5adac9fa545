//! Event queues.

use redox_runtime::abi::path;
use redox_runtime::event::Queue;
use redox_runtime::file::File;
use redox_runtime::flag::EVENT_READ;
use redox_runtime::scheme::Socket;

use crate::check::Check;

pub fn all(check: &mut Check) {
    let Some(queue) = check.works("a queue", Queue::new()) else { return };
    let Some(reading) = check.works("a pipe", File::reading(path::PIPE)) else { return };
    let Some(writing) = check.works("its writing end", reading.dup(path::PIPE_WRITE)) else { return };
    check.gives("watch the pipe", queue.watch(&reading, EVENT_READ, 5), Ok(()));
    check.gives("write", writing.write(b"x"), Ok(1));
    let event = queue.next().map(|event| (event.id, event.flags, event.data));
    check.gives("the event", event, Ok((reading.descriptor(), EVENT_READ, 5)));

    let _ = reading.read(&mut [0; 4]);
    check.gives("watch no more", queue.watch(&reading, 0, 5), Ok(()));
    let _ = writing.write(b"y");
    let Some(other) = check.works("another pipe", File::reading(path::PIPE)) else { return };
    let Some(other_writing) = check.works("its writing end", other.dup(path::PIPE_WRITE)) else { return };
    let _ = other_writing.write(b"z");
    check.gives("watch what is ready already", queue.watch(&other, EVENT_READ, 6), Ok(()));
    check.gives("only that comes", queue.next().map(|event| event.data), Ok(6));

    if let Some(socket) = check.works("a scheme", Socket::create_nonblocking("tester")) {
        check.fails("no request yet", socket.next_request(), redox_runtime::error::EAGAIN);
        check.gives("watch a scheme", queue.watch(socket.file(), EVENT_READ, 7), Ok(()));
    }
}
