package ringside.cpu.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and addresses as assemblers write them. */
final class ProbeNumber {
    private static final Pattern PLACE = Pattern.compile("(?<name>[\\w.$]+)(?:\\s*(?<sign>[-+])\\s*(?<offset>\\w+))?");

    private ProbeNumber() {}

    /** A decimal or hexadecimal number with or without a sign. */
    static Optional<Long> parse(String text) {
        String digits = text.strip();
        boolean negative = digits.startsWith("-");
        digits = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
        digits = hex ? digits.substring(2) : digits;
        if (!digits.matches(hex ? "[0-9a-fA-F]{1,16}" : "[0-9]{1,18}")) {
            return Optional.empty();
        }
        long value = Long.parseUnsignedLong(digits, hex ? 16 : 10);
        return Optional.of(negative ? -value : value);
    }

    /** The address of a symbol, with a distance behind it or not. */
    static Optional<Long> address(String text, Symbols symbols) {
        Matcher place = PLACE.matcher(text.strip());
        if (!place.matches()) {
            return Optional.empty();
        }
        Optional<Long> offset = place.group("offset") == null ? Optional.of(0L) : parse(place.group("offset"));
        long sign = "-".equals(place.group("sign")) ? -1 : 1;
        return symbols.named(place.group("name"))
                .flatMap(symbol -> offset.map(distance -> symbol.address() + sign * distance));
    }
}
