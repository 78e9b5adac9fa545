package ringside.pane.code;

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
        BAD("bad");

        private final String styleClass;

        Style(String styleClass) {
            this.styleClass = styleClass;
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
