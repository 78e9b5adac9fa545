package ringside.cpu.view;

import java.util.List;
import java.util.Optional;

/**
 * The registers of a processor.
 *
 * @param mode the execution state in words, such as {@code Thread mode, privileged, on MSP}
 * @param privileged whether code now runs privileged
 * @param groups the registers, grouped as people think of them; the first group holds the general ones
 */
public record RegistersView(String mode, boolean privileged, List<Group> groups) {

    /** Registers that belong together. */
    public record Group(String title, List<Register> registers) {
        /** Copies the list. */
        public Group {
            registers = List.copyOf(registers);
        }
    }

    /**
     * One register.
     *
     * @param name its name in lower case, as in the test-vector format
     * @param value its value, unsigned; of a register of more than 64 bits, bits 63:0
     * @param upper of a register of more than 64 bits, bits 127:64; else 0
     * @param bits its size
     * @param fields its named parts, highest bit first; empty for plain numbers
     */
    public record Register(String name, long value, long upper, int bits, List<Field> fields) {
        /** Copies the list. */
        public Register {
            fields = List.copyOf(fields);
        }

        /** A register of at most 64 bits. */
        public Register(String name, long value, int bits, List<Field> fields) {
            this(name, value, 0, bits, fields);
        }
    }

    /**
     * A named part of a register.
     *
     * @param name the manual's name, such as {@code N} or {@code IPSR}
     * @param highBit its highest bit
     * @param lowBit its lowest bit
     * @param value its value
     * @param meaning its value in words, or an empty text
     */
    public record Field(String name, int highBit, int lowBit, long value, String meaning) {}

    /** Copies the list. */
    public RegistersView {
        groups = List.copyOf(groups);
    }

    /** The register of that name. */
    public Optional<Register> find(String name) {
        return groups.stream()
                .flatMap(group -> group.registers().stream())
                .filter(register -> register.name().equals(name))
                .findFirst();
    }
}
