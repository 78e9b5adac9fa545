package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.image.dwarf.Type.Member;

/** Values as text, in the manner of Rust's debug format, cut where they get long. */
final class ValueText {
    private static final int LONGEST = 300;
    private static final int DEEPEST = 4;
    private static final int MOST_PARTS = 16;

    private ValueText() {}

    static List<TypedValue> parts(TypedValue value, int most) {
        List<TypedValue> parts = new ArrayList<>();
        if (value.type() instanceof Type.Array || value.isSlice()) {
            return value.elements(most);
        }
        if (value.type() instanceof Type.Pointer) {
            return value.asLong() == 0 ? List.of() : List.of(value.target());
        }
        for (Member member : value.members()) {
            if (parts.size() < most) {
                parts.add(value.part(member, "." + member.name()));
            }
        }
        if (value.variantPart().isPresent()) {
            parts.addAll(parts(value.payload(), most - parts.size()));
        }
        return parts;
    }

    static String display(TypedValue value) {
        StringBuilder out = new StringBuilder();
        write(value, out, 0);
        return out.length() > LONGEST ? out.substring(0, LONGEST) + "…" : out.toString();
    }

    private static void write(TypedValue value, StringBuilder out, int depth) {
        if (out.length() > LONGEST) {
            return;
        }
        if (depth > DEEPEST) {
            out.append('…');
            return;
        }
        int before = out.length();
        try {
            writeKind(value, out, depth);
        } catch (UnreadableException e) {
            out.setLength(before);
            out.append('<').append(reason(value, e)).append('>');
        }
    }

    private static String reason(TypedValue value, UnreadableException e) {
        String prefix = value.path() + ": ";
        return e.getMessage().startsWith(prefix) ? e.getMessage().substring(prefix.length()) : e.getMessage();
    }

    private static void writeKind(TypedValue value, StringBuilder out, int depth) {
        Type type = value.type();
        if (type instanceof Type.Base base) {
            out.append(base(value, base));
        } else if (type instanceof Type.Pointer) {
            out.append("0x").append(Long.toHexString(value.asLong()));
        } else if (type instanceof Type.Enumeration) {
            out.append(orElse(value::variant, () -> Long.toString(value.asLong())));
        } else if (isText(value)) {
            out.append('"').append(value.asText()).append('"');
        } else if (type instanceof Type.Array || value.isSlice()) {
            writeElements(value, out, depth);
        } else if (value.variantPart().isPresent()) {
            out.append(value.variant());
            writeMembers(value.payload(), out, depth);
        } else if (type instanceof Type.Struct) {
            String name = type.name();
            out.append(name.startsWith("(") ? "" : shortName(name));
            writeMembers(value, out, depth);
        } else if (type instanceof Type.Union) {
            out.append(shortName(type.name()));
            writeMembers(value, out, depth);
        } else {
            out.append('<')
                    .append(type.name().isEmpty() ? "a value of no type" : type.name())
                    .append('>');
        }
    }

    private static String orElse(Supplier<String> first, Supplier<String> second) {
        try {
            return first.get();
        } catch (UnreadableException e) {
            return second.get();
        }
    }

    private static boolean isText(TypedValue value) {
        boolean isC = value.type() instanceof Type.Array array
                && Scalars.isByte(array.element())
                && array.element().plain().name().equals("char");
        return isC || value.isSlice() && value.type().name().contains("str");
    }

    private static String base(TypedValue value, Type.Base base) {
        return switch (base.encoding()) {
            case BOOLEAN -> value.asLong() == 0 ? "false" : value.asLong() == 1 ? "true" : "bool " + value.asLong();
            case FLOAT ->
                base.sizeInBytes() == 4 ? Float.toString((float) value.asDouble()) : Double.toString(value.asDouble());
            case CHARACTER -> character(value.asLong());
            default ->
                base.sizeInBytes() == 0
                        ? "()"
                        : value.bits().isPresent()
                                ? Long.toString(value.asLong())
                                : Scalars.wide(value).toString();
        };
    }

    private static String character(long code) {
        boolean isShown = code >= 0x20 && code <= Character.MAX_CODE_POINT && !Character.isISOControl((int) code);
        return isShown ? "'" + Character.toString((int) code) + "'" : "'\\u{" + Long.toHexString(code) + "}'";
    }

    private static void writeElements(TypedValue value, StringBuilder out, int depth) {
        long count = value.count();
        out.append('[');
        for (long i = 0; i < count && i < MOST_PARTS && out.length() <= LONGEST; i++) {
            out.append(i == 0 ? "" : ", ");
            write(value.element(i), out, depth + 1);
        }
        out.append(count > MOST_PARTS ? ", … " + count + " in all]" : "]");
    }

    private static void writeMembers(TypedValue value, StringBuilder out, int depth) {
        List<Member> members = value.members();
        if (members.isEmpty()) {
            return;
        }
        boolean isTuple = members.get(0).name().equals("__0");
        out.append(isTuple ? "(" : " { ");
        for (int i = 0; i < members.size() && out.length() <= LONGEST; i++) {
            Member member = members.get(i);
            out.append(i == 0 ? "" : ", ").append(isTuple ? "" : member.name() + ": ");
            write(value.part(member, "." + member.name()), out, depth + 1);
        }
        out.append(isTuple ? ")" : " }");
    }

    /** The last part of a path, the arguments in angle brackets left as they are. */
    private static String shortName(String name) {
        int bracket = name.indexOf('<');
        String path = bracket < 0 ? name : name.substring(0, bracket);
        Optional<Integer> last = Optional.of(path.lastIndexOf("::")).filter(i -> i >= 0);
        return last.map(i -> name.substring(i + 2)).orElse(name);
    }
}
