package ringside.oracle;

import java.util.Arrays;
import java.util.List;
import ringside.oracle.LongModeScript.Mode;

/** Single step, and breakpoints of the debug registers. */
final class LongModeDebug {
    private static final List<Mode> RINGS = List.of(Mode.RING_0, Mode.RING_3);
    private static final String[] TRAP = {"pushfq", "or dword ptr [rsp], 0x100", "popfq"};

    private final LongModeScript script;

    LongModeDebug(LongModeScript script) {
        this.script = script;
    }

    void write() {
        singleStep();
        dataBreakpoints();
        codeBreakpoints();
        debugRegisters();
        script.prepare();
    }

    private static String[] trap(String... instructions) {
        String[] all = Arrays.copyOf(TRAP, TRAP.length + instructions.length);
        System.arraycopy(instructions, 0, all, TRAP.length, instructions.length);
        return all;
    }

    private void singleStep() {
        for (Mode mode : RINGS) {
            String data = mode.at("scratch");
            for (String instruction : new String[] {
                "nop",
                "pushfq",
                "popfq",
                "jmp 1f; 1:",
                "call 1f; 1:",
                "ud2",
                "int3",
                ".byte 0xF1",
                "int 0x41",
                "int 0x40",
                "xor eax, eax; div eax",
                "mov eax, [" + data + "]",
                "mov ecx, 0; 1: loop 1b",
                "pause",
                "mov cr2, rax",
                "mov rax, cr0",
                "mov ds, ax",
                "mov eax, 0x108; mov ds, ax",
                "syscall",
                "sysenter",
                "sgdt [" + data + "]",
                "lea rdi, [" + data + "]; mov ecx, 3",
                "xchg [" + data + "], rdx",
                "lock inc dword ptr [" + data + "]",
                "mov rax, 0x0000800000000000"
            }) {
                script.test(mode, trap(instruction, "nop"));
            }
            script.test(mode, "lea rdi, [" + data + "]", "mov ecx, 3", TRAP[0], TRAP[1], TRAP[2], "rep stosb", "nop");
            script.test(mode, "lea rdi, [" + data + "]", "mov ecx, 0", TRAP[0], TRAP[1], TRAP[2], "rep stosb", "nop");
            String stack = mode == Mode.RING_0 ? "mov eax, 0x10" : "mov eax, 0x2B";
            script.test(mode, stack, TRAP[0], TRAP[1], TRAP[2], "mov ss, ax", "nop", "nop", "nop");
            script.test(mode, stack, TRAP[0], TRAP[1], TRAP[2], "mov ss, ax", "mov ss, ax", "nop", "nop");
            script.test(mode, stack, TRAP[0], TRAP[1], TRAP[2], "mov ss, ax", "ud2", "nop", "nop");
            script.test(mode, stack, TRAP[0], TRAP[1], TRAP[2], "mov ss, ax", "int 0x41", "nop");
        }
        script.test(Mode.RING_0, trap("sti", "nop", "nop"));
        script.test(Mode.RING_0, trap("mov ecx, 0xC0000080", "rdmsr"));
        returnsWithTrap();
        script.prepare("mov byte ptr [GATE + 5], 0xEF");
        script.test(RINGS, trap("int 0x41"));
        script.prepare("mov ecx, 0xC0000084", "mov eax, 0x600", "xor edx, edx", "wrmsr");
        script.test(RINGS, trap("syscall"));
        script.test(RINGS, "syscall");
        script.prepare();
    }

    private void returnsWithTrap() {
        String[] codes = {"0x08", "0x23", "0x33"};
        for (String code : codes) {
            boolean isUser = !"0x08".equals(code);
            String to = isUser ? " + USER" : "";
            for (String flags : new String[] {"0x102", "0x10102", "0x10002", "0x302"}) {
                script.test(
                        Mode.RING_0,
                        "push " + (isUser ? "0x2B" : "0x10"),
                        "mov edi, offset stack_of_ring_3" + to,
                        "push rdi",
                        "push " + flags,
                        "push " + code,
                        "mov edi, offset returns_with_trap" + to,
                        "push rdi",
                        "iretq");
            }
        }
        for (String size : new String[] {"sysret", "sysretq"}) {
            for (String flags : new String[] {"0x100", "0x10100"}) {
                script.test(Mode.RING_0, "mov ecx, offset returns_with_trap + USER", "mov r11d, " + flags, size);
            }
            script.test(Mode.RING_0, trap("mov ecx, offset returns_with_trap + USER", "xor r11d, r11d"));
        }
    }

    private void dataBreakpoints() {
        for (int condition : new int[] {1, 3}) {
            for (int length = 0; length < 4; length++) {
                for (int offset = 0; offset < 10; offset++) {
                    int control = 1 | condition << 16 | length << 18;
                    script.prepare(
                            "mov eax, offset scratch + 8 + USER",
                            "mov dr0, rax",
                            "mov eax, " + control,
                            "mov dr7, rax");
                    String place = "[scratch + USER + " + (4 + offset) + "]";
                    script.test(Mode.RING_3, "mov byte ptr " + place + ", 1", "nop");
                    script.test(Mode.RING_3, "mov rax, " + place, "nop");
                    script.test(Mode.RING_3, "mov word ptr " + place + ", 1", "nop");
                }
            }
        }
        script.prepare("mov eax, offset scratch + 8", "mov dr1, rax", "mov eax, 0xD00008", "mov dr7, rax");
        for (String instruction : new String[] {
            "mov [scratch + 8], rax",
            "inc dword ptr [scratch + 8]",
            "cmp dword ptr [scratch + 8], 0",
            "xchg [scratch + 8], rax",
            "mov esi, offset scratch; mov edi, offset scratch + 4; mov ecx, 3; rep movsd",
            "mov esp, offset scratch + 16; push rax",
            "sgdt [scratch]",
            "mov ss, [scratch + 40]; nop"
        }) {
            script.test(Mode.RING_0, instruction, "nop");
        }
    }

    private void codeBreakpoints() {
        for (String control : new String[] {"1", "2", "3", "0x401", "0"}) {
            script.prepare(
                    "lea rax, [r12]",
                    "mov eax, [rax + 4]",
                    "inc eax",
                    "mov dr0, rax",
                    "mov eax, " + control,
                    "mov dr7, rax");
            for (String instruction :
                    new String[] {"nop", "ud2", "int 0x41", "syscall", "mov eax, [scratch]", "int3"}) {
                script.test(Mode.RING_0, "nop", instruction, "nop");
            }
        }
        script.prepare("mov eax, offset returns_with_trap", "mov dr0, rax", "mov eax, 1", "mov dr7, rax");
        for (String flags : new String[] {"2", "0x10002", "0x102", "0x10102"}) {
            script.test(
                    Mode.RING_0,
                    "push 0x10",
                    "mov edi, offset stack",
                    "push rdi",
                    "push " + flags,
                    "push 0x08",
                    "mov edi, offset returns_with_trap",
                    "push rdi",
                    "iretq");
        }
        script.test(Mode.RING_0, "mov edi, offset returns_with_trap", "mov eax, 0x10", "mov ss, ax", "jmp rdi");
        script.test(Mode.RING_0, "push offset returns_with_trap", "mov eax, 0x10", "ret");
        script.test(Mode.RING_0, "push 0x10002", "popfq", "jmp returns_with_trap");
        // I/O breakpoints need CR4.DE.
        for (String controls : new String[] {"0x28", "0x20"}) {
            script.prepare(
                    "mov eax, " + controls,
                    "mov cr4, rax",
                    "mov eax, 0x80",
                    "mov dr0, rax",
                    "mov eax, 0x20001",
                    "mov dr7, rax");
            for (String instruction : new String[] {"out 0x80, al", "out 0x81, al", "out 0x7F, ax", "nop"}) {
                script.test(Mode.RING_0, instruction, "nop");
            }
        }
    }

    private void debugRegisters() {
        for (String controls : new String[] {"0x28", "0x20"}) {
            script.prepare("mov eax, " + controls, "mov cr4, rax");
            for (int number = 4; number < 8; number++) {
                script.test(Mode.RING_0, "mov rdx, dr" + number);
                for (int bit = 0; bit < 64; bit++) {
                    boolean enables = number % 2 == 1 && bit < 8 || bit == 13;
                    if (!enables) {
                        String value = "mov rcx, 0x" + Long.toHexString(1L << bit);
                        script.test(Mode.RING_0, value, "mov dr" + number + ", rcx", "mov rdx, dr" + number);
                    }
                }
            }
        }
        script.prepare();
        for (String address : new String[] {"0x0000800000000000", "0xFFFF800000000000", "0x8000000000000000"}) {
            script.test(Mode.RING_0, "mov rax, " + address, "mov dr0, rax", "mov rdx, dr0");
        }
        script.prepare("mov eax, 0x2400", "mov dr7, rax");
        // Not from ring 3: there the fault is another one, whose handler then looks at DR6.
        for (String access : new String[] {"mov rax, dr0", "mov dr7, rax", "mov rax, dr6", "mov dr3, rcx"}) {
            script.test(Mode.RING_0, access);
        }
    }
}
