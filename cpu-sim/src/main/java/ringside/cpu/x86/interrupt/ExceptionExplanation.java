package ringside.cpu.x86.interrupt;

import ringside.cpu.x86.X86Fault;

/**
 * An interrupt or exception in words. @sdm Vol.3A 6.3.1, 6.13, 6.15
 *
 * @param vector its vector
 * @param mnemonic such as {@code #PF}; empty for what is no exception
 * @param name such as {@code page fault}
 * @param details what the error code and the address say, such as {@code write by user code to a page that is not
 *     present, at address 0x1000}; empty if there is nothing to say
 */
public record ExceptionExplanation(int vector, String mnemonic, String name, String details) {
    private static final int USER_VECTORS = 32;

    /**
     * Explains an exception.
     *
     * @param errorCode the error code, or {@link X86Fault#NO_ERROR_CODE}
     * @param address for #PF the linear address (CR2), for #DB the bits of DR6
     */
    public static ExceptionExplanation of(int vector, int errorCode, long address) {
        return new ExceptionExplanation(vector, mnemonic(vector), name(vector), details(vector, errorCode, address));
    }

    /** Explains an interrupt, or what caused it if nothing more is known. */
    public static ExceptionExplanation of(int vector) {
        return of(vector, X86Fault.NO_ERROR_CODE, 0);
    }

    /** All of it in one line. */
    public String sentence() {
        String head = mnemonic.isEmpty() ? name : name + " (" + mnemonic + ")";
        return details.isEmpty() ? head : head + ": " + details;
    }

    /** The mnemonic of an exception, such as {@code #GP}; empty if the vector belongs to none. */
    public static String mnemonic(int vector) {
        return switch (vector) {
            case X86Fault.DE -> "#DE";
            case X86Fault.DB -> "#DB";
            case X86Fault.NMI -> "NMI";
            case X86Fault.BP -> "#BP";
            case X86Fault.OF -> "#OF";
            case X86Fault.BR -> "#BR";
            case X86Fault.UD -> "#UD";
            case X86Fault.NM -> "#NM";
            case X86Fault.DF -> "#DF";
            case X86Fault.TS -> "#TS";
            case X86Fault.NP -> "#NP";
            case X86Fault.SS -> "#SS";
            case X86Fault.GP -> "#GP";
            case X86Fault.PF -> "#PF";
            case X86Fault.MF -> "#MF";
            case X86Fault.AC -> "#AC";
            case X86Fault.MC -> "#MC";
            case X86Fault.XM -> "#XM";
            default -> "";
        };
    }

    private static String name(int vector) {
        return switch (vector) {
            case X86Fault.DE -> "divide error";
            case X86Fault.DB -> "debug exception";
            case X86Fault.NMI -> "non-maskable interrupt";
            case X86Fault.BP -> "breakpoint";
            case X86Fault.OF -> "overflow";
            case X86Fault.BR -> "bound range exceeded";
            case X86Fault.UD -> "invalid opcode";
            case X86Fault.NM -> "device not available";
            case X86Fault.DF -> "double fault";
            case X86Fault.TS -> "invalid TSS";
            case X86Fault.NP -> "segment not present";
            case X86Fault.SS -> "stack fault";
            case X86Fault.GP -> "general protection";
            case X86Fault.PF -> "page fault";
            case X86Fault.MF -> "x87 floating-point error";
            case X86Fault.AC -> "alignment check";
            case X86Fault.MC -> "machine check";
            case X86Fault.XM -> "SIMD floating-point exception";
            default -> (vector < USER_VECTORS ? "reserved vector " : "interrupt ") + vector;
        };
    }

    private static String details(int vector, int errorCode, long address) {
        if (vector == X86Fault.DB) {
            return DebugReasons.of(address);
        }
        if (errorCode == X86Fault.NO_ERROR_CODE) {
            return "";
        }
        return switch (vector) {
            case X86Fault.PF -> page(errorCode) + ", at address 0x" + Long.toHexString(address);
            case X86Fault.TS, X86Fault.NP, X86Fault.SS, X86Fault.GP -> selector(errorCode);
            default -> "";
        };
    }

    /** The error code of #PF. @sdm Vol.3A 4.7 */
    private static String page(int errorCode) {
        boolean present = (errorCode & 1) != 0;
        boolean write = (errorCode & 2) != 0;
        boolean user = (errorCode & 4) != 0;
        boolean reserved = (errorCode & 8) != 0;
        boolean fetch = (errorCode & 16) != 0;
        String access = fetch ? "instruction fetch" : write ? "write" : "read";
        String where = fetch || !write ? " from a page " : " to a page ";
        String why;
        if (reserved) {
            why = "whose page-table entries have reserved bits set";
        } else if (!present) {
            why = "that is not present";
        } else if (fetch) {
            why = "that it must not execute";
        } else {
            why = write ? "that it must not write" : "that it must not read";
        }
        return access + " by " + (user ? "user code" : "supervisor code") + where + why;
    }

    /** The error code that names a selector. @sdm Vol.3A 6.13 */
    private static String selector(int errorCode) {
        boolean external = (errorCode & 1) != 0;
        boolean idt = (errorCode & 2) != 0;
        boolean ldt = (errorCode & 4) != 0;
        int index = errorCode >>> 3 & 0x1FFF;
        String what;
        if (idt) {
            what = "IDT entry " + index;
        } else if ((errorCode & ~3) == 0) {
            what = "no selector is named";
        } else {
            what = "selector 0x" + Integer.toHexString(errorCode & 0xFFFC) + ", entry " + index + " of the "
                    + (ldt ? "LDT" : "GDT");
        }
        return external ? what + ", while an earlier event was delivered" : what;
    }
}
