package ringside.oracle;

import java.util.Arrays;
import java.util.List;
import ringside.oracle.LongModeScript.Mode;

/** Writes of CR0, CR3, CR4, CR8, EFER and other MSRs, and the ways out of long mode and back, in right and wrong order. */
final class LongModeRegisters {
    private static final String WITHOUT_PAGING = "BASE_CR0 & 0x7FFFFFFF";
    private static final String[] LEAVE = {"mov eax, " + WITHOUT_PAGING, "mov cr0, eax", "lidt [legacy_idt_pointer]"};
    private static final String[] ADDRESSES = {
        "0x00007FFFFFFFFFFF", "0x0000800000000000", "0xFFFF800000000000", "0xFFFF7FFFFFFFFFFF", "0x0000000112345678"
    };
    private static final int[] ADDRESS_REGISTERS = {
        0x175, 0x176, 0xC000_0082, 0xC000_0083, 0xC000_0084, 0xC000_0100, 0xC000_0101, 0xC000_0102, 0xC000_0103, 0x174
    };

    /** The bits of CR4 that QEMU's processor and ours have. QEMU goes wrong with the others instead of raising #GP. */
    private static final List<Integer> FEATURES = List.of(2, 3, 4, 7, 8, 9, 10, 11, 16, 20, 21);

    private final LongModeScript script;

    LongModeRegisters(LongModeScript script) {
        this.script = script;
    }

    void write() {
        controlRegisters();
        modelSpecificRegisters();
        leaving();
        privileged();
    }

    private void controlRegisters() {
        for (int bit = 0; bit < 64; bit++) {
            String turned = "mov rcx, 0x" + Long.toHexString(1L << bit);
            // QEMU cannot go on without PE or PG.
            boolean isLethal = bit == 0 || bit == 31;
            if (!isLethal) {
                script.test(Mode.RING_0, "mov rax, cr0", turned, "xor rax, rcx", "mov cr0, rax", "mov edx, 1");
            }
            if (FEATURES.contains(bit)) {
                script.test(Mode.RING_0, "mov rax, cr4", turned, "xor rax, rcx", "mov cr4, rax", "mov edx, 1");
            }
            script.test(Mode.RING_0, turned, "mov rax, cr8", "mov cr8, rcx", "mov rdx, cr8", "mov cr8, rax");
            script.test(Mode.RING_0, turned, "mov cr2, rcx", "mov rdx, cr2");
        }
        script.test(Mode.RING_0, "mov eax, BASE_CR0 | 0x60000000", "mov cr0, rax", "mov edx, 1");
        script.test(Mode.RING_0, "mov eax, BASE_CR0 | 0x20000000", "mov cr0, rax", "mov edx, 1");
        script.test(Mode.RING_0, "xor eax, eax", "lmsw ax", "mov rdx, cr0");
        script.test(Mode.RING_0, "mov eax, 0xE", "lmsw ax", "mov rdx, cr0");
        for (String number : new String[] {"0xC8", "0xE8", "0xF0", "0xF8"}) {
            script.test(Mode.RING_0, ".byte 0x0F, 0x20, " + number);
            script.test(Mode.RING_0, ".byte 0x0F, 0x22, " + number);
        }
    }

    private void modelSpecificRegisters() {
        for (int bit = 0; bit < 64; bit++) {
            script.test(
                    Mode.RING_0,
                    "mov ecx, 0xC0000080",
                    "mov eax, BASE_EFER ^ " + (bit < 32 ? 1L << bit : 0),
                    "mov edx, " + (bit < 32 ? 0 : 1L << bit - 32),
                    "wrmsr",
                    "mov edx, 1");
            script.test(
                    Mode.RING_0,
                    "mov ecx, 0x277",
                    "mov eax, 0x00070406 ^ " + (bit < 32 ? 1L << bit : 0),
                    "mov edx, 0x00070406 ^ " + (bit < 32 ? 0 : 1L << bit - 32),
                    "wrmsr",
                    "mov eax, 0x00070406",
                    "mov edx, eax",
                    "wrmsr",
                    "mov edx, 1");
        }
        for (int register : ADDRESS_REGISTERS) {
            for (String address : ADDRESSES) {
                script.test(
                        Mode.RING_0,
                        "mov ecx, " + register,
                        "mov rax, " + address,
                        "mov rdx, rax",
                        "shr rdx, 32",
                        "cmp eax, eax",
                        "wrmsr",
                        "rdmsr");
            }
            script.test(Mode.RING_3, "mov ecx, " + register, "rdmsr");
            script.test(Mode.RING_3, "mov ecx, " + register, "wrmsr");
        }
        for (String missing : new String[] {"0x17F", "0xC0000085", "0xC00000FF", "0x40000000", "0x12345678"}) {
            script.test(Mode.RING_0, "mov ecx, " + missing, "rdmsr");
            script.test(Mode.RING_0, "mov ecx, " + missing, "wrmsr");
        }
    }

    private static String[] join(String[] first, String... second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static String[] efer(String value) {
        return new String[] {"mov ecx, 0xC0000080", "mov eax, " + value, "xor edx, edx", "wrmsr"};
    }

    private void leaving() {
        Mode mode = Mode.COMPATIBILITY_0;
        script.test(mode, LEAVE);
        script.test(mode, join(LEAVE, "mov edx, cr0"));
        script.test(mode, join(join(LEAVE, efer("0")), "rdmsr"));
        script.test(mode, join(LEAVE, "mov eax, 0", "mov cr4, eax", "mov edx, 1"));
        script.test(mode, join(LEAVE, "mov ecx, 0xC0000080", "rdmsr", "mov edx, eax"));
        // Back into long mode without PAE; with 64-bit code named by CS; with a TSS of 16 bits.
        String[] back = {"mov eax, BASE_CR0", "mov cr0, eax", "mov edx, 1", "mov eax, " + WITHOUT_PAGING, "mov cr0, eax"
        };
        script.test(mode, join(LEAVE, "mov eax, 0", "mov cr4, eax", "mov eax, BASE_CR0", "mov cr0, eax", "mov edx, 1"));
        script.test(mode, join(LEAVE, back));
        script.test(mode, join(join(LEAVE, "mov byte ptr [TASK_TYPE], 0x81", "mov eax, 0x38", "ltr ax"), back));
        script.test(
                mode,
                join(
                        LEAVE,
                        "ljmp 0x08, offset code_that_may_be_64_bit",
                        ".code16",
                        "code_that_may_be_64_bit:",
                        "mov eax, BASE_CR0",
                        "mov cr0, eax",
                        "mov edx, 1",
                        "mov eax, " + WITHOUT_PAGING,
                        "mov cr0, eax",
                        ".byte 0x66, 0xEA",
                        ".long code_of_32_bits",
                        ".word 0x18",
                        ".code32",
                        "code_of_32_bits:"));
        // PAE paging, whose four pointers must not have reserved bits, and paging with 32-bit entries.
        String[] legacy = join(LEAVE, efer("0"));
        for (String pointer : new String[] {"1", "5", "0x21", "0x41", "0x81", "0x101", "0x1E7", "0xE01"}) {
            script.test(
                    mode,
                    join(
                            legacy,
                            "mov eax, offset kernel_directory",
                            "or eax, " + pointer,
                            "mov [test_table + 2048], eax",
                            "mov dword ptr [test_table + 2052], 0",
                            "mov dword ptr [test_table + 2056], 0",
                            "mov dword ptr [test_table + 2060], 0",
                            "mov eax, offset test_table + 2048",
                            "mov cr3, eax",
                            "mov eax, BASE_CR0",
                            "mov cr0, eax",
                            "mov edx, 1",
                            "mov eax, " + WITHOUT_PAGING,
                            "mov cr0, eax"));
        }
    }

    private void privileged() {
        List<Mode> users = List.of(Mode.RING_3, Mode.COMPATIBILITY_3);
        for (String instruction : new String[] {
            "hlt",
            "clts",
            "invd",
            "wbinvd",
            "invlpg [0]",
            "lgdt [0]",
            "lidt [0]",
            "lldt ax",
            "ltr ax",
            "lmsw ax",
            "cli",
            "sti",
            "in al, 0x80",
            "out 0x80, al",
            "in al, dx",
            "smsw ax",
            "str ax",
            "sldt ax",
            "sgdt [scratch + USER]",
            "sidt [scratch + USER]",
            "rdtsc",
            "stac",
            "clac",
            "mov dr0, RAX",
            "mov RAX, dr7",
            "mov cr0, RAX",
            "mov RAX, cr4"
        }) {
            for (Mode mode : users) {
                boolean tells = instruction.startsWith("rdtsc") || instruction.startsWith("smsw");
                String text = instruction.replace("RAX", mode == Mode.RING_3 ? "rax" : "eax");
                for (String cr4 : new String[] {"0", "0x804"}) {
                    script.prepare("mov eax, BASE_CR4 | " + cr4, "mov cr4, rax");
                    if (tells) {
                        script.test(mode, text, "xor eax, eax", "xor edx, edx");
                    } else {
                        script.test(mode, text);
                    }
                }
            }
        }
        script.prepare();
    }
}
