package ringside.lessons.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.lessons.move.Move;

/**
 * The commands and answers that pass a lesson.
 *
 * @param steps by the id of the step
 */
public record Solution(Map<String, Part> steps) {

    /** What passes one step: the answer to its prediction, given first, and the commands. */
    public record Part(Optional<String> answer, List<Move> commands) {
        /** Copies the list. */
        public Part {
            commands = List.copyOf(commands);
        }
    }

    /** Copies the map. */
    public Solution {
        steps = Map.copyOf(steps);
    }
}
