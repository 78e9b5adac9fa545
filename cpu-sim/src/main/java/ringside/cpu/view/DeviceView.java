package ringside.cpu.view;

import java.util.List;

/**
 * The registers of a device with their present values, read without effects.
 *
 * @param name the name on the board, such as {@code uart0}
 * @param base the physical address of its first register
 * @param source the manual that declares the registers
 * @param registers in the order of the manual
 */
public record DeviceView(String name, long base, String source, List<RegisterValue> registers) {

    /** Copies the list. */
    public DeviceView {
        registers = List.copyOf(registers);
    }

    /**
     * One register.
     *
     * @param name as the manual prints it
     * @param address its physical address
     * @param value what reading it would return
     * @param access what software may do with it, in words
     * @param meaning a short phrase
     * @param fields from the highest bits to the lowest
     */
    public record RegisterValue(
            String name, long address, int value, String access, String meaning, List<FieldValue> fields) {

        /** Copies the list. */
        public RegisterValue {
            fields = List.copyOf(fields);
        }
    }

    /** Some bits of a register and what they hold. */
    public record FieldValue(String name, int high, int low, int value, String meaning) {}
}
