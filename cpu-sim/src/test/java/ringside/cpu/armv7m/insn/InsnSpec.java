package ringside.cpu.armv7m.insn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ringside.cpu.armv7m.FlatCortexM;
import ringside.cpu.armv7m.decode.ThumbInstructionDecoder;
import ringside.cpu.view.DisassemblyView;

/**
 * One line of an {@code .ins} file: {@code bytes | text | before => after}.
 *
 * <p>The bytes are in address order; the instruction lies at 1000. Before and after are settings, separated by blanks:
 * {@code r0=1F} to {@code lr=}, {@code pc=} (where execution goes on; by default after the instruction), {@code nzcvq=}
 * (five digits), {@code it=} (ITSTATE), {@code t=} (EPSR.T), {@code [20000000]=11223344} (bytes in address order),
 * {@code asked=} (what was asked of the system, blanks as dots). Numbers are hex. What is not named before is 0, and
 * after unchanged.
 */
record InsnSpec(String place, String bytes, String text, Map<String, String> before, Map<String, String> after) {
    private static final int ADDRESS = 0x1000;

    static InsnSpec parse(String place, String line) {
        String[] columns = line.split("\\|");
        String[] states = columns.length == 3 ? columns[2].split("=>", -1) : new String[0];
        if (states.length != 2) {
            throw new IllegalArgumentException(place + ": not `bytes | text | before => after`: " + line);
        }
        return new InsnSpec(
                place, columns[0].replace(" ", ""), columns[1].strip(), settings(states[0]), settings(states[1]));
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

    /** Decodes, compares the text, executes, compares the state. */
    void check() {
        int first = halfword(0);
        int second = bytes.length() == 8 ? halfword(4) : 0;
        int itState = hex(before.getOrDefault("it", "0"));
        ThumbInstructionDecoder decoder = new ThumbInstructionDecoder();
        DisassemblyView.Line line = decoder.disassemble(ADDRESS, first, second, itState);
        assertEquals(text, (line.mnemonic() + " " + line.operands()).strip(), place);

        FlatCortexM cpu = new FlatCortexM();
        before.forEach((name, value) -> set(cpu, name, value));
        Map<String, String> expected = state(cpu, ADDRESS + bytes.length() / 2);
        int next = cpu.execute(decoder.decode(first, second, itState), ADDRESS, bytes.length() / 2);
        after.forEach((name, value) -> expect(expected, name, value));
        assertEquals(lines(expected), lines(state(cpu, next)), place);
    }

    private int halfword(int position) {
        return hex(bytes.substring(position + 2, position + 4) + bytes.substring(position, position + 2));
    }

    private static void set(FlatCortexM cpu, String name, String value) {
        if (name.startsWith("[")) {
            int address = hex(name.substring(1, name.length() - 1));
            for (int i = 0; i < value.length() / 2; i++) {
                cpu.setByte(address + i, hex(value.substring(2 * i, 2 * i + 2)));
            }
        } else if (name.equals("nzcvq")) {
            for (int i = 0; i < 5; i++) {
                cpu.setFlag(name.charAt(i), value.charAt(i) == '1');
            }
        } else if (name.equals("it")) {
            cpu.setItState(hex(value));
        } else if (name.equals("asked")) {
            cpu.arrange(value);
        } else {
            cpu.setR(number(name), hex(value));
        }
    }

    /** Everything about the processor, by name. */
    private static Map<String, String> state(FlatCortexM cpu, int next) {
        Map<String, String> state = new TreeMap<>();
        for (int n = 0; n < 15; n++) {
            state.put(Syntax.r(n), text(cpu.r(n)));
        }
        state.put("pc", text(next));
        state.put("nzcvq", flags(cpu));
        state.put("it", text(cpu.itState()));
        state.put("t", cpu.thumb() ? "1" : "0");
        state.put("asked", cpu.asked().replace(' ', '.'));
        for (int address : cpu.bytesInUse()) {
            state.put("[" + text(address) + "]", text(cpu.byteAt(address)));
        }
        return state;
    }

    private static String flags(FlatCortexM cpu) {
        boolean[] flags = {cpu.negative(), cpu.zero(), cpu.carry(), cpu.overflow(), cpu.saturated()};
        StringBuilder digits = new StringBuilder();
        for (boolean flag : flags) {
            digits.append(flag ? '1' : '0');
        }
        return digits.toString();
    }

    private static void expect(Map<String, String> state, String name, String value) {
        if (name.startsWith("[")) {
            int address = hex(name.substring(1, name.length() - 1));
            for (int i = 0; i < value.length() / 2; i++) {
                state.put("[" + text(address + i) + "]", text(hex(value.substring(2 * i, 2 * i + 2))));
            }
        } else {
            boolean asIs = name.equals("nzcvq") || name.equals("asked");
            state.put(name, asIs ? value : text(hex(value)));
        }
    }

    private static String lines(Map<String, String> state) {
        return state.entrySet().stream()
                .filter(e -> !(e.getKey().startsWith("[") && e.getValue().equals("0")))
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static int number(String register) {
        for (int n = 0; n < 15; n++) {
            if (Syntax.r(n).equals(register)) {
                return n;
            }
        }
        throw new IllegalArgumentException("no register " + register);
    }

    private static String text(int value) {
        return Integer.toHexString(value);
    }

    private static int hex(String digits) {
        return Integer.parseUnsignedInt(digits, 16);
    }

    @Override
    public String toString() {
        return place + " " + text;
    }
}
