package ringside.cpu.machine;

import ringside.cpu.trace.CpuEventKind;

/** Why a run came back. */
public sealed interface StopReason {

    /** The name in the command line's JSON. */
    String label();

    /** One sentence for people. */
    String explanation();

    /** Whether the guest can never go on: running again returns the same reason at once. */
    default boolean isFinal() {
        return false;
    }

    /** The instructions of the budget have been retired. */
    record BudgetSpent() implements StopReason {
        @Override
        public String label() {
            return "limit";
        }

        @Override
        public String explanation() {
            return "The limit of instructions was reached.";
        }
    }

    /** The next instruction is at a breakpoint. */
    record BreakpointReached(long address) implements StopReason {
        @Override
        public String label() {
            return "breakpoint";
        }

        @Override
        public String explanation() {
            return "The next instruction is at the breakpoint 0x" + Long.toHexString(address) + ".";
        }
    }

    /** An instruction has just accessed watched memory. */
    record WatchpointHit(long address, boolean write) implements StopReason {
        @Override
        public String label() {
            return "watchpoint";
        }

        @Override
        public String explanation() {
            return "The last instruction " + (write ? "wrote" : "read") + " the watched address 0x"
                    + Long.toHexString(address) + ".";
        }
    }

    /** An event of a kind that the budget asked for has just happened. */
    record EventSeen(CpuEventKind kind) implements StopReason {
        @Override
        public String label() {
            return "event";
        }

        @Override
        public String explanation() {
            return "The last instruction caused the event " + kind.label() + ".";
        }
    }

    /** The processor sleeps, and no alarm is set that could wake it: only input can. */
    record WaitingForInput() implements StopReason {
        @Override
        public String label() {
            return "waiting";
        }

        @Override
        public String explanation() {
            return "The processor sleeps, and only input from outside can wake it.";
        }
    }

    /** The guest ended by itself. */
    record Halted(int exitCode) implements StopReason {
        @Override
        public String label() {
            return "halted";
        }

        @Override
        public String explanation() {
            return "The guest ended by itself with exit code " + exitCode + ".";
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** The processor is locked up (Cortex-M) and only a reset helps. */
    record LockedUp(String diagnosis) implements StopReason {
        @Override
        public String label() {
            return "lockup";
        }

        @Override
        public String explanation() {
            return "The processor is locked up: " + diagnosis;
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** No exception can be delivered any more: the processor shuts down (x86), and only a reset helps. */
    record TripleFault(String diagnosis) implements StopReason {
        @Override
        public String label() {
            return "triple-fault";
        }

        @Override
        public String explanation() {
            return "Triple fault: " + diagnosis;
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** The guest executed an encoding that the architecture defines and this program does not know. */
    record UnimplementedEncoding(long address, String bytes) implements StopReason {
        @Override
        public String label() {
            return "unimplemented";
        }

        @Override
        public String explanation() {
            return "The instruction " + bytes + " at 0x" + Long.toHexString(address) + " is not implemented.";
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }
}
