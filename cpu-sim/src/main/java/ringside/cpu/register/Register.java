package ringside.cpu.register;

import java.util.ArrayList;
import java.util.List;

/**
 * One 32-bit register of a device, as its manual declares it.
 *
 * @param name as the manual prints it
 * @param offset from the start of the device, a multiple of 4
 * @param access what software may do with it
 * @param resetValue what it reads as after reset
 * @param meaning one short sentence or phrase
 * @param fields from the highest bits to the lowest
 */
public record Register(String name, int offset, Access access, int resetValue, String meaning, List<Field> fields) {

    /** Checks the offset and copies the fields. */
    public Register {
        if (offset < 0 || offset % 4 != 0) {
            throw new IllegalArgumentException(name + " at offset " + offset);
        }
        fields = List.copyOf(fields);
    }

    /** A register without fields. */
    public static Register at(int offset, String name, Access access, int resetValue, String meaning) {
        return new Register(name, offset, access, resetValue, meaning, List.of());
    }

    /** The same register with one more field. */
    public Register field(int high, int low, String fieldName, String fieldMeaning) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(fieldName, high, low, fieldMeaning));
        return new Register(name, offset, access, resetValue, meaning, more);
    }

    /** The same register with one more field of a single bit. */
    public Register bit(int number, String fieldName, String fieldMeaning) {
        return field(number, number, fieldName, fieldMeaning);
    }
}
