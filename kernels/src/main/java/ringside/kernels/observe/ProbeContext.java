package ringside.kernels.observe;

import java.util.Optional;
import java.util.OptionalInt;
import ringside.cpu.trace.CpuEvent;

/** What is known around a probe: names at its mark, and the probe before it. */
public interface ProbeContext extends TaskNames {

    /** The name of a channel of messages, such as a scheme; a text with its number if it has none. */
    default String channel(long channel) {
        return "channel " + channel;
    }

    /** The task whose page tables have this root, if it is known. */
    default OptionalInt ownerOf(long root) {
        return OptionalInt.empty();
    }

    /**
     * The probe that was passed before this one. A probe has six arguments at most; what has more to tell does so in two
     * probes, one behind the other.
     */
    default Optional<CpuEvent.Probe> before() {
        return Optional.empty();
    }
}
