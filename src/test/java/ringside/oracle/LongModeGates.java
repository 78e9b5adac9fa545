package ringside.oracle;

import java.util.List;
import ringside.oracle.LongModeScript.Mode;

/** Interrupt gates, the interrupt stack table and the stacks of the TSS. */
final class LongModeGates {
    private static final long TARGET = 0x9000;
    private static final int TRAP_GATE = 0xEF;
    private static final int INTERRUPT_GATE = 0xEE;
    private static final List<Mode> MODES = List.of(Mode.RING_0, Mode.RING_3, Mode.COMPATIBILITY_3);
    private static final int[] SELECTORS = {
        0x00, 0x03, 0x08, 0x0B, 0x0C, 0x10, 0x17, 0x18, 0x20, 0x23, 0x30, 0x58, 0x5B, 0x70, 0x78, 0x90, 0x98, 0xA0,
        0xB0, 0x48, 0x108
    };
    private static final int INTERRUPT_STACKS = 36;

    private final LongModeScript script;

    LongModeGates(LongModeScript script) {
        this.script = script;
    }

    void write() {
        script.prepare("call uses_gate");
        for (int access = 0; access < 256; access++) {
            interrupt(gate(0x08, access, 0), 0);
        }
        for (int selector : SELECTORS) {
            interrupt(gate(selector, INTERRUPT_GATE, 0), 0);
            interrupt(gate(selector, TRAP_GATE, 3), 0);
        }
        for (int stack = 0; stack < 8; stack++) {
            for (int selector : new int[] {0x08, 0x58, 0x70, 0x78}) {
                interrupt(gate(selector, INTERRUPT_GATE, stack), 0);
            }
        }
        for (int bit = 15; bit < 64; bit++) {
            interrupt(gate(0x08, INTERRUPT_GATE, 2), 1L << bit);
        }
        interrupt(gate(0x08, INTERRUPT_GATE, 0), 0xFFFF_7FFFL);
        interrupt(gate(0x08, INTERRUPT_GATE, 0) | 0x1FL << 35, 0);
        badStacks();
        handlers();
        privileges();
        script.prepare();
    }

    private static long gate(int selector, int access, int stack) {
        return TARGET | (long) selector << 16 | (long) access << 40 | (long) stack << 32;
    }

    private void interrupt(long low, long high) {
        for (Mode mode : MODES) {
            script.test(mode, low, high, "int 0x41");
        }
    }

    private void badStacks() {
        String[][] pointers = {
            {"0x10", "0x00008000"},
            {"0x00", "0x00008000"},
            {"0x20", "0x00008000"},
            {"0x28", "0x00008000"},
            {"0x30", "0x00008000"},
            {"0", "0xFFFF7FFF"},
            {"0x9", "0"}
        };
        for (String[] pointer : pointers) {
            for (int field : new int[] {4, 12, 20, INTERRUPT_STACKS + 8, INTERRUPT_STACKS + 48}) {
                boolean isUnmapped = "0x9".equals(pointer[0]);
                if (!isUnmapped || field >= INTERRUPT_STACKS) {
                    String low = isUnmapped ? "offset stack_of_ring_1 + 9" : pointer[0];
                    badStack(field, low, pointer[1]);
                }
            }
        }
        for (int limit : new int[] {0x2B, 0x2C, 0x32, 0x33, 0x5A, 0x5B, 0x3A, 0x43}) {
            script.prepare(
                    "call uses_gate",
                    "mov byte ptr [TASK_TYPE], 0x89",
                    "mov byte ptr [gdt + 0x38], " + limit,
                    "mov ax, 0x38",
                    "ltr ax");
            for (int stack = 0; stack < 8; stack++) {
                interrupt(gate(0x08, INTERRUPT_GATE, stack), 0);
            }
        }
    }

    private void badStack(int field, String low, String high) {
        script.prepare(
                "call uses_gate",
                "mov dword ptr [TSS + " + field + "], " + low,
                "mov dword ptr [TSS + " + (field + 4) + "], " + high);
        int stack = field < INTERRUPT_STACKS ? 0 : (field - INTERRUPT_STACKS) / 8 + 1;
        int selector = field == 12 ? 0x70 : field == 20 ? 0x78 : 0x08;
        interrupt(gate(selector, INTERRUPT_GATE, stack), 0);
    }

    private void handlers() {
        script.prepare("call uses_handler");
        for (int access = 0; access < 256; access++) {
            boolean isCode = (access & 0x18) == 0x18;
            long any = (long) access << 40;
            interrupt(LongModeScript.FLAT_64 | any, 0);
            if (isCode) {
                interrupt(LongModeScript.FLAT | any, 0);
                interrupt(LongModeScript.FLAT | LongModeScript.FLAT_64 | any, 0);
            }
        }
    }

    private void privileges() {
        for (int privilege = 0; privilege < 4; privilege++) {
            int access = 0x8E | privilege << 5;
            for (int vector : new int[] {0, 1, 3, 4, 6, 0x41, 0x42}) {
                script.prepare("mov byte ptr [idt + 16 * " + vector + " + 5], " + access);
                script.test(List.of(Mode.values()), "int " + vector);
            }
            // Their stubs expect an error code, which INT n does not push.
            for (int vector : new int[] {8, 13, 14}) {
                if (privilege < 3) {
                    script.prepare("mov byte ptr [idt + 16 * " + vector + " + 5], " + access);
                    script.test(List.of(Mode.RING_3, Mode.COMPATIBILITY_3), "int " + vector);
                }
            }
            script.prepare("mov byte ptr [idt + 16 * 3 + 5], " + access, "mov byte ptr [idt + 16 * 1 + 5], " + access);
            script.test(List.of(Mode.values()), "int3");
            script.test(List.of(Mode.values()), ".byte 0xF1");
            script.prepare("mov byte ptr [idt + 16 * 4 + 5], " + access);
            script.test(Mode.COMPATIBILITY_3, "mov al, 0x7F", "inc al", "into");
            script.test(Mode.COMPATIBILITY_0, "mov al, 0x7F", "inc al", "into");
            script.prepare("mov byte ptr [idt + 16 * 6 + 5], " + access, "mov byte ptr [idt + 16 * 6 + 4], 5");
            script.test(List.of(Mode.values()), "ud2");
        }
        for (int limit : new int[] {0x80F, 0x810, 0x816, 0x81E, 0x81F}) {
            script.prepare(
                    "mov word ptr [scratch], " + limit,
                    "mov dword ptr [scratch + 2], offset idt",
                    "mov dword ptr [scratch + 6], 0",
                    "lidt [scratch]");
            for (int vector : new int[] {0x80, 0x81, 0x82, 0xFF}) {
                script.test(MODES, "int " + vector);
            }
        }
        exceptionsWhileDelivering();
    }

    /** A fault whose gate is bad: the next one tells of it, or there is a double fault. */
    private void exceptionsWhileDelivering() {
        for (int vector : new int[] {0, 6, 10, 11, 12, 13, 14, 17}) {
            for (String gate : new String[] {"+ 5], 0x0E", "+ 5], 0x85", "+ 2], 0x10", "+ 2], 0x18", "+ 2], 0xB0"}) {
                script.prepare("mov byte ptr [idt + 16 * " + vector + gate);
                script.test(List.of(Mode.RING_0, Mode.RING_3), cause(vector));
            }
            script.prepare("mov byte ptr [idt + 16 * " + vector + " + 4], 0", "mov dword ptr [TSS + 8], 0x8000");
            script.test(Mode.RING_3, cause(vector));
            script.prepare("mov byte ptr [idt + 16 * " + vector + " + 4], 2", "mov dword ptr [TSS + 48], 0x8000");
            script.test(Mode.RING_0, cause(vector));
            script.prepare("mov byte ptr [idt + 16 * " + vector + " + 4], 2", "mov dword ptr [TSS + 48], 0x100");
            script.test(Mode.RING_0, cause(vector));
        }
    }

    private static String[] cause(int vector) {
        return switch (vector) {
            case 0 -> new String[] {"div ah"};
            case 6 -> new String[] {"ud2"};
            case 11 -> new String[] {"mov eax, 0xAB", "mov ds, ax"};
            case 12 -> new String[] {"mov rbp, 0x0000800000000000", "mov rax, [rbp]"};
            case 14 -> new String[] {"mov eax, 0xC0000000", "mov rax, [rax]"};
            default -> new String[] {"mov eax, 0x108", "mov ds, ax"};
        };
    }
}
