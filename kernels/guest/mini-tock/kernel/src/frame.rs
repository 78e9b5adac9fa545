//! Into a process and back, and the frame on its stack through which the kernel talks to it.

use common::probe;
use hal_cortexm::fault::{last_record, FaultRecord};
use hal_cortexm::switch::{switch_to_process, FRAME_BYTES, PROCESS_FAULTED, SYSCALL_FIRED};

use crate::process::{Process, State, THUMB};
use crate::syscall::{Call, Return};
use crate::upcall::Upcall;

/// Why the kernel runs again.
pub enum SwitchReason {
    SystemCall(Call),
    Interrupted,
    Fault,
}

/// Words of the frame that the hardware stacks.
const FRAME_LR: u32 = 5;
const FRAME_PC: u32 = 6;
const FRAME_PSR: u32 = 7;

impl Process {
    /// Runs the process until the kernel is needed.
    pub fn run(&self) -> SwitchReason {
        let mut registers = self.stored.registers.get();
        probe!(mini_tock, context_switch, self.index, self.stored.stack_pointer.get());
        // SAFETY: the stack pointer was checked to be in the process's memory when it was stored.
        let stack = unsafe { switch_to_process(self.stored.stack_pointer.get(), registers.as_mut_ptr()) };
        self.stored.registers.set(registers);
        self.stored.stack_pointer.set(stack);
        let reason = self.switch_reason(stack);
        probe!(mini_tock, switched_back, self.index, match reason {
            SwitchReason::SystemCall(_) => 0,
            SwitchReason::Interrupted => 1,
            SwitchReason::Fault => 2,
        });
        reason
    }

    fn switch_reason(&self, stack: u32) -> SwitchReason {
        let has_faulted = PROCESS_FAULTED.get() != 0;
        let has_called = SYSCALL_FIRED.get() != 0;
        PROCESS_FAULTED.set(0);
        SYSCALL_FIRED.set(0);
        if has_faulted {
            self.fault.set(last_record());
            return SwitchReason::Fault;
        }
        if !self.memory.owns(stack, FRAME_BYTES) {
            self.fault.set(FaultRecord::default());
            return SwitchReason::Fault;
        }
        if !has_called {
            return SwitchReason::Interrupted;
        }
        let pc = self.frame_word(FRAME_PC);
        self.stored.yield_pc.set(pc);
        self.stored.psr.set(self.frame_word(FRAME_PSR));
        let arguments = core::array::from_fn(|index| self.frame_word(index as u32));
        SwitchReason::SystemCall(Call { class: self.svc_immediate(pc), arguments })
    }

    /// The number in the `svc` before `pc`; none that exists if there is no such instruction.
    fn svc_immediate(&self, pc: u32) -> u32 {
        let address = pc.wrapping_sub(2);
        if !self.executes(address) || address % 2 != 0 {
            return u32::MAX;
        }
        // SAFETY: within the process's flash, halfword aligned.
        let instruction = unsafe { (address as *const u16).read_volatile() };
        (instruction & 0xFF) as u32
    }

    /// Puts the four result words where the process finds them in r0-r3.
    pub fn set_return(&self, result: Return) {
        let words = result.registers();
        probe!(mini_tock, system_return, self.index, words[0], words[1], words[2]);
        self.set_frame_words(words);
    }

    /// Puts four words where the process finds them in r0-r3.
    pub fn set_frame_words(&self, words: [u32; 4]) {
        for (index, word) in words.iter().enumerate() {
            self.set_frame_word(index as u32, *word);
        }
    }

    /// Turns the process's last `svc` into a call of the upcall's function, which returns behind it.
    pub fn deliver(&self, upcall: &Upcall) {
        let [a, b, c] = upcall.arguments;
        self.set_frame_words([a, b, c, upcall.data]);
        self.set_frame_word(FRAME_LR, self.stored.yield_pc.get() | 1);
        self.set_frame_word(FRAME_PC, upcall.function & !1);
        self.set_frame_word(FRAME_PSR, self.stored.psr.get() | THUMB);
        self.set_state(State::Running);
        probe!(mini_tock, upcall_delivered, self.index, upcall.function, upcall.id.driver, upcall.id.subscribe);
    }

    /// A word of the stacked frame, which `switch_reason` found to be in the process's memory.
    pub fn frame_word(&self, index: u32) -> u32 {
        self.memory.load(self.stored.stack_pointer.get().wrapping_add(4 * index)).unwrap_or(0)
    }

    fn set_frame_word(&self, index: u32, value: u32) {
        let _ = self.memory.store(self.stored.stack_pointer.get().wrapping_add(4 * index), value);
    }
}
