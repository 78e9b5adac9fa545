package ringside.cpu.device;

import java.util.ArrayDeque;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/** Bytes that came from outside and that the guest has not taken yet. They are part of the machine's state. */
public final class ByteQueue implements Stateful {
    private final ArrayDeque<Byte> bytes = new ArrayDeque<>();

    /** Puts bytes at the end. */
    public void add(byte[] more) {
        for (byte b : more) {
            bytes.add(b);
        }
    }

    /** Takes the first byte, 0 to 255. The queue must not be empty. */
    public int take() {
        return bytes.remove() & 0xFF;
    }

    /** Whether nothing is waiting. */
    public boolean isEmpty() {
        return bytes.isEmpty();
    }

    /** Forgets everything. */
    public void clear() {
        bytes.clear();
    }

    @Override
    public void save(StateWriter out) {
        byte[] all = new byte[bytes.size()];
        int i = 0;
        for (byte b : bytes) {
            all[i++] = b;
        }
        out.block(all);
    }

    @Override
    public void restore(StateReader in) {
        bytes.clear();
        add(in.block());
    }
}
