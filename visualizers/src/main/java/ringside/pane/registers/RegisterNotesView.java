package ringside.pane.registers;

import java.util.Map;

/**
 * What the values of registers mean in this image, such as {@code kernel_loop+0x40}.
 *
 * @param notes a remark for each register that has one, by name
 */
public record RegisterNotesView(Map<String, String> notes) {
    /** Copies the map. */
    public RegisterNotesView {
        notes = Map.copyOf(notes);
    }
}
