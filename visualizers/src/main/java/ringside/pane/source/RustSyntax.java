package ringside.pane.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/**
 * Colours Rust source, line by line.
 *
 * <p>How it works: a scanner walks over the characters of a line; the only thing that it carries over to the next line
 * is how deep it is inside block comments, and whether it is inside a string.
 */
public final class RustSyntax {
    private static final Set<String> KEYWORDS = Set.of(
            "as",
            "async",
            "await",
            "break",
            "const",
            "continue",
            "crate",
            "dyn",
            "else",
            "enum",
            "extern",
            "false",
            "fn",
            "for",
            "if",
            "impl",
            "in",
            "let",
            "loop",
            "match",
            "mod",
            "move",
            "mut",
            "pub",
            "ref",
            "return",
            "self",
            "static",
            "struct",
            "super",
            "trait",
            "true",
            "type",
            "unsafe",
            "use",
            "where",
            "while");
    private static final Set<String> TYPES = Set.of(
            "Self", "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8", "u16", "u32",
            "u64", "u128", "usize");

    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private int commentDepth;
    private boolean inString;

    private RustSyntax() {}

    /** Colours the lines of one file. */
    public static List<List<Span>> colour(List<String> lines) {
        RustSyntax scanner = new RustSyntax();
        List<List<Span>> result = new ArrayList<>();
        for (String line : lines) {
            result.add(scanner.line(line.replace("\t", "    ")));
        }
        return result;
    }

    private List<Span> line(String line) {
        spans.clear();
        int at = 0;
        while (at < line.length()) {
            at = token(line, at);
        }
        flush();
        return List.copyOf(spans);
    }

    private int token(String line, int at) {
        if (commentDepth > 0) {
            return blockComment(line, at);
        }
        if (inString) {
            return string(line, at, at);
        }
        char c = line.charAt(at);
        if (line.startsWith("//", at)) {
            return add(line, at, line.length(), Style.COMMENT);
        }
        if (line.startsWith("/*", at)) {
            commentDepth = 1;
            return add(line, at, at + 2, Style.COMMENT);
        }
        if (c == '"') {
            inString = true;
            return string(line, at, at + 1);
        }
        if (c == '\'') {
            return characterOrLifetime(line, at);
        }
        if (c == '#' && (line.startsWith("#[", at) || line.startsWith("#![", at))) {
            int end = line.indexOf(']', at);
            return add(line, at, end < 0 ? line.length() : end + 1, Style.MACRO);
        }
        if (Character.isDigit(c)) {
            return number(line, at);
        }
        if (Character.isJavaIdentifierStart(c) && c != '$') {
            return word(line, at);
        }
        pending.append(c);
        return at + 1;
    }

    private int blockComment(String line, int from) {
        int at = from;
        while (at < line.length() && commentDepth > 0) {
            if (line.startsWith("*/", at)) {
                commentDepth--;
                at += 2;
            } else if (line.startsWith("/*", at)) {
                commentDepth++;
                at += 2;
            } else {
                at++;
            }
        }
        return add(line, from, at, Style.COMMENT);
    }

    private int string(String line, int start, int from) {
        int at = from;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == '"') {
                inString = false;
                return add(line, start, at + 1, Style.STRING);
            } else {
                at++;
            }
        }
        return add(line, start, line.length(), Style.STRING);
    }

    private int characterOrLifetime(String line, int at) {
        int close = line.indexOf('\'', at + 1);
        boolean escaped = at + 1 < line.length() && line.charAt(at + 1) == '\\';
        if (close > 0 && (close == at + 2 || escaped)) {
            int end = escaped && close == at + 2 ? line.indexOf('\'', at + 3) : close;
            return add(line, at, end < 0 ? line.length() : end + 1, Style.STRING);
        }
        int end = at + 1;
        while (end < line.length() && Character.isJavaIdentifierPart(line.charAt(end))) {
            end++;
        }
        return add(line, at, end, Style.TYPE);
    }

    private int number(String line, int at) {
        int end = at;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        return add(line, at, end, Style.NUMBER);
    }

    private int word(String line, int at) {
        int end = at;
        while (end < line.length() && Character.isJavaIdentifierPart(line.charAt(end))) {
            end++;
        }
        String word = line.substring(at, end);
        if (end < line.length() && line.charAt(end) == '!' && !line.startsWith("!=", end)) {
            return add(line, at, end + 1, Style.MACRO);
        }
        if (KEYWORDS.contains(word)) {
            return add(line, at, end, Style.KEYWORD);
        }
        boolean named = Character.isUpperCase(word.charAt(0)) && word.chars().anyMatch(Character::isLowerCase);
        if (TYPES.contains(word) || named) {
            return add(line, at, end, Style.TYPE);
        }
        pending.append(word);
        return end;
    }

    private int add(String line, int from, int to, Style style) {
        flush();
        int end = Math.min(to, line.length());
        spans.add(new Span(line.substring(from, end), style));
        return end;
    }

    private void flush() {
        if (pending.length() > 0) {
            spans.add(Span.plain(pending.toString()));
            pending.setLength(0);
        }
    }
}
