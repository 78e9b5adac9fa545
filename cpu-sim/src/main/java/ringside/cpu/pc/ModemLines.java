package ringside.cpu.pc;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * The modem control and status registers of a 16550. The terminal at the other end is always there: CTS, DSR and DCD are
 * asserted. In loopback the outputs are the inputs.
 */
final class ModemLines implements Stateful {
    private static final int TERMINAL = 0xB0;
    private static final int RING = 0x40;
    private static final int LOOP = 0x10;

    private int control;
    private int levels = TERMINAL;
    private int changes;

    int control() {
        return control;
    }

    void setControl(int value) {
        control = value;
        int before = levels;
        levels = (value & LOOP) == 0 ? TERMINAL : looped(value);
        int changed = before ^ levels;
        // Ring counts only when it ends.
        int ringEnds = before & ~levels & RING;
        changes |= (changed & ~RING | ringEnds) >>> 4;
    }

    /** DTR is DSR, RTS is CTS, OUT1 is RI, OUT2 is DCD. */
    private static int looped(int value) {
        return (value & 1) << 5 | (value & 2) << 3 | (value & 4) << 4 | (value & 8) << 4;
    }

    int status() {
        return levels | changes;
    }

    boolean hasChanged() {
        return changes != 0;
    }

    void clearChanges() {
        changes = 0;
    }

    void reset() {
        control = 0;
        levels = TERMINAL;
        changes = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.byteValue(control);
        out.byteValue(levels);
        out.byteValue(changes);
    }

    @Override
    public void restore(StateReader in) {
        control = in.byteValue();
        levels = in.byteValue();
        changes = in.byteValue();
    }
}
