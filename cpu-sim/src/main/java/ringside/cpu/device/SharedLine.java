package ringside.cpu.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import ringside.cpu.bus.InterruptLine;

/**
 * A wire that several devices share: it is asserted while any of them asserts it (an OR gate).
 *
 * <p>It has no state of its own: when told that something changed, it asks all its sources.
 */
public final class SharedLine {
    private final InterruptLine out;
    private final List<BooleanSupplier> sources = new ArrayList<>();

    /** Makes a gate without sources that drives the given line. */
    public SharedLine(InterruptLine out) {
        this.out = out;
    }

    /** Adds something that may assert the line. */
    public void addSource(BooleanSupplier isAsserted) {
        sources.add(isAsserted);
    }

    /** Drives the line as the sources are now. */
    public void update() {
        boolean asserted = false;
        for (BooleanSupplier source : sources) {
            asserted |= source.getAsBoolean();
        }
        out.set(asserted);
    }
}
