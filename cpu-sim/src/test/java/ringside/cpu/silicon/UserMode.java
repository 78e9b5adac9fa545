package ringside.cpu.silicon;

import java.util.Set;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86State;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.Repeat;

/** Which forms a program under an operating system can be compared by. */
final class UserMode {
    /** They ask the operating system, or it answers for them, or they tell what differs from one machine to the next. */
    private static final Set<String> OF_THE_SYSTEM = Set.of(
            "SYSCALL",
            "SYSENTER",
            "INT",
            "INT1",
            "IRET",
            "IRETD",
            "IRETQ",
            "CPUID",
            "RDTSC",
            "RDTSCP",
            "RDPMC",
            "RDPID",
            "RDRAND",
            "RDSEED",
            "XGETBV",
            "SGDT",
            "SIDT",
            "SLDT",
            "STR",
            "SMSW",
            "LAR",
            "LSL",
            "VERR",
            "VERW",
            "MONITOR",
            "MWAIT");
    /** They load segments from descriptor tables that vectors do not have. */
    private static final Set<String> LOADING_SEGMENTS =
            Set.of("RETF", "LDS", "LES", "LSS", "LFS", "LGS", "CALLF", "JMPF");

    /** They may stop as unimplemented; nobody rounds them exactly. */
    private static final Set<String> TRANSCENDENTAL =
            Set.of("F2XM1", "FYL2X", "FYL2XP1", "FPTAN", "FPATAN", "FSIN", "FCOS", "FSINCOS");

    private UserMode() {}

    static boolean isComparable(Form form) {
        String mnemonic = form.mnemonic();
        String assembly = form.assembly();
        boolean far = assembly.contains("m16:") || assembly.contains("ptr16:");
        boolean loadsSegment = assembly.startsWith("MOV Sreg") || assembly.matches("POP (Sreg|[DEFGS]S)");
        return !OF_THE_SYSTEM.contains(mnemonic)
                && !TRANSCENDENTAL.contains(mnemonic)
                && !LOADING_SEGMENTS.contains(mnemonic)
                && !far
                && !loadsSegment;
    }

    /** Where processors differ by their makers; {@code docs/x86-differences.md} lists them. */
    static boolean isUncertain(byte[] code, Fields fields) {
        if (fields == null) {
            return isControlRegister(code);
        }
        return switch (fields.form().mnemonic()) {
            case "LOOPE", "LOOPNE" -> fields.repeat() != Repeat.NONE || isWordBranch(fields);
            case "MOVSXD" -> fields.operandSize() == OperandSize.WORD;
            case "MASKMOVQ", "MASKMOVDQU" -> !fields.is64() && fields.prefixes().segment() == X86State.CS;
            case "SYSRET" -> !fields.is64();
            default -> isWordBranch(fields);
        };
    }

    private static boolean isWordBranch(Fields fields) {
        return fields.is64() && fields.prefixes().operandSize() && mayBranch(fields.form());
    }

    /** On some processors LOCK before a move of CR0 means CR8. */
    private static boolean isControlRegister(byte[] code) {
        for (int i = 0; i + 1 < code.length; i++) {
            if (code[i] == 0x0F && (code[i + 1] & 0xFC) == 0x20) {
                return true;
            }
        }
        return false;
    }

    /** Whether execution may go on anywhere but right behind the instruction. */
    static boolean mayBranch(Form form) {
        String mnemonic = form.mnemonic();
        return mnemonic.startsWith("J")
                || mnemonic.startsWith("LOOP")
                || mnemonic.equals("CALL")
                || mnemonic.equals("RET");
    }
}
