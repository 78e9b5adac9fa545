package ringside.kernels.observe;

import java.nio.charset.StandardCharsets;
import ringside.cpu.trace.CpuEvent;

/** A text that a probe of an x86-64 kernel carries in four arguments, eight bytes each, padded with zero bytes. */
public final class ProbeText {
    private static final int WORDS = 4;

    private ProbeText() {}

    /** The text whose first word is the argument with that index. */
    public static String of(CpuEvent.Probe probe, int firstArgument) {
        byte[] bytes = new byte[8 * WORDS];
        int length = bytes.length;
        for (int i = bytes.length - 1; i >= 0; i--) {
            bytes[i] = (byte) (probe.argument(firstArgument + i / 8) >>> 8 * (i % 8));
            length = bytes[i] == 0 ? i : length;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
