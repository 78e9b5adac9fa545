package ringside.cpu.armv7m;

import ringside.cpu.armv7m.exception.ExceptionNumber;
import ringside.cpu.armv7m.exception.FaultBit;

/** Tells in words why the processor locked up. @arm B1.5.15 */
final class LockupDiagnosis {
    private LockupDiagnosis() {}

    /** An exception that nothing may handle, because the execution priority is already -1 or -2. */
    static String of(int cause, int cfsrBits, int address, int instruction, int running, boolean faultmask) {
        StringBuilder text = new StringBuilder();
        text.append("the instruction at 0x").append(hex(instruction)).append(" caused ");
        text.append(ExceptionNumber.name(cause));
        for (FaultBit bit : FaultBit.decode("CFSR", cfsrBits)) {
            if (!bit.name().endsWith("VALID")) {
                text.append(" (")
                        .append(bit.name())
                        .append(": ")
                        .append(bit.words())
                        .append(")");
            } else {
                text.append(" at address 0x").append(hex(address));
            }
        }
        if (running == ExceptionNumber.HARD_FAULT || running == ExceptionNumber.NMI) {
            text.append(" while the handler of ")
                    .append(ExceptionNumber.name(running))
                    .append(" was running");
        } else if (faultmask) {
            text.append(" while FAULTMASK was set");
        }
        return text.append("; no exception can be taken there.").toString();
    }

    /** The vector of HardFault or NMI cannot be read. */
    static String ofVector(int number, int address) {
        return "the vector of " + ExceptionNumber.name(number) + " at 0x" + hex(address) + " cannot be read.";
    }

    private static String hex(int value) {
        return Integer.toHexString(value);
    }
}
