package ringside.cpu.image;

import java.util.Optional;

/**
 * Undoes Rust's v0 mangling.   @rust "v0 Symbol Format"
 *
 * <p>How it works: a recursive descent over the grammar, one method a production, writing the readable name as it goes.
 * Back references are read by going back to their position and parsing there again; limits on depth and on the length of
 * the result keep a malicious name from running forever. Hashes of crates are left out.
 */
final class RustV0Name {
    private static final int DEEPEST = 200;
    private static final int LONGEST = 8000;

    private final V0Symbols in;
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private int muted;
    private int steps;
    private int lifetimes;

    private RustV0Name(String symbols) {
        in = new V0Symbols(symbols);
    }

    static Optional<String> demangle(String linkName) {
        int end = linkName.indexOf('.');
        String body = linkName.substring(2, end < 0 ? linkName.length() : end);
        RustV0Name reader = new RustV0Name(body);
        try {
            reader.path(true);
            if (!reader.in.atEnd()) {
                reader.muted++; // the crate that asked for this instance
                reader.path(false);
            }
            return reader.in.atEnd() ? Optional.of(reader.out.toString()) : Optional.empty();
        } catch (V0Symbols.NotV0 e) {
            return Optional.empty();
        }
    }

    /** A path: crate, item in a path, impl, instance with generic arguments, or back reference. */
    private void path(boolean inValue) {
        enter();
        switch (in.next()) {
            case 'C' -> {
                in.disambiguator();
                write(in.identifier());
            }
            case 'M' -> {
                implPath();
                write("<");
                type();
                write(">");
            }
            case 'X' -> {
                implPath();
                traitOfType();
            }
            case 'Y' -> traitOfType();
            case 'N' -> nested(inValue);
            case 'I' -> {
                path(inValue);
                write(inValue ? "::<" : "<");
                listUntilEnd(", ", this::genericArgument);
                write(">");
            }
            case 'B' -> back(() -> path(inValue));
            default -> throw new V0Symbols.NotV0();
        }
        depth--;
    }

    private void implPath() {
        in.disambiguator();
        muted++;
        path(false);
        muted--;
    }

    private void traitOfType() {
        write("<");
        type();
        write(" as ");
        path(false);
        write(">");
    }

    private void nested(boolean inValue) {
        char namespace = in.next();
        path(inValue);
        long which = in.disambiguator();
        String inner = in.identifier();
        if (Character.isLowerCase(namespace)) {
            if (!inner.isEmpty()) {
                write("::" + inner);
            }
            return;
        }
        String kind = switch (namespace) {
            case 'C' -> "closure";
            case 'S' -> "shim";
            default -> String.valueOf(namespace);
        };
        write("::{" + kind + (inner.isEmpty() ? "" : ":" + inner) + "#" + which + "}");
    }

    private void genericArgument() {
        if (in.skip('L')) {
            lifetime(in.base62());
        } else if (in.skip('K')) {
            constant();
        } else {
            type();
        }
    }

    private void type() {
        enter();
        char tag = in.next();
        String basic = V0Symbols.basicType(tag);
        if (basic != null) {
            write(basic);
            depth--;
            return;
        }
        switch (tag) {
            case 'A' -> {
                write("[");
                type();
                write("; ");
                constant();
                write("]");
            }
            case 'S' -> {
                write("[");
                type();
                write("]");
            }
            case 'T' -> {
                write("(");
                int count = listUntilEnd(", ", this::type);
                write(count == 1 ? ",)" : ")");
            }
            case 'R', 'Q' -> {
                write("&");
                if (in.skip('L')) {
                    long which = in.base62();
                    if (which != 0) {
                        lifetime(which);
                        write(" ");
                    }
                }
                write(tag == 'Q' ? "mut " : "");
                type();
            }
            case 'P', 'O' -> {
                write(tag == 'P' ? "*const " : "*mut ");
                type();
            }
            case 'F' -> functionType();
            case 'D' -> traitObject();
            case 'B' -> back(this::type);
            default -> {
                in.back(1);
                path(false);
            }
        }
        depth--;
    }

    private void functionType() {
        int outer = lifetimes;
        binder();
        write(in.skip('U') ? "unsafe " : "");
        if (in.skip('K')) {
            write("extern \"" + (in.skip('C') ? "C" : in.identifier().replace('_', '-')) + "\" ");
        }
        write("fn(");
        listUntilEnd(", ", this::type);
        write(")");
        if (!in.skip('u')) {
            write(" -> ");
            type();
        }
        lifetimes = outer;
    }

    private void traitObject() {
        int outer = lifetimes;
        write("dyn ");
        binder();
        listUntilEnd(" + ", this::objectTrait);
        lifetimes = outer;
        if (!in.skip('L')) {
            throw new V0Symbols.NotV0();
        }
        long which = in.base62();
        if (which != 0) {
            write(" + ");
            lifetime(which);
        }
    }

    /** A trait with its generic arguments and, in the same angle brackets, its associated types. */
    private void objectTrait() {
        boolean open = openPath();
        while (in.skip('p')) {
            write(open ? ", " : "<");
            open = true;
            write(in.identifier() + " = ");
            type();
        }
        write(open ? ">" : "");
    }

    private boolean openPath() {
        enter();
        boolean open = false;
        if (in.skip('B')) {
            boolean[] result = new boolean[1];
            back(() -> result[0] = openPath());
            open = result[0];
        } else if (in.skip('I')) {
            path(false);
            write("<");
            listUntilEnd(", ", this::genericArgument);
            open = true;
        } else {
            path(false);
        }
        depth--;
        return open;
    }

    private void binder() {
        if (!in.skip('G')) {
            return;
        }
        long count = in.base62() + 1;
        if (count > 50) {
            throw new V0Symbols.NotV0();
        }
        write("for<");
        for (int i = 0; i < count; i++) {
            lifetimes++;
            write(i == 0 ? "" : ", ");
            lifetime(1);
        }
        write("> ");
    }

    private void lifetime(long which) {
        if (which == 0) {
            write("'_");
        } else if (which > lifetimes) {
            throw new V0Symbols.NotV0();
        } else {
            long index = lifetimes - which;
            write(index < 26 ? "'" + (char) ('a' + index) : "'_" + index);
        }
    }

    private void constant() {
        enter();
        char tag = in.next();
        switch (tag) {
            case 'p' -> write("_");
            case 'B' -> back(this::constant);
            case 'b' -> write(in.hexDigits().equals("1") ? "true" : "false");
            case 'c' -> character();
            case 'R', 'Q' -> {
                write(tag == 'R' ? "&" : "&mut ");
                constant();
            }
            case 'A' -> {
                write("[");
                listUntilEnd(", ", this::constant);
                write("]");
            }
            case 'T' -> {
                write("(");
                write(listUntilEnd(", ", this::constant) == 1 ? ",)" : ")");
            }
            case 'e' -> {
                in.hexDigits();
                write("\"...\"");
            }
            case 'V' -> variant();
            default -> {
                if (V0Symbols.basicType(tag) == null) {
                    throw new V0Symbols.NotV0();
                }
                number();
            }
        }
        depth--;
    }

    private void variant() {
        path(true);
        switch (in.next()) {
            case 'U' -> {}
            case 'T' -> {
                write("(");
                listUntilEnd(", ", this::constant);
                write(")");
            }
            case 'S' -> {
                write(" { ");
                listUntilEnd(", ", () -> {
                    in.disambiguator();
                    write(in.identifier() + ": ");
                    constant();
                });
                write(" }");
            }
            default -> throw new V0Symbols.NotV0();
        }
    }

    private void number() {
        boolean negative = in.skip('n');
        String digits = in.hexDigits();
        String text = digits.length() > 16 ? "0x" + digits : Long.toUnsignedString(Long.parseUnsignedLong(digits, 16));
        write((negative ? "-" : "") + text);
    }

    private void character() {
        String digits = in.hexDigits();
        int code = digits.length() > 6 ? -1 : Integer.parseInt(digits, 16);
        if (!Character.isValidCodePoint(code)) {
            throw new V0Symbols.NotV0();
        }
        write("'" + Character.toString(code) + "'");
    }

    private int listUntilEnd(String separator, Runnable item) {
        int count = 0;
        while (!in.skip('E')) {
            write(count == 0 ? "" : separator);
            item.run();
            count++;
        }
        return count;
    }

    private void back(Runnable there) {
        int start = in.position() - 1;
        long target = in.base62();
        if (target < 0 || target >= start) {
            throw new V0Symbols.NotV0();
        }
        if (muted > 0) {
            return;
        }
        int here = in.position();
        in.moveTo((int) target);
        there.run();
        in.moveTo(here);
    }

    private void enter() {
        if (++depth > DEEPEST || ++steps > LONGEST) {
            throw new V0Symbols.NotV0();
        }
    }

    private void write(String text) {
        if (muted == 0) {
            out.append(text);
        }
        if (out.length() > LONGEST) {
            throw new V0Symbols.NotV0();
        }
    }
}
