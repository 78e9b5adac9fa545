//! Other processes of an experiment: this program again, in another role.

use redox_runtime::abi::record::TimeSpec;
use redox_runtime::argument::{arguments, variables};
use redox_runtime::error::EINVAL;
use redox_runtime::file::File;
use redox_runtime::flag::WAIT_NOTHING;
use redox_runtime::process::{Child, Command};
use redox_runtime::{call, daemon, say, Result};

use crate::{daemons, names};

const PROGRAM: &str = "/scheme/initfs/bin/crasher";
/// Long enough for others to do what they can.
const A_WHILE: TimeSpec = TimeSpec { seconds: 0, nanoseconds: 50_000_000 };

/// What a child does, by the word that it is started with.
pub fn role(word: &str) -> Option<fn() -> Result<()>> {
    match word {
        "as-null-daemon" => Some(daemons::be_null),
        "as-silent-daemon" => Some(daemons::be_silent),
        "as-client" => Some(be_client),
        "as-user" => Some(names::be_user),
        _ => None,
    }
}

fn run<R>(name: &str, words: &str, start: impl FnOnce(&Command) -> Result<R>) -> Result<R> {
    let files = [[0, 0], [1, 1], [2, 2]];
    let variables = [variables()];
    start(&Command { name, arguments: words, variables: &variables, files: &files, namespace: None })
}

/// Starts a daemon and waits until it is ready.
pub fn start_daemon(role: &str) -> Result<Child> {
    run("crasher-daemon", role, |command| daemon::start(command, PROGRAM))
}

/// Starts a client; its arguments say what it opens.
pub fn start_client(words: &str) -> Result<Child> {
    run("crasher-client", words, |command| command.spawn(PROGRAM))
}

/// Starts a process that is not uid 0.
pub fn start_user() -> Result<Child> {
    run("crasher-user", "as-user", |command| command.spawn_as(PROGRAM, 1000, 1000))
}

/// The client: one open.
fn be_client() -> Result<()> {
    let path = arguments().nth(1).ok_or(EINVAL)?;
    say!("opens ", path);
    let file = File::reading(path);
    say!("open ", path, ": ", file);
    Ok(())
}

/// Lets the others run.
pub fn pause() -> Result<()> {
    call::nanosleep(A_WHILE)
}

/// Says whether a child has ended.
pub fn tell(who: &str, child: &Child) -> Result<()> {
    match call::waitpid(child.pid(), WAIT_NOTHING)? {
        (0, _) => say!(who, " still waits"),
        (_, status) => say!(who, " ended: ", redox_runtime::process::Ending::of(status)),
    }
    Ok(())
}
