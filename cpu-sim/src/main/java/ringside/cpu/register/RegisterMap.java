package ringside.cpu.register;

import java.util.ArrayList;
import java.util.List;

/** The registers of one type of device, by offset. */
public final class RegisterMap {
    private final String source;
    private final List<Register> registers;
    private final Register[] byWord;

    private RegisterMap(String source, List<Register> registers) {
        this.source = source;
        this.registers = List.copyOf(registers);
        int last = 0;
        for (Register register : registers) {
            last = Math.max(last, register.offset() / 4);
        }
        byWord = new Register[last + 1];
        for (Register register : registers) {
            if (byWord[register.offset() / 4] != null) {
                throw new IllegalArgumentException(
                        register.name() + " and " + byWord[register.offset() / 4].name() + " have the same offset");
            }
            byWord[register.offset() / 4] = register;
        }
    }

    /**
     * Declares the registers of a device.
     *
     * @param source where the manual declares them, such as {@code DDI 0479, APB UART}
     */
    public static RegisterMap of(String source, Register... registers) {
        return new RegisterMap(source, List.of(registers));
    }

    /**
     * The same registers with the identification that Arm's system design kit puts at the end of its devices:
     * peripheral registers PID0 to PID7 and component registers CID0 to CID3.
     *
     * @param part the low byte of the part number
     */
    public RegisterMap withIdentification(int part) {
        int[] values = {0x04, 0, 0, 0, part, 0xB8, 0x1B, 0x00, 0x0D, 0xF0, 0x05, 0xB1};
        String[] names = {"PID4", "PID5", "PID6", "PID7", "PID0", "PID1", "PID2", "PID3", "CID0", "CID1", "CID2", "CID3"
        };
        List<Register> all = new ArrayList<>(registers);
        for (int i = 0; i < values.length; i++) {
            String meaning = names[i].startsWith("P") ? "Peripheral identification" : "Component identification";
            all.add(Register.at(0xFD0 + 4 * i, names[i], Access.CONSTANT, values[i], meaning));
        }
        return new RegisterMap(source, all);
    }

    /** Where the manual declares the registers. */
    public String source() {
        return source;
    }

    /** All registers, in the order of their declaration. */
    public List<Register> registers() {
        return registers;
    }

    /** The register that the offset lies in, or null. */
    public Register find(int offset) {
        int word = offset >>> 2;
        return word < byWord.length ? byWord[word] : null;
    }
}
