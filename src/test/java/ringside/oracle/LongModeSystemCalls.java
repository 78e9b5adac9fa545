package ringside.oracle;

import java.util.List;
import ringside.oracle.LongModeScript.Mode;

/** SYSCALL, SYSRET, SYSENTER and SYSEXIT, SWAPGS and the bases of FS and GS. */
final class LongModeSystemCalls {
    private static final List<Mode> ALL = List.of(Mode.values());
    private static final String[] ADDRESSES = {
        "offset ends",
        "offset ends + USER",
        "0x0000800000000000",
        "0xFFFF7FFFFFFFFFFF",
        "0x8000000000000000",
        "0x0000000100000000",
        "0x00007FFFFFFFFFFF",
        "0xFFFF800000000000"
    };
    private static final String[] ENDS = {"mov ecx, offset ends + USER", "xor r11d, r11d"};

    private final LongModeScript script;

    LongModeSystemCalls(LongModeScript script) {
        this.script = script;
    }

    void write() {
        calls();
        returns();
        enters();
        exits();
        bases();
        script.prepare();
    }

    private static String[] register(int index, String low, String high) {
        return new String[] {"mov ecx, " + index, "mov eax, " + low, "mov edx, " + high, "wrmsr"};
    }

    private void calls() {
        script.prepare();
        script.test(ALL, "syscall");
        script.prepare(register(0xC000_0080, "BASE_EFER & ~1", "0"));
        script.test(ALL, "syscall");
        script.test(ALL, "sysret");
        for (int selector : new int[] {0x08, 0x0B, 0x00, 0x18, 0x73, 0x108, 0xFFFC}) {
            script.prepare(register(0xC000_0081, "0", Integer.toString(selector)));
            script.test(Mode.RING_3, "syscall");
            script.test(Mode.RING_0, "syscall");
        }
        for (int bit = 0; bit < 32; bit++) {
            script.prepare(register(0xC000_0084, "0x" + Integer.toHexString(1 << bit), "0"));
            script.test(Mode.RING_3, "push 0x240CD7", "popfq", "syscall");
        }
    }

    private void returns() {
        script.prepare();
        for (String size : new String[] {"sysret", "sysretq"}) {
            for (String address : ADDRESSES) {
                script.test(Mode.RING_0, "mov rcx, " + address, "xor r11d, r11d", size);
            }
            script.test(Mode.RING_3, ENDS[0], ENDS[1], size);
            for (int bit = 0; bit < 64; bit++) {
                boolean isTrap = bit == 8;
                if (!isTrap) {
                    script.test(Mode.RING_0, ENDS[0], "mov r11, 0x" + Long.toHexString(1L << bit), size);
                }
            }
            for (int selector : new int[] {0x00, 0x03, 0x18, 0x108, 0xFFF0, 0xFFFF}) {
                script.prepare(register(0xC000_0081, "0", selector + " << 16 | 8"));
                script.test(Mode.RING_0, ENDS[0], ENDS[1], size);
            }
            script.prepare();
        }
        for (Mode mode : List.of(Mode.COMPATIBILITY_0, Mode.COMPATIBILITY_3)) {
            script.test(mode, "mov ecx, offset ends + USER", "sysret");
        }
    }

    private void enters() {
        script.test(ALL, "sysenter");
        for (int selector : new int[] {0, 1, 2, 3, 4, 0x0B, 0x08, 0x70, 0xFFFC, 0x1_0000}) {
            script.prepare(register(0x174, Integer.toString(selector), "0"));
            script.test(ALL, "sysenter");
            script.test(
                    Mode.RING_0, "mov edx, offset ends + USER", "mov ecx, offset stack_of_ring_3 + USER", "sysexit");
            script.test(
                    Mode.RING_0, "mov edx, offset ends + USER", "mov ecx, offset stack_of_ring_3 + USER", "sysexitq");
        }
        for (int bit = 0; bit < 22; bit++) {
            boolean isKept = bit == 8;
            script.prepare();
            if (!isKept) {
                script.test(Mode.RING_3, "push " + (1 << bit), "popfq", "sysenter");
            }
        }
    }

    private void exits() {
        script.prepare();
        for (String size : new String[] {"sysexit", "sysexitq"}) {
            for (String address : ADDRESSES) {
                script.test(Mode.RING_0, "mov rdx, " + address, "mov ecx, offset stack_of_ring_3 + USER", size);
                script.test(Mode.RING_0, "mov rcx, " + address, "mov edx, offset ends + USER", size);
            }
            script.test(Mode.RING_3, "mov edx, offset ends + USER", size);
        }
        for (Mode mode : List.of(Mode.COMPATIBILITY_0, Mode.COMPATIBILITY_3)) {
            script.test(mode, "mov edx, offset ends + USER", "mov ecx, offset stack_of_ring_3 + USER", "sysexit");
        }
    }

    private void bases() {
        for (String controls : new String[] {"0", "0x10000"}) {
            script.prepare("mov eax, BASE_CR4 | " + controls, "mov cr4, rax");
            for (String instruction : new String[] {
                "rdfsbase rdx", "rdgsbase rdx", "rdfsbase edx", "wrfsbase rax", "wrgsbase rax", "wrfsbase eax", "swapgs"
            }) {
                script.test(List.of(Mode.RING_0, Mode.RING_3), "mov rax, 0x00007FFF12345678", instruction);
                script.test(List.of(Mode.RING_0, Mode.RING_3), "mov rax, 0x0000800012345678", instruction);
                script.test(Mode.RING_0, "mov rax, 0xFFFF800012345678", instruction);
            }
            for (Mode mode : List.of(Mode.COMPATIBILITY_0, Mode.COMPATIBILITY_3)) {
                script.test(mode, ".byte 0xF3, 0x0F, 0xAE, 0xC0");
                script.test(mode, ".byte 0xF3, 0x0F, 0xAE, 0xD8");
                script.test(mode, ".byte 0x0F, 0x01, 0xF8");
            }
        }
        script.prepare();
        for (int selector : new int[] {0, 3, 0x10, 0x28, 0x2B, 0x07, 0x1F, 0x18, 0x108}) {
            for (Mode mode : ALL) {
                script.test(mode, "mov eax, " + selector, "mov fs, ax", "mov gs, ax");
                script.test(mode, "mov eax, " + selector, "mov ds, ax", "mov es, ax");
            }
        }
        script.test(Mode.RING_0, "swapgs", "swapgs", "swapgs");
    }
}
