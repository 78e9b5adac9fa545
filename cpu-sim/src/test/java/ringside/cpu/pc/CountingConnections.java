package ringside.cpu.pc;

import java.util.ArrayList;
import java.util.List;

/** What a local APIC says to its processor and its neighbours, written down. */
final class CountingConnections implements ApicConnections {
    static final int PAIR_VECTOR = 0x77;

    final List<Integer> ended = new ArrayList<>();
    int nonMaskable;
    int initialized;
    long base = LocalApic.DEFAULT_BASE;
    boolean present = true;

    @Override
    public int acknowledgeControllers() {
        return PAIR_VECTOR;
    }

    @Override
    public void endOfInterrupt(int vector) {
        ended.add(vector);
    }

    @Override
    public void attention() {
        // The tests look by themselves.
    }

    @Override
    public void nonMaskable() {
        nonMaskable++;
    }

    @Override
    public void initialize() {
        initialized++;
    }

    @Override
    public void place(long newBase, boolean isPresent) {
        base = newBase;
        present = isPresent;
    }
}
