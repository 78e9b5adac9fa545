package ringside.oracle;

import static ringside.oracle.LongModeScript.FLAT;

import java.util.List;
import ringside.oracle.LongModeScript.Mode;

/** Segment loads, LAR and its like, LLDT and LTR: every access byte, and every selector. */
final class LongModeDescriptors {
    private static final List<Mode> RINGS = List.of(Mode.RING_0, Mode.RING_3);
    /** The TSS as ring 3 sees it, since something must tell the two apart. */
    private static final long TASK = 0x4000_7000L;

    private static final long TASK_LIMIT = 0x67;
    /** QEMU takes more for a TSS, and cannot go on with it. */
    private static final String[] BACK = {
        "ltr ax", "mov edx, 1", "mov byte ptr [TASK_TYPE], 0x89", "mov ax, 0x38", "ltr ax"
    };

    private final LongModeScript script;

    LongModeDescriptors(LongModeScript script) {
        this.script = script;
    }

    void write() {
        for (int access = 0; access < 256; access++) {
            segments(access);
            systemSegments(access);
        }
        for (int selector = 0; selector < 0x110; selector++) {
            selectors(selector);
        }
        wideDescriptors();
    }

    private void segments(int access) {
        long descriptor = FLAT | (long) access << 40;
        for (Mode mode : Mode.values()) {
            script.test(mode, descriptor, 0, "mov ss, ax");
            script.test(mode, descriptor, 0, "mov gs, ax");
        }
        for (Mode mode : RINGS) {
            script.test(mode, descriptor, 0, "lar edx, ecx");
            script.test(mode, descriptor, 0, "lsl edx, ecx");
            script.test(mode, descriptor, 0, "verr cx");
            script.test(mode, descriptor, 0, "verw cx");
        }
    }

    private static long system(int access, long base, long limit) {
        return limit & 0xFFFF | (base & 0xFF_FFFF) << 16 | (long) access << 40 | (base >>> 24 & 0xFF) << 56;
    }

    private void systemSegments(int access) {
        for (Mode mode : List.of(Mode.RING_0, Mode.COMPATIBILITY_0)) {
            script.test(mode, system(access, 0x7800, 0x1F), 0, "lldt ax");
            script.test(mode, system(access, TASK, TASK_LIMIT), 0, "ltr ax");
        }
    }

    private void selectors(int selector) {
        String load = "mov eax, " + selector;
        script.test(List.of(Mode.values()), load, "mov ss, ax");
        script.test(List.of(Mode.values()), load, "mov fs, ax");
        script.test(RINGS, "mov ecx, " + selector, "lar edx, ecx");
        script.test(Mode.RING_0, load, "lldt ax");
        boolean isTask = (selector & ~7) == 0x38;
        if (!isTask) {
            script.test(Mode.RING_0, load, BACK[0], BACK[1], BACK[2], BACK[3], BACK[4]);
        }
    }

    private void wideDescriptors() {
        long table = system(0x82, 0x7800, 0x1F);
        long task = system(0x89, TASK, TASK_LIMIT);
        for (int bit = 0; bit < 64; bit++) {
            script.test(Mode.RING_0, table, 1L << bit, "lldt ax", "mov edx, 1", "xor eax, eax", "lldt ax");
            script.test(Mode.RING_0, task, 1L << bit, BACK);
            script.test(Mode.RING_3, table, 1L << bit, "lar edx, ecx");
            script.test(Mode.RING_0, table, 1L << bit, "lsl edx, ecx");
        }
        for (long high : new long[] {0xFFFF_8000L, 0xFFFF_FFFFL, 0x7FFFL, 0xFFFF_7FFFL, 0x8000L}) {
            script.test(Mode.RING_0, table, high, "lldt ax", "mov edx, 1", "xor eax, eax", "lldt ax");
            script.test(Mode.COMPATIBILITY_0, task, high, BACK);
        }
        for (Mode mode : List.of(Mode.RING_3, Mode.COMPATIBILITY_3)) {
            script.test(mode, table, 0, "lldt ax");
            script.test(mode, task, 0, "ltr ax");
        }
        // The second half lies beyond the limit of the table.
        for (int access : new int[] {0x82, 0x89, 0x8C}) {
            script.prepare("mov rax, [DESCRIPTOR]", "mov [gdt + 0xF8], rax");
            script.test(Mode.RING_0, system(access, 0x7800, 0x1F), 0, "mov eax, 0xF8", "lldt ax");
            script.test(Mode.RING_0, system(access, TASK, TASK_LIMIT), 0, "mov eax, 0xF8", "ltr ax");
            script.test(Mode.RING_0, system(access, TASK, TASK_LIMIT), 0, "mov ecx, 0xF8", "lar edx, ecx");
            script.test(Mode.RING_0, system(access, TASK, TASK_LIMIT), 0, "mov ecx, 0xF8", "lsl edx, ecx");
            script.test(Mode.COMPATIBILITY_0, system(access, 0x9000, 8), 0, "lcall 0xF8, 0");
            script.prepare();
        }
    }
}
