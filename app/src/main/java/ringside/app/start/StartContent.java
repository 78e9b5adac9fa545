package ringside.app.start;

import java.util.List;

/**
 * What the start page offers.
 *
 * @param cards one for each kernel style
 * @param lessons the lessons
 * @param others bundled images of no kernel style
 * @param recent files opened or saved, the latest first
 */
public record StartContent(List<Card> cards, List<Lesson> lessons, List<Other> others, List<String> recent) {

    /**
     * A kernel style.
     *
     * @param style {@code tock}, {@code redox} or {@code theseus}
     * @param image the name of the image that boots, or an empty text if there is none in this version
     * @param reason the key of the text that says why there is none
     */
    public record Card(String style, String image, String reason) {
        /** Whether it can be booted. */
        public boolean isBootable() {
            return !image.isEmpty();
        }
    }

    /** A lesson. */
    public record Lesson(String id, String title, String style, int steps, int minutes) {}

    /** A bundled image that is no kernel of a style: a test, a benchmark. */
    public record Other(String image, String machine, String description) {}

    /** Copies the lists. */
    public StartContent {
        cards = List.copyOf(cards);
        lessons = List.copyOf(lessons);
        others = List.copyOf(others);
        recent = List.copyOf(recent);
    }

    /** The cards for these bundled images: two styles are not in this version. */
    public static List<Card> cards(List<String> images) {
        return List.of(
                card("tock", "mini-tock", images, "start.missing"),
                card("redox", "mini-redox", images, "start.notYet"),
                card("theseus", "mini-theseus", images, "start.notYet"));
    }

    private static Card card(String style, String image, List<String> images, String reason) {
        return images.contains(image) ? new Card(style, image, "") : new Card(style, "", reason);
    }
}
