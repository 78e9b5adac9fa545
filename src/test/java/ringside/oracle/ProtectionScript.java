package ringside.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * Tests of protected mode for {@code protection.s}: every access byte that a descriptor can have, used in every way, and
 * every selector of a table.
 *
 * <p>Left out is where QEMU is known to differ: it does not check the limit of a stack that expands down, compares the
 * limit of a TSS with a sign, and takes a stack that is not present at IRET for #NP, where the manual's operation says #SS.
 */
final class ProtectionScript {
    private static final int FLAT = 0x00CF_0000;
    private static final int CODE = 0x0008_0000;
    private static final int CONFORMING = 0x0048_0000;
    private static final int TARGET = 0x9000;

    private final StringBuilder code = new StringBuilder("    .text\n");
    private final StringBuilder table = new StringBuilder("    .data\n    .align 4\ntests:\n");
    private final List<String> names = new ArrayList<>();

    ProtectionScript() {
        for (int access = 0; access < 256; access++) {
            segments(access);
            transfers(access);
            gates(access);
            returns(access);
        }
        for (int selector = 0; selector < 0x120; selector++) {
            selectors(selector);
        }
        table.append("    .long 0\n");
    }

    /** The tests as assembly, to be put behind the kernel's text. */
    String data() {
        return code.toString() + table;
    }

    /** What each test does, in order. */
    List<String> names() {
        return names;
    }

    private void test(int ring, int low, int high, String... instructions) {
        String label = "test_" + names.size();
        code.append(label).append(":\n");
        for (String instruction : instructions) {
            code.append("    ").append(instruction).append('\n');
        }
        code.append("    int 0x80\n");
        table.append("    .long ").append(label).append(", ").append(ring);
        table.append(", ").append(low).append(", ").append(high).append('\n');
        names.add(String.join("; ", instructions) + " in ring " + ring + ", descriptor " + Integer.toHexString(high)
                + " " + Integer.toHexString(low));
    }

    private void flat(int ring, int access, String... instructions) {
        test(ring, 0xFFFF, FLAT | access << 8, instructions);
    }

    private void segments(int access) {
        for (int ring = 0; ring <= 3; ring += 3) {
            flat(ring, access, "mov ds, ax");
            flat(ring, access, "lar edx, ecx");
            flat(ring, access, "lsl edx, ecx");
            flat(ring, access, "verr cx");
            flat(ring, access, "verw cx");
            boolean isExpandDown = (access & 0x1C) == 0x14;
            if (!isExpandDown) {
                flat(ring, access, "mov ss, ax");
            }
        }
    }

    private static boolean isTask(int access) {
        int type = access & 0x1F;
        return type == 1 || type == 3 || type == 5 || type == 9 || type == 0xB;
    }

    private void transfers(int access) {
        if (!isTask(access)) {
            flat(0, access, "ljmp 0x60, offset ends");
            flat(3, access, "ljmp 0x60, offset ends");
            flat(0, access, "lcall 0x60, offset ends");
        }
    }

    private void gates(int access) {
        boolean isSystem = (access & 0x10) == 0;
        if (isSystem && !isTask(access)) {
            test(3, CODE | TARGET, access << 8, "lcall 0x60, 0");
            test(3, CODE | TARGET, access << 8 | 2, "lcall 0x63, 0");
            test(0, CODE | TARGET, access << 8, "ljmp 0x60, 0");
            test(3, CONFORMING | TARGET, access << 8, "ljmp 0x60, 0");
        }
        if (isSystem) {
            test(0, 0x5000_0067, access << 8, "lldt ax");
            test(0, 0x7800_0067, access << 8, "ltr ax");
        }
        if ((access & 0x1F) != 5) {
            test(3, CODE | TARGET, access << 8, "mov eax, 0x2B", "mov ds, ax", "jmp uses_gate");
            test(0, CODE | TARGET, access << 8, "jmp uses_gate");
        }
        flat(3, access, "mov eax, 0x2B", "mov ds, ax", "jmp uses_handler");
    }

    private void returns(int access) {
        flat(0, access, "jmp returns_near");
        flat(0, access, "jmp returns_out");
        flat(3, access, "jmp returns_out");
        flat(0, access, "jmp interrupt_returns_out");
        boolean isAbsentStack = (access & 0xFA) == 0x72;
        boolean isExpandDown = (access & 0x1C) == 0x14;
        if (!isAbsentStack && !isExpandDown) {
            flat(0, access, "jmp loads_outer_stack");
        }
    }

    private void selectors(int selector) {
        test(0, 0xFFFF, FLAT | 0xF300, "mov eax, " + selector, "mov ds, ax");
        test(3, 0xFFFF, FLAT | 0xF300, "mov eax, " + selector, "mov ds, ax");
        test(0, 0xFFFF, FLAT | 0x9300, "mov eax, " + selector, "mov ss, ax");
        test(3, 0xFFFF, FLAT | 0xF300, "mov eax, " + selector, "mov ss, ax");
        test(0, 0xFFFF, FLAT | 0xF300, "mov ecx, " + selector, "lar edx, ecx");
        test(0, 0xFFFF, FLAT | 0xF300, "ljmp " + selector + ", offset ends");
    }
}
