package ringside.lessons.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringside.lessons.predicate.Source;

/**
 * A question that is answered before the machine does.
 *
 * @param kind what kind of answer it wants
 * @param question the question, as Markdown
 * @param options what to choose from or to bring into order; empty for numbers and addresses
 * @param answer where the right number or address comes from, when the step's goals hold
 * @param right what to say to a right answer
 * @param wrong what to say to a wrong one
 */
public record Prediction(
        Kind kind, String question, List<Option> options, Optional<Source> answer, String right, String wrong) {

    /** The kinds of answers. */
    public enum Kind {
        CHOICE,
        NUMBER,
        ADDRESS,
        ORDER;

        /** Its name in lessons. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the list. */
    public Prediction {
        options = List.copyOf(options);
    }

    /** Whether the answer is typed rather than chosen. */
    public boolean isTyped() {
        return kind == Kind.NUMBER || kind == Kind.ADDRESS;
    }
}
