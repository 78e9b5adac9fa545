//! Processes: this program starts itself with other arguments.

use redox_runtime::abi::path;
use redox_runtime::abi::record::TimeSpec;
use redox_runtime::error::{EINTR, ENODEV};
use redox_runtime::event::Queue;
use redox_runtime::file::File;
use redox_runtime::flag::{EVENT_READ, SIGNAL_INTERRUPT, SIGNAL_KILL, WAIT_NOTHING};
use redox_runtime::process::{Child, Command, Ending};
use redox_runtime::{argument, call, Result};

use crate::check::Check;

const PATH: &str = "/scheme/initfs/bin/tester";

pub fn all(check: &mut Check) {
    endings(check);
    signals(check);
    restricted(check);
}

fn start(arguments: &str, namespace: Option<u64>) -> Result<Child> {
    let files = [[0, 0], [1, 1], [2, 2]];
    Command { name: "tester", arguments, variables: &["A=1"], files: &files, namespace }.spawn(PATH)
}

fn ending(arguments: &str) -> Result<Ending> {
    start(arguments, None)?.wait()
}

fn is(result: Result<Ending>, expected: Ending) -> bool {
    result == Ok(expected)
}

fn endings(check: &mut Check) {
    check.holds("an exit status", is(ending("child status 42"), Ending::Exited(42)));
    check.holds("variables", is(ending("child variable"), Ending::Exited(1)));
    check.holds("a panic", is(ending("child panic"), Ending::Exited(101)));
    check.holds("a stack that overflows", is(ending("child overflow"), Ending::Excepted(14)));
}

fn signals(check: &mut Check) {
    if let Some(child) = check.works("start", start("child sleep", None)) {
        check.gives("it has not ended", call::waitpid(child.pid(), WAIT_NOTHING).map(|(pid, _)| pid), Ok(0));
        check.gives("kill", call::kill(child.pid(), SIGNAL_KILL), Ok(()));
        check.holds("killed", is(child.wait(), Ending::Killed(SIGNAL_KILL)));
    }
    if let Some(child) = check.works("start", start("child read", None)) {
        let queue = Queue::new();
        if let Some(queue) = check.works("a queue", queue) {
            check.gives("watch a process", queue.watch(child.file(), EVENT_READ, 3), Ok(()));
            // It must have come to its read.
            let _ = call::nanosleep(TimeSpec { seconds: 0, nanoseconds: 50_000_000 });
            check.gives("interrupt", call::kill(child.pid(), SIGNAL_INTERRUPT), Ok(()));
            check.gives("its end is an event", queue.next().map(|event| event.data), Ok(3));
        }
        check.holds("interrupted", is(child.wait(), Ending::Exited(EINTR.0)));
    }
}

/// A process ends while it has files mapped.
pub fn ends_with_mappings() -> bool {
    is(ending("child mappings"), Ending::Exited(0))
}

fn restricted(check: &mut Check) {
    let Some(namespace) = check.works("a namespace", call::mkns(&["null"])) else { return };
    let child = start("child names", Some(namespace)).and_then(|child| child.wait());
    check.holds("a process with one name", is(child, Ending::Exited(0)));
}

/// What a child does.
pub fn child() -> ! {
    let mut words = argument::arguments().skip(1);
    let status = match words.next() {
        Some("status") => words.next().and_then(argument::number).unwrap_or(0),
        Some("variable") => argument::variable("A").and_then(argument::number).unwrap_or(0),
        Some("panic") => panic!("as asked"),
        Some("overflow") => overflow(0),
        Some("sleep") => call::nanosleep(TimeSpec { seconds: 1000, nanoseconds: 0 }).map_or_else(|error| error.0, |()| 0),
        Some("mappings") => crate::memory::end_with_mappings().map_or_else(|error| error.0, |()| 0),
        Some("read") => read_empty_pipe().map_or_else(|error| error.0, |_| 0),
        Some("names") => {
            let has_null = File::reading("/scheme/null").is_ok();
            let lacks_zero = matches!(File::reading("/scheme/zero"), Err(ENODEV));
            let drops = call::setrens(0, 0).is_ok() && matches!(File::reading("/scheme/null"), Err(ENODEV));
            u64::from(!(has_null && lacks_zero && drops))
        }
        Some("client") => crate::calls::be_client(words.next().unwrap_or("")),
        _ => 99,
    };
    call::exit(status)
}

fn read_empty_pipe() -> Result<usize> {
    let reading = File::reading(path::PIPE)?;
    let _writing = reading.dup(path::PIPE_WRITE)?;
    reading.read(&mut [0])
}

fn overflow(depth: u64) -> u64 {
    let block = core::hint::black_box([depth; 64]);
    if depth == u64::MAX { 0 } else { overflow(depth + 1) + block[5] }
}
