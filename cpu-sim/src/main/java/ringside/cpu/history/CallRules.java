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

    /** The address at which a call made between the two places will go on, or -1 if it was no call. */
    long returnAddress(Place before, Place after);

    /** Whether the instruction at the first place returned from a function, to the second place. */
    boolean isReturn(Place before, Place after);

    /** The addresses of the instructions that may have called, if the call goes on at the address. */
    long[] callSites(long returnAddress);
}
