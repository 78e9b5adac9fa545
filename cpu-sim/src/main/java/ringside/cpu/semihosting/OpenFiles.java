package ringside.cpu.semihosting;

import java.util.Map;
import java.util.TreeMap;
import ringside.cpu.semihosting.OpenFile.Features;
import ringside.cpu.semihosting.OpenFile.Stored;
import ringside.cpu.semihosting.OpenFile.Terminal;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/** The guest's handles and what they stand for. Handles count from 1; a closed one is given out again. */
final class OpenFiles implements Stateful {
    private static final int MOST = 64;

    private final Map<Integer, OpenFile> byHandle = new TreeMap<>();

    /** The new handle, or -1 if too many are open. */
    int open(OpenFile file) {
        for (int handle = 1; handle <= MOST; handle++) {
            if (byHandle.putIfAbsent(handle, file) == null) {
                return handle;
            }
        }
        return -1;
    }

    /** What the handle stands for, or null. */
    OpenFile get(int handle) {
        return byHandle.get(handle);
    }

    void replace(int handle, OpenFile file) {
        byHandle.put(handle, file);
    }

    boolean close(int handle) {
        return byHandle.remove(handle) != null;
    }

    /** Whether the file of that name is open. */
    boolean isOpen(String name) {
        return byHandle.values().stream()
                .anyMatch(file -> file instanceof Stored stored && stored.name().equals(name));
    }

    void clear() {
        byHandle.clear();
    }

    @Override
    public void save(StateWriter out) {
        out.word(byHandle.size());
        byHandle.forEach((handle, file) -> {
            out.word(handle);
            if (file instanceof Terminal terminal) {
                out.byteValue(0);
                out.word(terminal.mode());
            } else if (file instanceof Features features) {
                out.byteValue(1);
                out.word(features.position());
            } else if (file instanceof Stored stored) {
                out.byteValue(2);
                out.text(stored.name());
                out.word(stored.mode());
                out.word(stored.position());
            }
        });
    }

    @Override
    public void restore(StateReader in) {
        byHandle.clear();
        int count = in.word();
        for (int i = 0; i < count; i++) {
            int handle = in.word();
            OpenFile file = switch (in.byteValue()) {
                case 0 -> new Terminal(in.word());
                case 1 -> new Features(in.word());
                default -> new Stored(in.text(), in.word(), in.word());
            };
            byHandle.put(handle, file);
        }
    }
}
