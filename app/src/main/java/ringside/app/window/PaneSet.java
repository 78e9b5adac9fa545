package ringside.app.window;

import java.util.List;
import ringside.pane.Pane;
import ringside.pane.disassembly.DisassemblyPane;
import ringside.pane.memory.MemoryPane;
import ringside.pane.registers.RegistersPane;
import ringside.pane.source.SourcePane;

/** Which panes there are. */
public final class PaneSet {
    private PaneSet() {}

    /** Makes one of each. */
    public static List<Pane> all() {
        return List.of(new SourcePane(), new DisassemblyPane(), new MemoryPane(), new RegistersPane());
    }
}
