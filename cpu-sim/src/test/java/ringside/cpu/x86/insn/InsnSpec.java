package ringside.cpu.x86.insn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.decode.X86Disassembler;

/**
 * One line of an {@code .ins} file: {@code bits: bytes | text | before => after}.
 *
 * <p>The bits (64, 32, 16) are those of the code; the instruction lies at 1000 and what else it is belongs to user mode in
 * flat segments ({@link FlatX86}). Before and after are settings, separated by blanks: {@code rax=1F} to {@code r15=},
 * {@code rip=} (where execution goes on; by default after the instruction), {@code f=oszapc} (the status flags that are
 * set, and {@code d} for DF; {@code f=-} for none), {@code [2000]=1122} (bytes in address order), {@code fault=DE},
 * {@code fault=GP(0)}. Numbers are hex. What is not named before is 0, and after unchanged.
 */
record InsnSpec(
        String place, int codeBits, byte[] code, String text, Map<String, String> before, Map<String, String> after) {
    private static final X86Disassembler DISASSEMBLER = new X86Disassembler();
    private static final List<String> REGISTERS = List.of(
            "rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14",
            "r15");
    private static final Map<String, Integer> FLAGS = Map.of(
            "o", Rflags.OF, "s", Rflags.SF, "z", Rflags.ZF, "a", Rflags.AF, "p", Rflags.PF, "c", Rflags.CF, "d",
            Rflags.DF);
    private static final Map<Integer, String> VECTORS = Map.of(
            X86Fault.DE, "DE",
            X86Fault.BR, "BR",
            X86Fault.UD, "UD",
            X86Fault.NM, "NM",
            X86Fault.NP, "NP",
            X86Fault.SS, "SS",
            X86Fault.GP, "GP",
            X86Fault.PF, "PF",
            X86Fault.AC, "AC");

    static InsnSpec parse(String place, String line) {
        String[] columns = line.split("\\|");
        String[] states = columns.length == 3 ? columns[2].split("=>", -1) : new String[0];
        String[] code = columns[0].split(":");
        if (states.length != 2 || code.length != 2) {
            throw new IllegalArgumentException(place + ": not `bits: bytes | text | before => after`: " + line);
        }
        return new InsnSpec(
                place,
                Integer.parseInt(code[0].strip()),
                HexFormat.of().parseHex(code[1].replace(" ", "")),
                columns[1].strip(),
                settings(states[0]),
                settings(states[1]));
    }

    private static Map<String, String> settings(String text) {
        Map<String, String> settings = new TreeMap<>();
        for (String setting : text.strip().split("\\s+")) {
            if (!setting.isEmpty()) {
                String[] parts = setting.split("=");
                if (parts.length != 2 || settings.put(parts[0], parts[1]) != null) {
                    throw new IllegalArgumentException("bad setting " + setting);
                }
            }
        }
        return settings;
    }

    /** Decodes, executes, compares the state. */
    void check() {
        FlatX86 cpu = new FlatX86(codeBits);
        before.forEach((name, value) -> set(cpu, name, value));
        if (!"UD".equals(after.get("fault"))) {
            assertEquals(code.length, cpu.decode(code).length(), place + ": length");
        }

        assertEquals(text, disassembly(), place + ": text");

        Map<String, String> expected = state(cpu);
        expected.put("rip", text(FlatX86.ADDRESS + (after.containsKey("fault") ? 0 : code.length)));
        after.forEach((name, value) -> expect(expected, name, value));

        X86Fault fault = cpu.execute(code);
        Map<String, String> actual = state(cpu);
        actual.put("rip", text(cpu.nextRip()));
        if (fault != null) {
            actual.put("fault", text(fault));
        }
        assertEquals(lines(expected), lines(actual), place);
    }

    private String disassembly() {
        DisassemblyView.Line line = DISASSEMBLER.line(
                address -> address - FlatX86.ADDRESS < code.length ? code[(int) (address - FlatX86.ADDRESS)] & 0xFF : 0,
                FlatX86.ADDRESS,
                codeBits,
                false);
        return (line.mnemonic() + " " + line.operands()).strip();
    }

    private static void set(FlatX86 cpu, String name, String value) {
        if (name.startsWith("[")) {
            byte[] bytes = HexFormat.of().parseHex(value);
            for (int i = 0; i < bytes.length; i++) {
                cpu.setByte(hex(name.substring(1, name.length() - 1)) + i, bytes[i]);
            }
        } else if (name.equals("f")) {
            int bits = 0;
            for (String letter : value.replace("-", "").split("")) {
                bits |= FLAGS.getOrDefault(letter, 0);
            }
            cpu.setRflags(bits);
        } else {
            cpu.setGpr(REGISTERS.indexOf(name), hex(value));
        }
    }

    /** Everything about the processor, by name. */
    private static Map<String, String> state(FlatX86 cpu) {
        Map<String, String> state = new TreeMap<>();
        for (int n = 0; n < REGISTERS.size(); n++) {
            state.put(REGISTERS.get(n), text(cpu.gpr(n)));
        }
        state.put("f", flags(cpu));
        byte[] memory = cpu.allMemory();
        for (int i = 0; i < memory.length; i++) {
            if (memory[i] != 0) {
                state.put("[" + text(i) + "]", text(memory[i] & 0xFF));
            }
        }
        return state;
    }

    private static String flags(FlatX86 cpu) {
        String set = List.of("o", "d", "s", "z", "a", "p", "c").stream()
                .filter(letter -> cpu.flag(FLAGS.get(letter)))
                .collect(Collectors.joining());
        return set.isEmpty() ? "-" : set;
    }

    private static void expect(Map<String, String> state, String name, String value) {
        if (name.startsWith("[")) {
            byte[] bytes = HexFormat.of().parseHex(value);
            for (int i = 0; i < bytes.length; i++) {
                String place = "[" + text(hex(name.substring(1, name.length() - 1)) + i) + "]";
                state.put(place, text(bytes[i] & 0xFF));
            }
        } else {
            state.put(name, name.equals("f") || name.equals("fault") ? value : text(hex(value)));
        }
    }

    private static String lines(Map<String, String> state) {
        return state.entrySet().stream()
                .filter(e -> !(e.getKey().startsWith("[") && e.getValue().equals("0")))
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String text(X86Fault fault) {
        String name = VECTORS.getOrDefault(fault.vector(), Integer.toString(fault.vector()));
        return fault.errorCode() == X86Fault.NO_ERROR_CODE ? name : name + "(" + text(fault.errorCode()) + ")";
    }

    private static String text(long value) {
        return Long.toHexString(value);
    }

    private static long hex(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }

    @Override
    public String toString() {
        return place + " " + text;
    }
}
