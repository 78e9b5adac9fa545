package ringside.lessons.format;

import java.util.List;
import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.lessons.json.JsonPlace;
import ringside.lessons.move.Place;
import ringside.lessons.predicate.PredicateReader;

/** Reads a step. */
final class StepReader {
    private final LessonFiles files;

    StepReader(LessonFiles files) {
        this.files = files;
    }

    Step read(JsonPlace place) {
        place.allow("id", "title", "text", "start", "highlights", "prediction", "goals", "hints");
        List<Goal> goals = place.objects("goals", StepReader::goal);
        if (goals.isEmpty()) {
            throw place.badAt("goals", "must be a list of at least one goal; without one the step cannot be passed");
        }
        return new Step(
                LessonReader.id(place),
                place.text("title"),
                text(place),
                start(place),
                place.objects("highlights", StepReader::highlight),
                place.objectIfAny("prediction").map(PredictionReader::read),
                goals,
                place.texts("hints"));
    }

    private static Goal goal(JsonPlace place) {
        place.allow("text", "holds");
        return new Goal(place.text("text"), PredicateReader.predicate(place.object("holds")));
    }

    private static Highlight highlight(JsonPlace place) {
        place.allow("pane", "what");
        Highlight highlight = new Highlight(place.word("pane", Highlight.PANES), place.text("what"));
        if (highlight.pane().equals("memory") && !highlight.what().matches("[0-9a-fA-F]{1,8}:[0-9]{1,6}")) {
            throw place.badAt(
                    "what", "is \"" + highlight.what() + "\"; in memory write ADDRESS:LENGTH, such as 20000000:64");
        }
        return highlight;
    }

    private String text(JsonPlace place) {
        String file = place.text("text");
        if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*\\.md")) {
            throw place.badAt("text", "is \"" + file + "\"; name a Markdown file (.md) in the lesson's folder");
        }
        return files.text(file)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> place.badAt("text", "names " + file + ", but that file is missing or empty"));
    }

    private static Optional<Place> start(JsonPlace place) {
        if (!place.has("start")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Place.parse(place.text("start")));
        } catch (BadInputException wrong) {
            throw place.badAt("start", "is not right: " + wrong.getMessage());
        }
    }
}
