package ringside.oracle;

import static ringside.oracle.LongModeScript.FLAT;
import static ringside.oracle.LongModeScript.FLAT_64;

import java.util.List;
import ringside.oracle.LongModeScript.Mode;

/** Far JMP and CALL, call gates, RET and IRET between rings, and between 64-bit code and compatibility mode. */
final class LongModeTransfers {
    private static final long TARGET = 0x9000;
    private static final long NOT_CODE_BITS = 0x0060_0000_0000_0000L;
    private static final int[] CODE_SELECTORS = {
        0x00, 0x03, 0x08, 0x0B, 0x0A, 0x0C, 0x10, 0x17, 0x18, 0x1B, 0x20, 0x23, 0x33, 0x30, 0x58, 0x59, 0x5B, 0x71,
        0x73, 0x7A, 0x90, 0x98, 0x9B, 0xA3, 0xA0, 0xB0, 0x14, 0x48, 0x108
    };
    private static final int[] STACK_SELECTORS = {
        0x00, 0x01, 0x02, 0x03, 0x10, 0x13, 0x28, 0x2B, 0x07, 0x1C, 0x81, 0x83, 0x8A, 0x88, 0xA8, 0xAB, 0x08, 0x23,
        0x4B, 0x103
    };

    private final LongModeScript script;

    LongModeTransfers(LongModeScript script) {
        this.script = script;
    }

    void write() {
        for (int access = 0; access < 256; access++) {
            transfers(access, FLAT_64);
            boolean isCode = (access & 0x18) == 0x18;
            if (isCode) {
                transfers(access, FLAT);
                transfers(access, FLAT_64 | NOT_CODE_BITS);
                transfers(access, FLAT & ~NOT_CODE_BITS);
            }
            callGates(access);
        }
        callGateTargets();
        for (int code : CODE_SELECTORS) {
            for (int stack : STACK_SELECTORS) {
                returns(code, stack);
            }
        }
        returnsWithBadAddresses();
    }

    private void transfers(int access, long flat) {
        long descriptor = flat | (long) access << 40;
        String pointer = "mov dword ptr [scratch], offset ends";
        script.prepare(pointer, "mov dword ptr [scratch + 4], 0x60");
        script.test(Mode.RING_0, descriptor, 0, "ljmp fword ptr [scratch]");
        script.test(Mode.RING_0, descriptor, 0, "lcall fword ptr [scratch]");
        script.prepare(pointer + " + USER", "mov dword ptr [scratch + 4], 0x63");
        script.test(Mode.RING_3, descriptor, 0, "ljmp fword ptr [scratch + USER]");
        script.prepare();
        script.test(Mode.COMPATIBILITY_0, descriptor, 0, "ljmp 0x60, offset ends");
        script.test(Mode.COMPATIBILITY_0, descriptor, 0, "lcall 0x60, offset ends");
        script.test(Mode.COMPATIBILITY_3, descriptor, 0, "lcall 0x63, offset ends + USER");
        script.test(Mode.RING_0, descriptor, 0, "push 0x60", "mov edi, offset ends", "push rdi", "retfq");
        script.test(Mode.COMPATIBILITY_0, descriptor, 0, "push 0x60", "mov edi, offset ends", "push edi", "retf");
        script.test(
                Mode.RING_0,
                descriptor,
                0,
                "push 0x2B",
                "mov edi, offset stack_of_ring_3 + USER",
                "push rdi",
                "push 2",
                "push 0x63",
                "mov edi, offset ends + USER",
                "push rdi",
                "iretq");
    }

    private static long gate(int selector, int access) {
        return TARGET | (long) selector << 16 | (long) access << 40;
    }

    private void callGates(int access) {
        boolean isSystem = (access & 0x10) == 0;
        if (isSystem) {
            script.prepare("mov dword ptr [scratch], 0", "mov dword ptr [scratch + 4], 0x60");
            uses(gate(0x08, access), 0);
            script.test(Mode.RING_3, gate(0x08, access), 0, "lcall fword ptr [scratch + USER]");
            script.test(Mode.RING_3, gate(0x58, access), 0, "ljmp fword ptr [scratch + USER]");
            script.prepare();
            script.test(Mode.COMPATIBILITY_3, gate(0x08, access), 0, "lcall 0x63, 0");
        }
    }

    private void uses(long gate, long high) {
        script.test(Mode.RING_0, gate, high, "lcall fword ptr [scratch]");
        script.test(Mode.RING_0, gate, high, ".byte 0x48", "lcall fword ptr [scratch]");
        script.test(Mode.RING_0, gate, high, "ljmp fword ptr [scratch]");
        script.test(Mode.COMPATIBILITY_0, gate, high, "lcall 0x60, 0");
        script.test(Mode.COMPATIBILITY_3, gate, high, "lcall 0x60, 0");
        script.test(Mode.COMPATIBILITY_3, gate, high, "ljmp 0x60, 0");
    }

    private void callGateTargets() {
        script.prepare("mov dword ptr [scratch], 0", "mov dword ptr [scratch + 4], 0x60");
        for (int selector : CODE_SELECTORS) {
            uses(gate(selector, 0xEC), 0);
            script.test(Mode.RING_3, gate(selector, 0xEC), 0, "lcall fword ptr [scratch + USER]");
            script.test(Mode.RING_3, gate(selector, 0xEC), 0, "ljmp fword ptr [scratch + USER]");
        }
        for (int bit = 0; bit < 64; bit++) {
            boolean isUnmapped = bit < 15;
            if (!isUnmapped) {
                script.test(Mode.RING_3, gate(8, 0xEC), 1L << bit, "lcall fword ptr [scratch + USER]");
                script.test(Mode.RING_0, gate(8, 0xEC), 1L << bit, "lcall fword ptr [scratch]");
            }
        }
        for (int selector : new int[] {0x08, 0x70, 0x78}) {
            int ring = selector == 0x08 ? 0 : selector == 0x70 ? 1 : 2;
            String field = "dword ptr [TSS + " + (4 + 8 * ring);
            for (String pointer : new String[] {"0x00008000, 0x10", "0xFFFF7FFF, 0", "0x00008000, 0", "0x8000, 0x20"}) {
                String[] halves = pointer.split(", ");
                script.prepare(
                        "mov dword ptr [scratch], 0",
                        "mov dword ptr [scratch + 4], 0x60",
                        "mov " + field + "], " + halves[1],
                        "mov " + field + " + 4], " + halves[0]);
                script.test(Mode.RING_3, gate(selector, 0xEC), 0, "lcall fword ptr [scratch + USER]");
                script.test(Mode.COMPATIBILITY_3, gate(selector, 0xEC), 0, "lcall 0x63, 0");
            }
        }
        script.prepare();
    }

    private static String[] frame(String size, int code, int stack, String last, boolean flags) {
        boolean isUser = (code & 3) == 3;
        String to = isUser ? " + USER" : "";
        String register = size + "di";
        return new String[] {
            "push " + stack,
            "mov edi, offset stack_of_ring_3" + to,
            "push " + register,
            flags ? "push 0x202" : last.endsWith("8") ? "push 1; push 2" : "nop",
            "push " + code,
            "mov edi, offset ends" + to,
            "push " + register,
            last
        };
    }

    private void returns(int code, int stack) {
        script.test(Mode.RING_0, frame("r", code, stack, "iretq", true));
        script.test(Mode.RING_0, frame("r", code, stack, "retfq", false));
        script.test(Mode.COMPATIBILITY_0, frame("e", code, stack, "iretd", true));
        script.test(Mode.COMPATIBILITY_0, frame("e", code, stack, "retf 8", false));
        boolean isShort = stack == STACK_SELECTORS[5];
        if (isShort) {
            for (Mode mode : List.of(Mode.RING_3, Mode.COMPATIBILITY_3)) {
                String size = mode == Mode.RING_3 ? "r" : "e";
                script.test(mode, frame(size, code, 0x2B, mode == Mode.RING_3 ? "iretq" : "iretd", true));
                script.test(mode, frame(size, code, 0x2B, mode == Mode.RING_3 ? "retfq" : "retf", false));
            }
        }
    }

    private void returnsWithBadAddresses() {
        String[] addresses = {"0x0000800000000000", "0xFFFF7FFF00000000", "0x8000000000000000", "0x0001000000000000"};
        for (String address : addresses) {
            for (int code : new int[] {0x08, 0x23, 0x33, 0x18, 0x71}) {
                String stack = code == 0x08 || code == 0x18 ? "push 0x10" : code == 0x71 ? "push 0x81" : "push 0x2B";
                String to = (code & 3) == 3 ? " + USER" : "";
                String[] frame = {stack, "mov esi, offset stack_of_ring_3" + to, "push rsi", "push 2", "push " + code};
                String[] load = {"mov edi, offset ends" + to, "mov rcx, " + address, "or rdi, rcx", "push rdi"};
                script.test(Mode.RING_0, String.join("; ", frame), String.join("; ", load), "iretq");
                frame[3] = "nop";
                script.test(Mode.RING_0, String.join("; ", frame), String.join("; ", load), "retfq");
            }
        }
        for (Mode mode : List.of(Mode.RING_0, Mode.RING_3)) {
            int flags = 0x4002;
            script.test(mode, "push " + flags, "popfq", "iretq");
            script.test(mode, "pushfq", "or dword ptr [rsp], 0x4000", "popfq", "iretq");
        }
        for (int bit = 0; bit < 22; bit++) {
            boolean isTrap = bit == 8;
            if (!isTrap) {
                flags(1 << bit);
            }
        }
    }

    private void flags(int flags) {
        for (int code : new int[] {0x08, 0x23, 0x33}) {
            String[] frame = frame("r", code, code == 8 ? 0x10 : 0x2B, "iretq", true);
            frame[3] = "push " + flags;
            script.test(Mode.RING_0, frame);
            frame[7] = "iretd";
            script.test(
                    Mode.RING_0,
                    "sub rsp, 20",
                    "mov edi, offset ends" + (code == 8 ? "" : " + USER"),
                    "mov [rsp], edi",
                    "mov dword ptr [rsp + 4], " + code,
                    "mov dword ptr [rsp + 8], " + flags,
                    "mov edi, offset stack_of_ring_3 + USER",
                    "mov [rsp + 12], edi",
                    "mov dword ptr [rsp + 16], " + (code == 8 ? 0x10 : 0x2B),
                    "iretd");
        }
        String[] same = frame("r", 0x23, 0x2B, "iretq", true);
        same[3] = "push " + flags;
        script.test(Mode.RING_3, same);
        script.test(List.of(Mode.RING_0, Mode.RING_3), "push " + flags, "popfq");
    }
}
