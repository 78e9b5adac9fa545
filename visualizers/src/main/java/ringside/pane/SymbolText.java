package ringside.pane;

import java.util.ArrayList;
import java.util.List;

/** Shortens the names of Rust items, so that they fit into a column. */
public final class SymbolText {
    private SymbolText() {}

    /**
     * The last part of a path, with the type before it if there is one: {@code Process::run+0x4} for
     * {@code <kernel::process::Process>::run+0x4}, {@code STACK} for {@code board::memory::STACK}.
     */
    public static String brief(String name) {
        int plus = name.indexOf("+0x");
        String path = plus < 0 ? name : name.substring(0, plus);
        String rest = plus < 0 ? "" : name.substring(plus);
        List<String> parts = parts(path);
        int last = parts.size() - 1;
        String item = simple(parts.get(last));
        if (last > 0) {
            String owner = simple(parts.get(last - 1));
            boolean isType = !owner.isEmpty() && Character.isUpperCase(owner.charAt(0));
            boolean isInside = item.startsWith("{");
            if (isType || isInside) {
                item = owner + "::" + item;
            }
        }
        return item + rest;
    }

    /** Cuts a path at its double colons, but not inside angle brackets. */
    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>' && (i == 0 || path.charAt(i - 1) != '-')) {
                depth--;
            } else if (c == ':' && depth == 0 && path.startsWith("::", i)) {
                parts.add(path.substring(start, i));
                start = i + 2;
                i++;
            }
        }
        parts.add(path.substring(start));
        return parts;
    }

    /** The name of the type in {@code <a::B as c::D>}, or the part as it is without its type arguments. */
    private static String simple(String part) {
        String inner = part;
        if (inner.startsWith("<") && inner.endsWith(">")) {
            inner = inner.substring(1, inner.length() - 1);
            int as = inner.indexOf(" as ");
            inner = as < 0 ? inner : inner.substring(0, as);
        }
        int arguments = inner.indexOf('<');
        String plain = arguments > 0 ? inner.substring(0, arguments) : inner;
        if (plain.endsWith("::")) {
            plain = plain.substring(0, plain.length() - 2);
        }
        int colon = plain.lastIndexOf("::");
        return colon < 0 ? plain : plain.substring(colon + 2);
    }
}
