package ringside.pane.code;

import java.util.Locale;

/** A piece of text in one style. */
public record Span(String text, Style style) {

    /** What a piece of text is; the themes give each a colour, and those that matter also a weight. */
    public enum Style {
        PLAIN(""),
        KEYWORD("syn-keyword"),
        TYPE("syn-type"),
        COMMENT("syn-comment"),
        STRING("syn-string"),
        NUMBER("syn-number"),
        MACRO("syn-macro"),
        FAINT("faint"),
        DIM("dim"),
        STRONG("strong"),
        CHANGED("chg"),
        SELECTED("sel"),
        BAD("bad"),
        INK_KERNEL("ink-kernel"),
        INK_SKY("ink-sky"),
        INK_PINK("ink-pink"),
        INK_AMBER("ink-amber"),
        INK_GREEN("ink-green"),
        INK_YELLOW("ink-yellow"),
        INK_REDOX("ink-redox"),
        INK_THESEUS("ink-theseus"),
        INK_OK("ink-ok");

        private final String styleClass;

        Style(String styleClass) {
            this.styleClass = styleClass;
        }

        /** The style of a symbol in that colour of the theme. */
        public static Style ofColour(String name) {
            return switch (name) {
                case "keyword" -> KEYWORD;
                case "string" -> STRING;
                case "dim" -> DIM;
                case "faint" -> FAINT;
                default -> valueOf("INK_" + name.toUpperCase(Locale.ROOT));
            };
        }

        /** The style class in the themes, or an empty text. */
        public String styleClass() {
            return styleClass;
        }
    }

    /** Text without a style. */
    public static Span plain(String text) {
        return new Span(text, Style.PLAIN);
    }
}
