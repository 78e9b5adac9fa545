package ringside.cpu.image.dwarf;

import java.util.List;
import ringside.cpu.image.ElfMachine;

/** The numbers that DWARF gives to registers.   @aadwarf 4.1, @sysv-x86-64 3.6.2 */
final class Registers {
    private static final List<String> ARM =
            List.of("r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12", "sp", "lr", "pc");
    private static final List<String> X86_64 = List.of(
            "rax", "rdx", "rcx", "rbx", "rsi", "rdi", "rbp", "rsp", "r8", "r9", "r10", "r11", "r12", "r13", "r14",
            "r15", "rip");
    private static final List<String> I386 = List.of("eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", "eip");
    private static final int FIRST_S = 64;
    private static final int FIRST_XMM = 17;

    private Registers() {}

    /** The name that {@link ringside.cpu.image.RegisterReader} knows a register by. */
    static String name(ElfMachine machine, long number) {
        List<String> names = switch (machine) {
            case ARM -> ARM;
            case X86_64 -> X86_64;
            case I386 -> I386;
        };
        if (number >= 0 && number < names.size()) {
            return names.get((int) number);
        }
        if (machine == ElfMachine.ARM && number >= FIRST_S && number < FIRST_S + 32) {
            return "s" + (number - FIRST_S);
        }
        if (machine == ElfMachine.X86_64 && number >= FIRST_XMM && number < FIRST_XMM + 16) {
            return "xmm" + (number - FIRST_XMM);
        }
        return "register number " + Long.toUnsignedString(number);
    }

    /** The names of the general registers, in the order of their numbers. */
    static List<String> names(ElfMachine machine) {
        return switch (machine) {
            case ARM -> ARM;
            case X86_64 -> X86_64;
            case I386 -> I386;
        };
    }

    static String stackPointer(ElfMachine machine) {
        return switch (machine) {
            case ARM -> "sp";
            case X86_64 -> "rsp";
            case I386 -> "esp";
        };
    }

    static String programCounter(ElfMachine machine) {
        return switch (machine) {
            case ARM -> "pc";
            case X86_64 -> "rip";
            case I386 -> "eip";
        };
    }

    /** Whether a function leaves a register as it found it, by the usual rules of calls.   @aapcs 6.1.1, @sysv-x86-64 3.2.1 */
    static boolean isPreserved(ElfMachine machine, String name) {
        return switch (machine) {
            case ARM -> name.matches("r[4-9]|r1[01]");
            case X86_64 -> name.matches("rbx|rbp|r1[2-5]");
            case I386 -> name.matches("ebx|ebp|esi|edi");
        };
    }
}
