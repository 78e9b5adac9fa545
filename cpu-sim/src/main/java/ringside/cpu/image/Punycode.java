package ringside.cpu.image;

import java.util.Optional;

/** Undoes the Punycode in which Rust writes identifiers beyond ASCII, with an underscore as the delimiter.   @rfc 3492 */
final class Punycode {
    private static final int BASE = 36;
    private static final int SMALLEST_THRESHOLD = 1;
    private static final int LARGEST_THRESHOLD = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;

    private Punycode() {}

    static Optional<String> decode(String text) {
        int delimiter = text.lastIndexOf('_');
        StringBuilder plain = new StringBuilder(delimiter < 0 ? "" : text.substring(0, delimiter));
        int at = delimiter + 1;
        int code = 128;
        long index = 0;
        int bias = 72;
        boolean first = true;
        while (at < text.length()) {
            long before = index;
            long weight = 1;
            for (int step = BASE; ; step += BASE) {
                int digit = at < text.length() ? digit(text.charAt(at++)) : -1;
                if (digit < 0 || index > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                index += digit * weight;
                int threshold = Math.max(SMALLEST_THRESHOLD, Math.min(LARGEST_THRESHOLD, step - bias));
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            int length = plain.codePointCount(0, plain.length()) + 1;
            bias = adapt(index - before, length, first);
            first = false;
            code += (int) Math.min(index / length, Character.MAX_CODE_POINT + 1);
            index %= length;
            if (!Character.isValidCodePoint(code)) {
                return Optional.empty();
            }
            plain.insert(plain.offsetByCodePoints(0, (int) index), Character.toChars(code));
            index++;
        }
        return Optional.of(plain.toString());
    }

    private static int adapt(long delta, int length, boolean first) {
        long rest = first ? delta / DAMP : delta / 2;
        rest += rest / length;
        int steps = 0;
        while (rest > (BASE - SMALLEST_THRESHOLD) * LARGEST_THRESHOLD / 2) {
            rest /= BASE - SMALLEST_THRESHOLD;
            steps += BASE;
        }
        return (int) (steps + (BASE - SMALLEST_THRESHOLD + 1) * rest / (rest + SKEW));
    }

    private static int digit(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
    }
}
