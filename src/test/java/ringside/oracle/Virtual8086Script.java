package ringside.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * Tests of virtual-8086 mode for {@code protection.s}: 16-bit code that ring 0 enters by IRETD or by a task switch.
 *
 * <p>Left out are accesses beyond the limit of a segment, since QEMU has none in this mode, and INT1, which it does not have.
 */
final class Virtual8086Script {
    private static final int VM = 0x2_0000;
    private static final int OTHER_TASK = 0x8800;
    private static final int TASK = 0x8B00;
    private static final String[] INSTRUCTIONS = {
        "cli",
        "sti",
        "pushf",
        "pushfd",
        "push 0x7FD7; popf; pushf; pop ax",
        "mov eax, 0x3FFED7; push eax; popfd; pushf; pop ax",
        "int 0x41",
        "int 0x80",
        "int3",
        "mov al, 0x7F; inc al; into",
        "hlt",
        "in al, 0x80; xor eax, eax",
        "in al, 0x29; xor eax, eax",
        "out 0x80, al",
        "mov dx, 0x400; in al, dx",
        "mov dx, 0x80; in ax, dx; xor eax, eax",
        "mov ax, 0x1234; mov ds, ax; mov es, ax",
        "mov ax, 0xB00; mov ss, ax; push ax; pop dx",
        "push 0x4321; pop gs; mov ax, gs; mov dx, fs",
        "les ax, [0x100]",
        "lgdt [0x100]",
        "lidt [0x100]",
        "ltr ax",
        "lldt ax",
        "str ax",
        "sldt ax",
        "lar ax, cx",
        "lsl ax, cx",
        "verr ax",
        "verw ax",
        "arpl ax, cx",
        "mov eax, cr0",
        "mov cr0, eax",
        "mov eax, dr7",
        "smsw ax",
        "lmsw ax",
        "clts",
        "invd",
        "wbinvd",
        "rdmsr",
        "wrmsr",
        "sysenter",
        "sysexit",
        "ljmp 0xA01, 0x20",
        "lcall 0xA01, 0x20",
        "push 0xA01; push 0x20; .byte 0xCB",
        "push 0x3202; push 0xA01; push 0x20; iret",
        "push 0x7FD7; push 0xA01; push 0x20; iret",
        "push 0x23202; push 0xA01; push 0x20; iret",
        "mov eax, 0x3F7ED7; push eax; mov eax, 0xA01; push eax; mov eax, 0x20; push eax; iretd",
        "mov al, [0xFFFF]",
        "mov sp, 0; push ax",
        "ud2",
        "xor cx, cx; div cx",
        "mov word ptr cs:[0x38], 0x1234; mov ax, cs:[0x38]",
        "mov cx, 0; bound ax, [0x100]",
        "push 0x7202; push 0xA01; push 0x20; pushf; pop ax; or ax, 0x4000; push ax; popf; iret",
        "mov eax, 0x12345678; push eax; pop dx; pop ax",
    };

    private final StringBuilder code = new StringBuilder("    .text\n");
    private final StringBuilder table = new StringBuilder("    .data\n    .align 4\ntests:\n");
    private final List<String> names = new ArrayList<>();

    Virtual8086Script() {
        for (int ioPrivilege = 0; ioPrivilege < 4; ioPrivilege++) {
            for (String instruction : INSTRUCTIONS) {
                virtual(VM | 2 | ioPrivilege << 12, 0xEE, 8, instruction);
            }
        }
        for (int access = 0; access < 256; access++) {
            boolean isTaskGate = (access & 0x1F) == 5;
            // What lies at the lower half of the handler's address is no handler.
            boolean leadsAstray = (access & 0xFE) == 0xE6;
            if (!isTaskGate && !leadsAstray) {
                virtual(VM | 0x3002, access, 8, "int 0x41");
            }
        }
        for (int selector = 0; selector < 0x60; selector++) {
            virtual(VM | 0x3002, 0xEE, selector, "int 0x41");
            virtual(VM | 0x3002, 0xEF, selector, "int 0x41");
        }
        for (int bit = 0; bit < 22; bit++) {
            boolean isTrap = bit == 8;
            if (!isTrap) {
                virtual(VM | 0x3002 | 1 << bit, 0xEE, 8, "int 0x41");
                virtual((VM | 0x3002) ^ 1 << 12 | 1 << bit, 0xEE, 8, "pushfd; pop eax");
                task(VM | 0x3002 | 1 << bit, "int 0x80");
            }
        }
        for (String instruction : INSTRUCTIONS) {
            boolean usesGate = instruction.contains("0x41");
            if (!usesGate) {
                task(VM | 0x3002, instruction);
                task(VM | 2, instruction);
            }
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

    private String begin(String instructions) {
        String label = "test_" + names.size();
        code.append("    .code16\nvirtual_").append(label).append(":\n    ").append(instructions);
        code.append("\n    int 0x80\n    .code32\n").append(label).append(":\n");
        return label;
    }

    private void end(String label, int low, int high, String name) {
        table.append("    .long ")
                .append(label)
                .append(", 0, ")
                .append(low)
                .append(", ")
                .append(high)
                .append('\n');
        names.add(name);
    }

    /** By IRETD; {@code access} and {@code selector} are those of the gate of vector 0x41. */
    private void virtual(int flags, int access, int selector, String instructions) {
        String label = begin(instructions);
        code.append("    mov esi, offset virtual_")
                .append(label)
                .append("\n    mov edx, ")
                .append(flags);
        code.append("\n    mov word ptr [GATE + 2], ").append(selector);
        code.append("\n    mov word ptr [GATE + 4], ").append(access << 8);
        code.append("\n    jmp enters_virtual_8086\n");
        end(
                label,
                0xFFFF,
                0x00CF_9300,
                instructions + " with flags " + Integer.toHexString(flags) + ", gate " + Integer.toHexString(access)
                        + " to " + Integer.toHexString(selector));
    }

    /** By JMP to a task. */
    private void task(int flags, String instructions) {
        String label = begin(instructions);
        int[][] fields = {
            {4, -1},
            {8, 0x10},
            {0x20, 0},
            {0x24, flags},
            {0x28, 0x11},
            {0x2C, 0x22},
            {0x30, 0x33},
            {0x34, 0x44},
            {0x38, 0x7F0},
            {0x3C, 0x55},
            {0x40, 0x66},
            {0x44, 0x77},
            {0x48, 0x800},
            {0x4C, 0xA00},
            {0x50, 0xB00},
            {0x54, 0x900},
            {0x58, 0x2345},
            {0x5C, 0x1234},
            {0x60, 0},
            {0x64, 0x680000}
        };
        code.append("    mov esi, offset virtual_").append(label);
        code.append("\n    mov edi, 0xA000\n    mov ecx, 48\n    cld\n    rep movsb\n");
        code.append("    mov dword ptr [0xA030], 0x80CD80CD\n");
        for (int[] field : fields) {
            String value = field[1] < 0 ? "offset stack_of_ring_0" : Integer.toString(field[1]);
            code.append("    mov dword ptr [")
                    .append(OTHER_TASK + field[0])
                    .append("], ")
                    .append(value)
                    .append('\n');
        }
        code.append("    ljmp 0x60, 0\n");
        end(
                label,
                OTHER_TASK << 16 | 0x67,
                TASK & ~0x200,
                instructions + " in a task with flags " + Integer.toHexString(flags));
    }
}
