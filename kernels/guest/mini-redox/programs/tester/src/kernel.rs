//! Calls that only the kernel answers: errors, paths, pipes, time, namespaces.

use redox_runtime::abi::path;
use redox_runtime::abi::record::TimeSpec;
use redox_runtime::error::{EAGAIN, EBADF, ECHILD, EINVAL, ENODEV, ENOENT, ESRCH};
use redox_runtime::file::File;
use redox_runtime::flag::{CLOCK_MONOTONIC, OPEN_NONBLOCK, OPEN_READ, OPEN_WRITE, SIGNAL_KILL, WAIT_NOTHING};
use redox_runtime::scheme::Socket;
use redox_runtime::{call, error};

use crate::check::Check;

pub fn all(check: &mut Check) {
    errors(check);
    descriptors(check);
    pipes(check);
    time(check);
    namespaces(check);
}

fn errors(check: &mut Check) {
    check.fails("close of nothing", call::close(77), EBADF);
    check.fails("read of nothing", call::read(77, &mut [0; 4]), EBADF);
    check.fails("open of an unknown scheme", File::reading("/scheme/nobody/x"), ENODEV);
    check.fails("open of an unknown name", File::reading("/scheme/initfs/nothing"), ENOENT);
    check.fails("kill of nobody", call::kill(9999, SIGNAL_KILL), ESRCH);
    check.fails("wait without children", call::waitpid(0, WAIT_NOTHING), ECHILD);
    check.fails("a clock that is none", call::clock_gettime(99), EINVAL);
    check.holds("getpid", call::getpid() > 2);
}

fn descriptors(check: &mut Check) {
    let Some(file) = check.works("open initfs", File::reading("/scheme/initfs/etc/init.rc")) else { return };
    let mut first = [0; 4];
    check.gives("read", file.read(&mut first), Ok(4));
    if let Some(second) = check.works("dup", file.dup("")) {
        let mut bytes = [0; 4];
        check.gives("read of a copy", second.read(&mut bytes), Ok(4));
        check.holds("a copy shares the place", bytes != first);
        check.gives("dup2", call::dup2(second.descriptor(), 20, b""), Ok(20));
        check.gives("seek of it", call::lseek(20, 0, 0), Ok(0));
        check.gives("read from the start", file.read(&mut bytes), Ok(4));
        check.holds("it is the same", bytes == first);
        check.gives("close", call::close(20), Ok(()));
    }
    let mut buffer = [0; 64];
    check.gives("fpath", call::fpath(file.descriptor(), &mut buffer), Ok(26));
    check.holds("the path", buffer.starts_with(b"/scheme/initfs/etc/init.rc"));
    if let Some(legacy) = check.works("open by the old syntax", File::reading("initfs:etc/init.rc")) {
        check.gives("read", legacy.read(&mut first), Ok(4));
    }
    check.gives("an empty read", file.read(&mut []), Ok(0));
}

fn pipes(check: &mut Check) {
    let Some(reading) = check.works("a pipe", File::open(path::PIPE, OPEN_READ | OPEN_NONBLOCK)) else { return };
    let Some(writing) = check.works("its writing end", reading.dup(path::PIPE_WRITE)) else { return };
    let mut bytes = [0; 8];
    check.fails("an empty pipe that does not block", reading.read(&mut bytes), EAGAIN);
    check.gives("write", writing.write(b"hello"), Ok(5));
    check.gives("read a part", reading.read(&mut bytes[..2]), Ok(2));
    check.gives("read the rest", reading.read(&mut bytes), Ok(3));
    check.holds("what was written", bytes.starts_with(b"llo"));
    drop(writing);
    check.gives("read after the end", reading.read(&mut bytes), Ok(0));
    let Some(reading) = check.works("another pipe", File::reading(path::PIPE)) else { return };
    let Some(writing) = check.works("its writing end", reading.dup(path::PIPE_WRITE)) else { return };
    drop(reading);
    check.fails("write that nobody can read", writing.write(b"x"), error::EPIPE);
}

fn time(check: &mut Check) {
    let before = call::clock_gettime(CLOCK_MONOTONIC).unwrap_or_default();
    check.gives("sleep", call::nanosleep(TimeSpec { seconds: 0, nanoseconds: 20_000_000 }), Ok(()));
    let after = call::clock_gettime(CLOCK_MONOTONIC).unwrap_or_default();
    let passed = (after.seconds - before.seconds) as i64 * 1_000_000_000 + after.nanoseconds as i64
        - before.nanoseconds as i64;
    check.holds("it took as long", (20_000_000..60_000_000).contains(&passed));
}

fn namespaces(check: &mut Check) {
    check.fails("two schemes of one name", Socket::create("initfs"), error::EEXIST);
    check.fails("a scheme with a slash", Socket::create("a/b"), EINVAL);
    if let Some(socket) = check.works("a scheme of ours", Socket::create("tester")) {
        drop(socket);
        check.fails("it is gone with its socket", File::reading("/scheme/tester/x"), ENODEV);
    }
    check.works("a namespace", call::mkns(&["null", "zero"]));
    check.fails("a namespace with an unknown name", call::mkns(&["nobody"]), ENODEV);
    let debug = File::open(path::DEBUG, OPEN_WRITE);
    check.works("debug", debug);
}
