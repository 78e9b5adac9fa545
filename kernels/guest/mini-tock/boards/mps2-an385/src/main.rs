//! The board: which chip, which capsules, which processes, which policies.   @board Arm AN385
//!
//! Reading order: [`main`], then [`board`] for what the kernel asks of us, [`memory`] for what lies where, and
//! [`last_words`] for the end that nobody wants.
#![no_std]
#![no_main]
#![deny(unsafe_op_in_unsafe_fn)]

mod board;
mod last_words;
mod memory;

use capsules::{alarm, console};
use capsules::alarm::AlarmDriver;
use capsules::console::Console;
use capsules::log::Log;
use capsules::virtual_alarm::{AlarmMux, VirtualAlarm};
use capsules::virtual_uart::{UartMux, UartUser};
use cmsdk::timer::TimerPair;
use cmsdk::uart::Uart;
use hal_cortexm::nvic;
use kernel::capability::{MainLoop, MemoryAllocation, ProcessManagement};
use kernel::cells::{SingleThread, Static};
use kernel::create_capability;
use kernel::fault::{Always, FaultAction};
use kernel::grant::Grant;
use kernel::hil::{Alarm, Transmit};
use kernel::kernel::KERNEL;
use kernel::scheduler::{RoundRobin, Scheduler};

use board::Board;

/// The processor's clock.
const HERTZ: u32 = 25_000_000;
/// 115,200 bits a second.
const BAUD_DIVIDER: u32 = HERTZ / 115_200;
/// A turn, in microseconds.
const TIMESLICE: u32 = 10_000;

const UART_0: u32 = 0x4000_4000;
const TIMER_0: u32 = 0x4000_0000;
const TIMER_1: u32 = 0x4000_1000;

/// Who runs next.
#[no_mangle]
static SCHEDULER: SingleThread<RoundRobin> = SingleThread(RoundRobin::new(TIMESLICE));

/// What becomes of a process that faults.
static FAULT_POLICY: Always = Always(FaultAction::Stop);

/// The board's entry, called by the reset handler: wires everything, loads the processes, and runs for ever.
#[no_mangle]
fn main() -> ! {
    let memory_allocation = create_capability!(MemoryAllocation);
    let process_management = create_capability!(ProcessManagement);
    let main_loop = create_capability!(MainLoop);

    static UART: Static<Uart> = Static::new();
    // SAFETY: the board has a UART here, and only this code makes a driver for it.
    let uart: &Uart = UART.fill(unsafe { Uart::new(UART_0) });
    uart.enable(BAUD_DIVIDER);

    static TIMERS: Static<TimerPair> = Static::new();
    // SAFETY: the board has timers here, and only this code makes a driver for them.
    let timers: &TimerPair = TIMERS.fill(unsafe { TimerPair::new(TIMER_0, TIMER_1, HERTZ) });
    timers.enable();

    static UART_MUX: Static<UartMux> = Static::new();
    let uart_mux: &UartMux = UART_MUX.fill(UartMux::new(uart));
    uart_mux.connect();

    // First in the mux: its lines stay together.
    static LOG: Static<Log> = Static::new();
    static LOG_USER: Static<UartUser> = Static::new();
    static LOG_BUFFER: Static<[u8; console::CHUNK]> = Static::new();
    let log_user: &UartUser = LOG_USER.fill(UartUser::new(uart_mux));
    let log: &Log = LOG.fill(Log::new(log_user, LOG_BUFFER.fill([0; console::CHUNK])));
    log_user.connect();
    log_user.set_transmit_client(log);

    static CONSOLE: Static<Console> = Static::new();
    static CONSOLE_USER: Static<UartUser> = Static::new();
    static CONSOLE_BUFFER: Static<[u8; console::CHUNK]> = Static::new();
    let console_user: &UartUser = CONSOLE_USER.fill(UartUser::new(uart_mux));
    let console: &Console = CONSOLE.fill(Console::new(
        console_user,
        CONSOLE_BUFFER.fill([0; console::CHUNK]),
        Grant::new(console::DRIVER, &memory_allocation),
    ));
    console_user.connect();
    console_user.set_transmit_client(console);

    static ALARM_MUX: Static<AlarmMux> = Static::new();
    static ALARM_USER: Static<VirtualAlarm> = Static::new();
    static ALARM: Static<AlarmDriver> = Static::new();
    let alarm_mux: &AlarmMux = ALARM_MUX.fill(AlarmMux::new(timers));
    alarm_mux.connect();
    let alarm_user: &VirtualAlarm = ALARM_USER.fill(VirtualAlarm::new(alarm_mux));
    alarm_user.connect();
    let alarm: &AlarmDriver =
        ALARM.fill(AlarmDriver::new(alarm_user, Grant::new(alarm::DRIVER, &memory_allocation)));
    alarm_user.set_alarm_client(alarm);

    static BOARD: Static<Board> = Static::new();
    let board: &Board = BOARD.fill(Board::new(uart, timers, console, alarm, log, &FAULT_POLICY));

    nvic::enable(board::IRQ_UART_0_SENT);
    nvic::enable(board::IRQ_TIMER_1);

    // SAFETY: the linker script keeps this RAM free for processes.
    let walk = unsafe {
        KERNEL.load_processes(memory::apps(), memory::app_memory(), &process_management, |index| {
            SCHEDULER.add(index);
        })
    };
    log.write(&|out| {
        out.text("mini-tock: ");
        out.decimal(walk.headers);
        out.text(" headers in flash, ");
        out.decimal(walk.loaded);
        out.text(" processes loaded\n");
    });
    KERNEL.run(board, &*SCHEDULER, &main_loop)
}
