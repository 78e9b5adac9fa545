//! How far the tests have come, kept in plain structures for a debugger, and said by probes.

use core::cell::UnsafeCell;
use core::ptr::NonNull;
use core::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use common::probe;

#[repr(u8)]
#[derive(Clone, Copy, PartialEq)]
pub enum State {
    Waiting,
    Running,
    Passed,
    Failed,
}

/// What the last check saw. Only debuggers read it.
#[allow(dead_code)]
#[derive(Clone, Copy)]
pub enum Outcome {
    Nothing,
    Right(u64),
    Wrong { seen: u64, expected: u64 },
}

/// A chapter of tests.
#[repr(C)]
pub struct Chapter {
    pub name: [u8; 32],
    pub state: State,
    pub checks: AtomicU32,
    pub wrong: AtomicU32,
    pub last: Outcome,
}

#[repr(C)]
pub struct Progress {
    pub chapters: [Chapter; 5],
    /// The chapter that runs.
    pub current: Option<NonNull<Chapter>>,
    /// All that was seen, each value shifted by as many bits as there were checks before it: two runs that saw the same
    /// have the same sum.
    pub sum: u128,
    pub checks: AtomicU64,
    /// What the last check was about.
    pub about: &'static str,
}

pub struct ProgressCell(UnsafeCell<Progress>);

// SAFETY: one CPU, and no handler comes here.
unsafe impl Sync for ProgressCell {}

const fn chapter(name: &str) -> Chapter {
    let mut padded = [0; 32];
    let mut i = 0;
    while i < name.len() {
        padded[i] = name.as_bytes()[i];
        i += 1;
    }
    Chapter {
        name: padded,
        state: State::Waiting,
        checks: AtomicU32::new(0),
        wrong: AtomicU32::new(0),
        last: Outcome::Nothing,
    }
}

static PROGRESS: ProgressCell = ProgressCell(UnsafeCell::new(Progress {
    chapters: [chapter("modes"), chapter("exceptions"), chapter("pages"), chapter("rings"), chapter("interrupts")],
    current: None,
    sum: 0,
    checks: AtomicU64::new(0),
    about: "",
}));

/// Runs a chapter.
pub fn chapter_of(index: usize, tests: impl FnOnce()) {
    // SAFETY: as for the cell; no reference lives on while the tests run.
    unsafe {
        let progress = PROGRESS.0.get();
        let chapter = &raw mut (*progress).chapters[index];
        (*chapter).state = State::Running;
        (*progress).current = NonNull::new(chapter);
        probe!(pc_test, chapter_start, index; &raw const (*chapter).name);
        tests();
        let wrong = (*chapter).wrong.load(Ordering::Relaxed);
        (*chapter).state = if wrong == 0 { State::Passed } else { State::Failed };
        (*progress).current = None;
        probe!(pc_test, chapter_end, index, wrong);
    }
}

/// Notes what a check saw.
pub fn note(what: &'static str, seen: u64, expected: u64) {
    // SAFETY: as for the cell.
    let progress = unsafe { &mut *PROGRESS.0.get() };
    let before = progress.checks.fetch_add(1, Ordering::Relaxed);
    progress.sum = progress.sum.wrapping_add((seen as u128) << (before % 64));
    progress.about = what;
    if let Some(mut chapter) = progress.current {
        // SAFETY: it points into the static.
        let chapter = unsafe { chapter.as_mut() };
        chapter.checks.fetch_add(1, Ordering::Relaxed);
        chapter.last = if seen == expected { Outcome::Right(seen) } else { Outcome::Wrong { seen, expected } };
        if seen != expected {
            chapter.wrong.fetch_add(1, Ordering::Relaxed);
        }
    }
}
