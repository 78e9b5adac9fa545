package ringside.pane.paging;

import java.util.List;
import ringside.kernels.view.FrameOwner;
import ringside.pane.TaskColour;
import ringside.pane.Words;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** How the owner of memory is drawn: a symbol for the kind in the colour of the owner, and always words. */
final class OwnerMark {
    private OwnerMark() {}

    /** Symbol and words. */
    static List<Span> spans(FrameOwner owner) {
        return List.of(symbol(owner), Span.plain(words(owner)));
    }

    /** The symbol alone, with a space behind it. */
    static Span symbol(FrameOwner owner) {
        String symbol = switch (owner.kind()) {
            case TASK -> "\u25cf";
            case KERNEL -> "\u25a0";
            case IMAGE -> "\u25a3";
            case MODULE -> "\u25a4";
            case PAGE_TABLES -> "\u25a6";
            case FREE -> "\u25cb";
            case RAM -> "\u25a1";
            case ROM -> "\u25a7";
            case DEVICE -> "\u25c6";
            case NOTHING -> "\u00b7";
        };
        return new Span(symbol + " ", Style.ofColour(colour(owner)));
    }

    /** The name of a theme colour: that of the task or of the kernel, as everywhere, or one for the kind. */
    static String colour(FrameOwner owner) {
        return switch (owner.kind()) {
            case TASK, KERNEL, IMAGE -> TaskColour.of(owner.task());
            case PAGE_TABLES -> "theseus";
            case MODULE -> "string";
            case DEVICE -> "keyword";
            case ROM -> "dim";
            case FREE -> "ok";
            case RAM, NOTHING -> "faint";
        };
    }

    /** Who, and what for. */
    static String words(FrameOwner owner) {
        String who = who(owner);
        return owner.purpose().isEmpty() ? who : Words.of("owner.purpose", who, owner.purpose());
    }

    /** Who. */
    static String who(FrameOwner owner) {
        String key = "owner." + owner.kind().name();
        String nameless = key + ".nameless";
        return owner.name().isEmpty() && Words.has(nameless) ? Words.of(nameless) : Words.of(key, owner.name());
    }
}
