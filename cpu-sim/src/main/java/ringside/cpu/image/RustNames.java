package ringside.cpu.image;

import java.util.Optional;

/** Undoes Rust's two ways of mangling names; other names stay as they are. */
public final class RustNames {
    private static final int HASH_PART = 17; // 'h' and sixteen hexadecimal digits

    private RustNames() {}

    /** The name as people read it, without the hash that makes it unique, or the name itself if Rust did not mangle it. */
    public static String demangle(String linkName) {
        String plain = withoutSuffix(linkName);
        if (plain.startsWith("_ZN")) {
            return legacy(plain).orElse(linkName);
        }
        if (plain.startsWith("_R")) {
            return RustV0Name.demangle(plain).orElse(linkName);
        }
        return linkName;
    }

    /** LLVM appends {@code .llvm.<digits>} and the like to names that it makes local. */
    private static String withoutSuffix(String name) {
        int dot = name.indexOf(".llvm.");
        return dot < 0 ? name : name.substring(0, dot);
    }

    /**
     * {@code _ZN} (length, text)* {@code E} in the manner of C++, the last text being the hash. A C++ name has no such hash and
     * is left alone.
     */
    private static Optional<String> legacy(String name) {
        StringBuilder path = new StringBuilder();
        int at = 3;
        String last = "";
        while (at < name.length() && name.charAt(at) != 'E') {
            int digits = at;
            int length = 0;
            while (at < name.length() && isDigit(name.charAt(at)) && at - digits < 6) {
                length = length * 10 + name.charAt(at++) - '0';
            }
            if (at == digits || length == 0 || length > name.length() - at) {
                return Optional.empty();
            }
            if (!last.isEmpty()) {
                path.append(path.length() == 0 ? "" : "::").append(legacyPart(last));
            }
            last = name.substring(at, at + length);
            at += length;
        }
        boolean complete = at < name.length() && isHash(last) && path.length() > 0;
        return complete ? Optional.of(path.toString()) : Optional.empty();
    }

    private static boolean isHash(String part) {
        return part.length() == HASH_PART
                && part.charAt(0) == 'h'
                && part.chars().skip(1).allMatch(c -> Character.digit(c, 16) >= 0);
    }

    /** Signs that assemblers do not like are written {@code $LT$} or {@code $u7b$}, and {@code ..} stands for {@code ::}. */
    private static String legacyPart(String part) {
        String rest = part.startsWith("_$") ? part.substring(1) : part;
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < rest.length()) {
            char c = rest.charAt(at);
            int end = c == '$' ? rest.indexOf('$', at + 1) : -1;
            Optional<String> sign = end < 0 ? Optional.empty() : sign(rest.substring(at + 1, end));
            if (sign.isPresent()) {
                text.append(sign.get());
                at = end + 1;
            } else if (rest.startsWith("..", at)) {
                text.append("::");
                at += 2;
            } else {
                text.append(c);
                at++;
            }
        }
        return text.toString();
    }

    private static Optional<String> sign(String code) {
        return switch (code) {
            case "SP" -> Optional.of("@");
            case "BP" -> Optional.of("*");
            case "RF" -> Optional.of("&");
            case "LT" -> Optional.of("<");
            case "GT" -> Optional.of(">");
            case "LP" -> Optional.of("(");
            case "RP" -> Optional.of(")");
            case "C" -> Optional.of(",");
            default ->
                code.matches("u[0-9a-f]{1,5}")
                        ? Optional.of(Character.toString(Integer.parseInt(code.substring(1), 16)))
                        : Optional.empty();
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
