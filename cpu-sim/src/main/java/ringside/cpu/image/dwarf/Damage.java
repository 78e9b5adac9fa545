package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import ringside.cpu.BadInputException;

/** What was found damaged in the debug information of an image. All the rest can still be used. */
final class Damage {
    private static final int MOST = 20;

    private final Set<String> found = new LinkedHashSet<>();

    /** The answer to a question, or another one if what it needs is damaged. */
    <T> T orElse(T otherwise, Supplier<T> question) {
        try {
            return question.get();
        } catch (BadInputException e) {
            note(e);
            return otherwise;
        }
    }

    /** Does something as far as it can be done. */
    void guard(Runnable work) {
        try {
            work.run();
        } catch (BadInputException e) {
            note(e);
        }
    }

    /** In words for the user, each once, the first ones if there are many. */
    List<String> all() {
        return new ArrayList<>(found);
    }

    private void note(BadInputException e) {
        if (found.size() < MOST) {
            found.add(e.getMessage());
        }
    }
}
