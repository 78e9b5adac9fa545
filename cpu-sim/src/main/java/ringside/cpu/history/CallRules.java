package ringside.cpu.history;

import ringside.cpu.machine.Machine;

/** How a kind of processor calls and returns. */
interface CallRules {

    /** The rules for a machine. */
    static CallRules of(Machine machine) {
        if (machine.kind().startsWith("cortex-m")) {
            return new CortexMCalls(machine);
        }
        throw new IllegalArgumentException("calls of " + machine.kind() + " are not known");
    }

    /** Where the processor is now. */
    Place place();

    /** The address of the next instruction. */
    long programCounter();

    /** Whether an instruction may be what follows the other in memory, so that it neither called nor returned. */
    boolean isNext(long instruction, long following);

    /** The address at which a call will go on, if the instruction went to the target; -1 if it is no call. */
    long returnAddress(long instruction, long target);

    /** Whether the instruction, having gone to the target, returned from a function. */
    boolean isReturn(long instruction, long target);

    /** The addresses of the instructions that may have called, if the call goes on at the address. */
    long[] callSites(long returnAddress);
}
