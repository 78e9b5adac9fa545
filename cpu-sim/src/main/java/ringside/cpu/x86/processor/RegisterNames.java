package ringside.cpu.x86.processor;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;

/** The registers of at most 64 bits by name, for debuggers and test vectors. */
final class RegisterNames {
    static final List<String> GENERAL = List.of(
            "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14",
            "r15");
    static final List<String> SEGMENTS = List.of("es", "cs", "ss", "ds", "fs", "gs");
    static final List<String> SYSTEM =
            List.of("cr0", "cr2", "cr3", "cr4", "cr8", "efer", "dr0", "dr1", "dr2", "dr3", "dr6", "dr7");

    /** The names of the test-vector format, and the system registers. */
    static final List<String> ALL = all();

    private RegisterNames() {}

    private static List<String> all() {
        List<String> names = new ArrayList<>(GENERAL);
        names.add("rip");
        names.add("rflags");
        names.addAll(SEGMENTS);
        names.add("fsbase");
        names.add("gsbase");
        names.addAll(SYSTEM);
        return List.copyOf(names);
    }

    static long read(X86Shown cpu, String name) {
        int general = GENERAL.indexOf(name);
        if (general >= 0) {
            return cpu.gpr(general);
        }
        int segment = SEGMENTS.indexOf(name);
        return segment >= 0 ? cpu.segment(segment).selector() : readSpecial(cpu, name);
    }

    private static long readSpecial(X86Shown cpu, String name) {
        SystemRegisters system = cpu.system();
        return switch (name) {
            case "rip" -> cpu.rip();
            case "rflags" -> cpu.rflags();
            case "fsbase" -> cpu.segment(X86Core.FS).base();
            case "gsbase" -> cpu.segment(X86Core.GS).base();
            case "cr0" -> system.cr0;
            case "cr2" -> system.cr2;
            case "cr3" -> system.cr3;
            case "cr4" -> system.cr4;
            case "cr8" -> cpu.localInterrupts().taskPriority();
            case "efer" -> system.efer;
            case "dr6" -> system.dr6;
            case "dr7" -> system.dr7;
            default -> system.breakpointAddresses[debugRegister(name)];
        };
    }

    private static int debugRegister(String name) {
        if (!name.matches("dr[0-3]")) {
            throw new IllegalArgumentException("there is no register \"" + name + "\"");
        }
        return name.charAt(2) - '0';
    }

    /**
     * Writes past all checks, as a debugger does. A selector outside real and virtual-8086 mode changes only its visible
     * part.
     */
    static void write(X86Shown cpu, String name, long value) {
        int general = GENERAL.indexOf(name);
        int segment = SEGMENTS.indexOf(name);
        if (general >= 0) {
            cpu.setGpr(general, value);
        } else if (segment >= 0 && !cpu.is8086()) {
            cpu.segment(segment).setSelector((int) value);
        } else if (segment >= 0) {
            cpu.segment(segment).loadReal((int) value);
        } else {
            writeSpecial(cpu, name, value);
        }
        cpu.systemChanged();
        cpu.memory().forgetAll();
    }

    private static void writeSpecial(X86Shown cpu, String name, long value) {
        SystemRegisters system = cpu.system();
        switch (name) {
            case "rip" -> cpu.setRip(value & OperandSize.QUADWORD.mask());
            case "rflags" -> cpu.setRflags((int) value & Rflags.DEFINED);
            case "fsbase" -> cpu.segment(X86Core.FS).setBase(value);
            case "gsbase" -> cpu.segment(X86Core.GS).setBase(value);
            case "cr0" -> system.cr0 = value;
            case "cr2" -> system.cr2 = value;
            case "cr3" -> system.cr3 = value;
            case "cr4" -> system.cr4 = value;
            case "cr8" -> cpu.localInterrupts().setTaskPriority((int) value & 15);
            case "efer" -> system.efer = value;
            case "dr6" -> system.dr6 = value;
            case "dr7" -> system.dr7 = value;
            default -> system.breakpointAddresses[debugRegister(name)] = value;
        }
    }
}
