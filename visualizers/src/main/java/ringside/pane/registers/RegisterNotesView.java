package ringside.pane.registers;

import java.util.Map;

/**
 * What the values of registers mean in this image, such as {@code kernel_loop+0x40}.
 *
 * @param notes a remark for each register that has one, by name
 * @param code the address of the instruction for each register that holds one, by name
 */
public record RegisterNotesView(Map<String, String> notes, Map<String, Long> code) {
    /** Nothing is known. */
    public static final RegisterNotesView NONE = new RegisterNotesView(Map.of(), Map.of());

    /** Copies the maps. */
    public RegisterNotesView {
        notes = Map.copyOf(notes);
        code = Map.copyOf(code);
    }
}
