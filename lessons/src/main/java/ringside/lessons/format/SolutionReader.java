package ringside.lessons.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.lessons.json.JsonPlace;
import ringside.lessons.move.Move;

/** Reads a solution, which must have a part for each step of the lesson. */
final class SolutionReader {
    private SolutionReader() {}

    static Solution read(JsonPlace place, Lesson lesson) {
        place.allow("$schema", "format", "steps");
        Map<String, Solution.Part> parts = new HashMap<>();
        for (JsonPlace part : place.objects("steps", part -> part)) {
            part.allow("step", "answer", "commands");
            Step step = step(part, lesson);
            if (parts.put(step.id(), part(part, step)) != null) {
                throw part.badAt("step", "is \"" + step.id() + "\", which is solved before");
            }
        }
        for (Step step : lesson.steps()) {
            if (!parts.containsKey(step.id())) {
                throw place.badAt("steps", "has no solution of the step \"" + step.id() + "\"");
            }
        }
        return new Solution(parts);
    }

    private static Step step(JsonPlace part, Lesson lesson) {
        String id = part.text("step");
        return lesson.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> part.badAt("step", "is \"" + id + "\", but the lesson has no such step"));
    }

    private static Solution.Part part(JsonPlace part, Step step) {
        Optional<String> answer = part.has("answer") ? Optional.of(part.text("answer")) : Optional.empty();
        if (answer.isPresent() && step.prediction().isEmpty()) {
            throw part.badAt("answer", "answers nothing: the step has no prediction");
        }
        if (answer.isEmpty() && step.prediction().isPresent()) {
            throw part.badAt("answer", "is missing: the step has a prediction");
        }
        List<Move> moves = new ArrayList<>();
        for (String text : part.texts("commands")) {
            try {
                moves.add(Move.parse(text));
            } catch (BadInputException wrong) {
                throw part.badAt("commands", "are not right: " + wrong.getMessage());
            }
        }
        return new Solution.Part(answer, moves);
    }
}
