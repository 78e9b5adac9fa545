package ringside.oracle;

import java.util.List;
import ringside.oracle.LongModeScript.Mode;

/** Page faults with 4-level paging: every combination of rights at the last level, and every bit at the others. */
final class LongModePaging {
    private static final long PRESENT = 1;
    private static final long WRITABLE = 2;
    private static final long USER = 4;
    private static final long PAGE_SIZE = 0x80;
    private static final long NO_EXECUTE = 1L << 63;
    private static final long FRAME = 0x80_0000;
    /** An LDT at the page. */
    private static final long LDT = 0x0000_8280_0000_00FFL;

    private static final long PAGE_HIGH = 0x80;
    private static final String LOAD = "mov rdi, PAGE_HIGH << 32 | PAGE_LOW";
    private static final String[][] ACCESSES = {
        {LOAD, "mov rdx, [rdi + 0x100]"},
        {LOAD, "mov [rdi + 0x100], rdx"},
        {LOAD, "lock inc dword ptr [rdi + 0x100]"},
        {LOAD, "jmp rdi"},
    };
    private static final long CR0_WP = 1 << 16;
    private static final long CR4_SMEP = 1 << 20;
    private static final long CR4_SMAP = 1 << 21;

    /** Where the entry of a level lies, and the entry that is right. */
    private enum Level {
        PAGE("test_table", "FRAME + 7", 0),
        DIRECTORY("test_directory + 32", "offset test_table + 7", FRAME | PAGE_SIZE),
        POINTERS("test_pointers", "offset test_directory + 7", PAGE_SIZE),
        ROOT("root + 8", "offset test_pointers + 7", 0);

        private final String place;
        private final String right;
        private final long page;

        Level(String place, String right, long page) {
            this.place = place;
            this.right = right;
            this.page = page;
        }
    }

    private final LongModeScript script;

    LongModePaging(LongModeScript script) {
        this.script = script;
    }

    void write() {
        rights();
        for (Level level : Level.values()) {
            bits(level);
        }
        systemAccesses();
        addresses();
        script.prepare();
    }

    private static String[] entry(Level level, long entry) {
        return new String[] {"mov rax, 0x" + Long.toHexString(entry), "mov [" + level.place + "], rax"};
    }

    private void prepare(long cr0, long cr4, String... entry) {
        script.prepare(
                entry[0],
                entry[1],
                "mov eax, BASE_CR0 & ~" + CR0_WP + " | " + cr0,
                "mov cr0, rax",
                "mov eax, BASE_CR4 | " + cr4,
                "mov cr4, rax");
    }

    private void rights() {
        for (Level level : List.of(Level.PAGE, Level.DIRECTORY, Level.POINTERS)) {
            for (int bits = 0; bits < 16; bits++) {
                long page = level == Level.PAGE ? FRAME : level.page;
                long entry = page | bits & 7 | (bits >= 8 ? NO_EXECUTE : 0);
                for (int control = 0; control < 8; control++) {
                    long cr4 = ((control & 1) != 0 ? CR4_SMEP : 0) | ((control & 2) != 0 ? CR4_SMAP : 0);
                    prepare((control & 4) != 0 ? CR0_WP : 0, cr4, entry(level, entry));
                    accesses(Mode.RING_0);
                    if ((control & 3) == 2) {
                        withAlignmentCheck();
                    }
                    if (control == 0 || control == 7) {
                        accesses(Mode.RING_3);
                    }
                }
            }
        }
    }

    private void accesses(Mode mode) {
        for (String[] access : ACCESSES) {
            script.test(mode, access);
        }
    }

    private void withAlignmentCheck() {
        for (String[] access : ACCESSES) {
            script.test(Mode.RING_0, "stac", access[0], access[1]);
        }
    }

    private void bits(Level level) {
        for (int bit = 0; bit < 64; bit++) {
            boolean isAddress = bit >= 12 && bit < 40;
            boolean isPageSize = bit == 7 && level != Level.PAGE;
            if (!isAddress && !isPageSize) {
                bit(level, level.right, bit);
            }
            boolean leads = bit >= 30 && bit < 40 || bit >= 21 && bit < 40 && level == Level.DIRECTORY;
            if (level.page != 0 && !leads && bit != 7) {
                bit(level, Long.toString(level.page | PRESENT | WRITABLE | USER), bit);
            }
        }
        if (level == Level.ROOT) {
            bit(level, level.right, 7);
        }
    }

    /** The right entry with one bit turned. */
    private void bit(Level level, String right, int bit) {
        String[] turned = {
            "mov eax, " + right,
            "mov rcx, 0x" + Long.toHexString(1L << bit),
            "xor rax, rcx",
            "mov [" + level.place + "], rax"
        };
        script.prepare(turned);
        accesses(Mode.RING_0);
        accesses(Mode.RING_3);
        boolean isNoExecute = bit == 63;
        if (isNoExecute) {
            script.prepare(
                    turned[0],
                    turned[1],
                    turned[2],
                    turned[3],
                    "mov ecx, 0xC0000080",
                    "mov eax, BASE_EFER & ~0x800",
                    "xor edx, edx",
                    "wrmsr");
            accesses(Mode.RING_0);
            accesses(Mode.RING_3);
        }
    }

    /** Accesses that the processor makes by itself are those of a supervisor, whatever AC says. */
    private void systemAccesses() {
        for (long bits : new long[] {7, 6, 5, 3, 1}) {
            for (long cr4 : new long[] {0, CR4_SMAP}) {
                String[] entry = entry(Level.PAGE, FRAME | bits);
                String[] controls = {entry[0], entry[1], "mov eax, BASE_CR4 | " + cr4, "mov cr4, rax"};
                script.prepare(
                        controls[0],
                        controls[1],
                        controls[2],
                        controls[3],
                        "mov byte ptr [GATE + 4], 4",
                        "mov dword ptr [TSS + 60], PAGE_LOW + 0x800",
                        "mov dword ptr [TSS + 64], PAGE_HIGH");
                script.test(Mode.RING_3, "int 0x41");
                script.test(Mode.RING_0, "int 0x41");
                script.test(Mode.RING_0, "pushfq", "or dword ptr [rsp], 0x40000", "popfq", "int 0x41");
                script.prepare(
                        controls[0],
                        controls[1],
                        controls[2],
                        controls[3],
                        "mov byte ptr [FRAME + 0x65], 0xF2",
                        "mov ax, 0x60",
                        "lldt ax");
                script.test(Mode.RING_0, LDT, PAGE_HIGH, "mov eax, 0x67", "mov ds, ax");
                script.test(Mode.RING_3, LDT, PAGE_HIGH, "mov eax, 0x67", "mov ds, ax");
                script.test(
                        Mode.RING_0,
                        LDT,
                        PAGE_HIGH,
                        "pushfq",
                        "or dword ptr [rsp], 0x40000",
                        "popfq",
                        "mov eax, 0x67",
                        "mov ds, ax");
            }
        }
    }

    private void addresses() {
        script.prepare();
        for (String use : new String[] {
            "mov rax, [rdi]", "mov [rdi], rax", "push qword ptr [rdi]", "pop qword ptr [rdi]", "movups xmm0, [rdi]"
        }) {
            // The next page is not present.
            script.test(List.of(Mode.RING_0, Mode.RING_3), "mov rdi, 0x0000008000800FFC", use);
        }
        String[] addresses = {
            "0x0000800000000000",
            "0x00007FFFFFFFFFF9",
            "0xFFFF7FFFFFFFFFFF",
            "0xFFFF7FFFFFFFFFF8",
            "0x8000000000000000",
            "0xFFFF800000000000"
        };
        String[] uses = {
            "mov rax, [rdi]",
            "mov [rdi], rax",
            "inc qword ptr [rdi]",
            "jmp rdi",
            "call rdi",
            "jmp [rdi]",
            "call [rdi]",
            "push qword ptr [rdi]",
            "lgdt [rdi]",
            "movsq",
            "fxsave [rdi]",
            "invlpg [rdi]",
            "lea rax, [rdi]",
            "prefetcht0 [rdi]",
            "clflush [rdi]",
            "mov rbp, rdi; mov rax, [rbp]",
            "mov rbp, rdi; mov [rbp + 0], rax",
            "mov rsp, rdi; push rax",
            "mov rsp, rdi; pop rax",
            "mov rsp, rdi; mov rax, [rsp]",
            "mov rsp, rdi; call ends",
            "mov rsp, rdi; ret",
            "mov rsp, rdi; iretq",
            "mov rsp, rdi; retfq",
            "mov rsp, rdi; pushfq",
            "mov rsp, rdi; popfq",
            "mov rsp, rdi; enter 8, 0",
            "mov rbp, rdi; leave",
            "mov rsp, rdi; int 0x41",
            "push rdi; ret",
            "mov rax, fs:[rdi]",
            "mov rax, gs:[rdi]",
            "cmpxchg16b [rdi]",
            "movaps xmm0, [rdi]"
        };
        for (String address : addresses) {
            for (String use : uses) {
                for (Mode mode : List.of(Mode.RING_0, Mode.RING_3)) {
                    boolean isDeliveryToRing3 = use.contains("int 0x41") && mode == Mode.RING_3;
                    if (!isDeliveryToRing3) {
                        script.test(mode, "mov rdi, " + address, use);
                    }
                }
            }
        }
    }
}
