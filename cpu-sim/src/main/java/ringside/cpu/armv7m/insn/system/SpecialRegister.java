package ringside.cpu.armv7m.insn.system;

import ringside.cpu.armv7m.CortexM;

/** The names of the special registers that MRS and MSR reach. @arm B5.1 */
final class SpecialRegister {
    private SpecialRegister() {}

    /** Whether a Cortex-M3 has a register with this number. */
    static boolean exists(int sysm) {
        return !name(sysm).isEmpty();
    }

    /** The name of the register with this number, or an empty text. */
    static String name(int sysm) {
        return switch (sysm) {
            case 0 -> "apsr";
            case 1 -> "iapsr";
            case 2 -> "eapsr";
            case 3 -> "xpsr";
            case 5 -> "ipsr";
            case 6 -> "epsr";
            case 7 -> "iepsr";
            case 8 -> "msp";
            case 9 -> "psp";
            case 16 -> "primask";
            case 17 -> "basepri";
            case 18 -> "basepri_max";
            case 19 -> "faultmask";
            case 20 -> "control";
            default -> "";
        };
    }

    /** The flags that it contains. */
    static String flags(int sysm) {
        return sysm <= 3 ? "NZCVQ" : "";
    }

    /** The registers that it is or, for CONTROL, chooses between, as a mask. */
    static int registers(int sysm) {
        return sysm == 8 || sysm == 9 || sysm == 20 ? 1 << CortexM.SP : 0;
    }

    /** The same, or the number where there is no such register. */
    static String text(int sysm) {
        return exists(sysm) ? name(sysm) : Integer.toString(sysm);
    }
}
