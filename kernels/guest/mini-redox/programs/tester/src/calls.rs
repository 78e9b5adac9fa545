//! The life of a call: this program serves a scheme, answers or does not, and its children are the clients.

use core::sync::atomic::{AtomicU8, Ordering};

use redox_runtime::abi::record::{Map, TimeSpec};
use redox_runtime::abi::scheme::{answer, opcode, Cqe};
use redox_runtime::error::{
    encode, Error, EACCES, EBADFD, ECANCELED, EINTR, EINVAL, EIO, ENODEV,
};
use redox_runtime::event::Queue;
use redox_runtime::file::File;
use redox_runtime::flag::{EVENT_READ, MAP_SHARED, PAGE, PROTECT_READ, SIGNAL_INTERRUPT, SIGNAL_KILL, WAIT_NOTHING};
use redox_runtime::memory::Mapping;
use redox_runtime::process::{Child, Command, Ending};
use redox_runtime::scheme::{Call, Socket};
use redox_runtime::{call, Result};

use crate::check::Check;

const PATH: &str = "/scheme/initfs/bin/tester";
const NAME: &str = "tester";
const FILE: &str = "/scheme/tester/file";
/// The number of the file that the clients open.
const NUMBER: u64 = 7;
/// What a client reads: 6,000 bytes that begin 1,000 bytes into a page; and 20,000, with whole pages in the middle.
const LENGTHS: [usize; 2] = [6000, 20_000];
const INTO_PAGE: usize = 1000;
const MOST_BYTES: usize = 6 * PAGE as usize;

/// A buffer whose place in its page is known.
#[repr(align(4096))]
struct Aligned([u8; MOST_BYTES]);

#[repr(align(4096))]
struct Page([AtomicU8; PAGE as usize]);

static MAPPED: Page = Page([const { AtomicU8::new(0) }; PAGE as usize]);

pub fn all(check: &mut Check) {
    reads(check);
    wrong_answers(check);
    canceled(check);
    killed(check);
    with_a_file(check);
    events(check);
    mapped(check);
    gone(check);
    let other = start_as("register", 1).and_then(|child| child.wait());
    check.holds("no scheme for others than uid 0", other == Ok(Ending::Exited(EACCES.0)));
}

fn start(what: &str) -> Result<Child> {
    start_as(what, 0)
}

fn start_as(what: &str, uid: u64) -> Result<Child> {
    let mut arguments = [0; 32];
    let words = ["child client ", what];
    let bytes = words.iter().flat_map(|word| word.bytes());
    let length = arguments.iter_mut().zip(bytes).map(|(to, from)| *to = from).count();
    let arguments = core::str::from_utf8(&arguments[..length]).unwrap_or("");
    let files = [[0, 0], [1, 1], [2, 2]];
    let command = Command { name: "tester", arguments, variables: &[], files: &files, namespace: None };
    if uid == 0 { command.spawn(PATH) } else { command.spawn_as(PATH, uid, uid) }
}

/// A scheme and a client, whose file is open; what it does then is the next request.
fn client(check: &mut Check, what: &str) -> Option<(Socket, Child, Call)> {
    let socket = check.works("a scheme", Socket::create(NAME))?;
    let child = check.works("a client", start(what))?;
    let open = check.works("its open", socket.next_request())?;
    check.holds("the path", open.opcode() == opcode::OPEN && open.bytes() == b"file" && open.pid() == child.pid());
    socket.answer(open, Ok(NUMBER));
    let next = check.works("its request", socket.next_request())?;
    check.holds("the number", next.number() == NUMBER);
    Some((socket, child, next))
}

fn send(socket: &Socket, flags: u8, tag: u32, result: u64) -> Result<usize> {
    socket.file().write_record(Cqe { flags, extra: [0; 3], tag, result })
}

fn ends(check: &mut Check, what: &str, child: Child, status: u64) {
    check.holds(what, child.wait() == Ok(Ending::Exited(status)));
}

fn pause() {
    let _ = call::nanosleep(TimeSpec { seconds: 0, nanoseconds: 30_000_000 });
}

fn pattern(place: usize) -> u8 {
    (place % 251) as u8 + 1
}

fn reads(check: &mut Check) {
    let Some((socket, child, mut read)) = client(check, "read") else { return };
    for (turn, length) in LENGTHS.into_iter().enumerate() {
        check.holds("its place in a page", read.argument(1) % PAGE == INTO_PAGE as u64);
        check.holds("its length", read.argument(2) == length as u64);
        read.bytes_mut().iter_mut().enumerate().for_each(|(place, byte)| *byte = pattern(place));
        // Fewer than it wants the second time.
        let count = length - turn * 5000;
        socket.answer(read, Ok(count as u64));
        read = match check.works("the next request", socket.next_request()) {
            Some(next) => next,
            None => return,
        };
    }
    check.holds("the file is closed", read.opcode() == opcode::CLOSE && read.is_one_way() && read.number() == NUMBER);
    ends(check, "the client got all of it, and nothing beside", child, 0);
}

fn wrong_answers(check: &mut Check) {
    let Some((socket, child, read)) = client(check, "error") else { return };
    check.fails("an answer to nobody", send(&socket, answer::REGULAR, 16, 0), EBADFD);
    check.fails("an answer of no kind", send(&socket, 5, read.tag(), 0), EINVAL);
    // EINTR that nobody asked for.
    check.gives("an answer", send(&socket, answer::REGULAR, read.tag(), encode(Err(EINTR))), Ok(16));
    check.fails("the same again", send(&socket, answer::REGULAR, read.tag(), 0), EINVAL);
    ends(check, "the client got the first one", child, EIO.0);
    check.fails("the same when nobody waits", send(&socket, answer::REGULAR, read.tag(), 0), EBADFD);
}

fn canceled(check: &mut Check) {
    let Some((socket, child, read)) = client(check, "error") else { return };
    check.gives("interrupt", call::kill(child.pid(), SIGNAL_INTERRUPT), Ok(()));
    let Some(cancel) = check.works("a message", socket.next_request()) else { return };
    check.holds("it cancels", cancel.opcode() == opcode::CANCEL && cancel.is_one_way() && cancel.tag() == read.tag());
    check.gives("the client waits", call::waitpid(child.pid(), WAIT_NOTHING).map(|(pid, _)| pid), Ok(0));
    socket.answer(read, Err(ECANCELED));
    ends(check, "the client is interrupted", child, EINTR.0);
}

fn killed(check: &mut Check) {
    let Some((socket, child, mut read)) = client(check, "error") else { return };
    let tag = read.tag();
    check.gives("kill", call::kill(child.pid(), SIGNAL_KILL), Ok(()));
    check.holds("the client is gone", child.wait() == Ok(Ending::Killed(SIGNAL_KILL)));
    read.bytes_mut().fill(1);
    check.gives("its answer", send(&socket, answer::REGULAR, tag, 0), Ok(16));
    check.fails("another", send(&socket, answer::REGULAR, tag, 0), EBADFD);
}

fn with_a_file(check: &mut Check) {
    let Some(socket) = check.works("a scheme", Socket::create(NAME)) else { return };
    let Some(zero) = check.works("zero", File::reading("/scheme/zero")) else { return };
    let Some(child) = check.works("a client", start("byte")) else { return };
    let Some(open) = check.works("its open", socket.next_request()) else { return };
    socket.answer_with_file(open, &zero);
    ends(check, "the client reads a file of ours", child, 0);
}

fn events(check: &mut Check) {
    let Some((socket, child, watch)) = client(check, "event") else { return };
    check.holds("it watches", watch.opcode() == opcode::FEVENT && watch.argument(1) == EVENT_READ);
    socket.answer(watch, Ok(0));
    pause();
    check.gives("the client waits", call::waitpid(child.pid(), WAIT_NOTHING).map(|(pid, _)| pid), Ok(0));
    socket.post_event(NUMBER, EVENT_READ);
    ends(check, "the client got the event", child, 0);
}

fn mapped(check: &mut Check) {
    MAPPED.0[5].store(55, Ordering::Relaxed);
    let Some((socket, child, map)) = client(check, "map") else { return };
    check.holds("it maps", map.opcode() == opcode::MMAP_PREPARE && map.argument(2) == PAGE);
    socket.answer(map, Ok(MAPPED.0.as_ptr() as u64 + 1));
    let Some(map) = check.works("once more", socket.next_request()) else { return };
    socket.answer(map, Ok(MAPPED.0.as_ptr() as u64));
    let Some(unmap) = check.works("a message", socket.next_request()) else { return };
    let is_unmap = unmap.opcode() == opcode::MUNMAP && unmap.is_one_way();
    check.holds("it is unmapped", is_unmap && unmap.argument(1) == 2 * PAGE && unmap.argument(2) == PAGE);
    ends(check, "the client saw our page", child, 0);
}

fn gone(check: &mut Check) {
    let Some((socket, child, _read)) = client(check, "error") else { return };
    drop(socket);
    check.fails("the scheme is gone", File::reading(FILE), ENODEV);
    pause();
    check.gives("the client waits", call::waitpid(child.pid(), WAIT_NOTHING).map(|(pid, _)| pid), Ok(0));
    check.gives("kill", call::kill(child.pid(), SIGNAL_KILL), Ok(()));
    check.holds("then it is gone too", child.wait() == Ok(Ending::Killed(SIGNAL_KILL)));
    check.works("the name is free", Socket::create(NAME));
}

/// What a client does; its exit status.
pub fn be_client(what: &str) -> u64 {
    let done = match what {
        "read" => read_twice(),
        "error" => File::reading(FILE).and_then(|file| file.read(&mut [0; 9000])).map(|_| true),
        "byte" => File::reading(FILE).and_then(|file| file.read(&mut [1])).map(|count| count == 1),
        "event" => wait_for_event(),
        "map" => see_page(),
        "register" => Socket::create("another").map(|_| true),
        _ => Ok(false),
    };
    match done {
        Ok(is_good) => u64::from(!is_good),
        Err(Error(number)) => number,
    }
}

fn read_twice() -> Result<bool> {
    let file = File::reading(FILE)?;
    let mut is_good = true;
    for (turn, length) in LENGTHS.into_iter().enumerate() {
        let mut buffer = Aligned([0; MOST_BYTES]);
        let count = file.read(&mut buffer.0[INTO_PAGE..INTO_PAGE + length])?;
        let (before, rest) = buffer.0.split_at(INTO_PAGE);
        let (read, behind) = rest.split_at(length);
        is_good &= count == length - turn * 5000;
        is_good &= read.iter().take(count).enumerate().all(|(place, byte)| *byte == pattern(place));
        is_good &= before.iter().chain(behind).all(|byte| *byte == 0);
    }
    Ok(is_good)
}

fn wait_for_event() -> Result<bool> {
    let file = File::reading(FILE)?;
    let queue = Queue::new()?;
    queue.watch(&file, EVENT_READ, 9)?;
    Ok(queue.next()?.data == 9)
}

fn see_page() -> Result<bool> {
    let file = File::reading(FILE)?;
    let map = Map { offset: 2 * PAGE, bytes: PAGE, flags: MAP_SHARED | PROTECT_READ, address: 0 };
    if !matches!(Mapping::of(&file, map), Err(EIO)) {
        return Ok(false);
    }
    let mapping = Mapping::of(&file, map)?;
    let cells: &[AtomicU8] = mapping.cells();
    Ok(cells[5].load(Ordering::Relaxed) == 55)
}
