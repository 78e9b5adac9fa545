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

    /** The address at which a call by the instruction at the address will go on, or -1 if that was no call. */
    long returnAddress(long instruction, Place after);

    /** Whether the instruction at the address has just returned from a function to the place. */
    boolean isReturn(long instruction, Place after);

    /** The addresses of the instructions that may have called, if the call goes on at the address. */
    long[] callSites(long returnAddress);
}
