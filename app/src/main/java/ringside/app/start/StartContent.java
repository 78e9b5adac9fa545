package ringside.app.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ringside.kernels.image.Recipe;

/**
 * What the start page offers.
 *
 * @param recipes the bundled images, by their recipes
 * @param lessons the lessons
 * @param recent files opened or saved, the latest first
 */
public record StartContent(List<Recipe> recipes, List<Lesson> lessons, List<String> recent) {

    /**
     * A kernel style.
     *
     * @param style {@code tock}, {@code redox} or {@code theseus}
     * @param image the recipe of the image that boots, or nothing if there is none in this version
     * @param variants other images of that style
     * @param reason the key of the text that says why there is none
     */
    public record Card(String style, Optional<Recipe> image, List<Recipe> variants, String reason) {
        /** Copies the list. */
        public Card {
            variants = List.copyOf(variants);
        }
    }

    /** A lesson. */
    public record Lesson(String id, String title, String style, int steps, int minutes) {}

    /** Copies the lists. */
    public StartContent {
        recipes = List.copyOf(recipes);
        lessons = List.copyOf(lessons);
        recent = List.copyOf(recent);
    }

    /** A card for each kernel style: one of them is not in this version. */
    public List<Card> cards() {
        return List.of(
                card("tock", "mini-tock", "start.missing"),
                card("redox", "mini-redox", "start.missing"),
                card("theseus", "mini-theseus", "start.notYet"));
    }

    /** The bundled images of no kernel style: tests and benchmarks. */
    public List<Recipe> others() {
        return ofStyle("other").toList();
    }

    private Card card(String style, String image, String reason) {
        Optional<Recipe> main =
                ofStyle(style).filter(recipe -> recipe.name().equals(image)).findFirst();
        List<Recipe> variants =
                ofStyle(style).filter(recipe -> !recipe.name().equals(image)).toList();
        return new Card(style, main, variants, main.isPresent() ? "" : reason);
    }

    private Stream<Recipe> ofStyle(String style) {
        return recipes.stream().filter(recipe -> recipe.style().equals(style));
    }
}
