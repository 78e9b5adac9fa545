package ringside.lessons.format;

import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ringside.lessons.json.JsonPlace;
import ringside.lessons.predicate.Comparison;
import ringside.lessons.predicate.Predicate;
import ringside.lessons.predicate.PredicateReader;
import ringside.lessons.predicate.Source;

/** Reads a prediction. */
final class PredictionReader {
    private static final List<String> KINDS =
            Arrays.stream(Prediction.Kind.values()).map(Prediction.Kind::label).toList();
    private static final Source ONE = new Source.Literal(new JsonPrimitive(1));
    private static final Predicate ALWAYS = new Predicate.Compare(ONE, Comparison.IS, ONE);

    private PredictionReader() {}

    static Prediction read(JsonPlace place) {
        place.allow("kind", "question", "options", "answerFrom", "right", "wrong");
        Prediction.Kind kind = Prediction.Kind.values()[KINDS.indexOf(place.word("kind", KINDS))];
        Prediction prediction = new Prediction(
                kind,
                place.text("question"),
                place.objects("options", option -> option(option, kind)),
                place.objectIfAny("answerFrom").map(PredicateReader::onlySource),
                place.text("right"),
                place.text("wrong"));
        if (prediction.isTyped()) {
            checkTyped(place, prediction);
        } else {
            checkChosen(place, prediction);
        }
        return prediction;
    }

    private static void checkTyped(JsonPlace place, Prediction prediction) {
        if (prediction.answer().isEmpty()) {
            throw place.badAt("answerFrom", "is missing: it says where the machine has the right answer");
        }
        if (place.has("options")) {
            throw place.badAt(
                    "options",
                    "are not for a prediction of the kind " + prediction.kind().label());
        }
    }

    private static void checkChosen(JsonPlace place, Prediction prediction) {
        String kind = prediction.kind().label();
        if (place.has("answerFrom")) {
            throw place.badAt(
                    "answerFrom", "is not for a prediction of the kind " + kind + "; its options say what is right");
        }
        if (prediction.options().size() < 2) {
            throw place.badAt("options", "must be a list of at least two");
        }
        Set<String> texts = new HashSet<>();
        for (Option option : prediction.options()) {
            if (!texts.add(option.text())) {
                throw place.badAt("options", "have \"" + option.text() + "\" twice");
            }
        }
        if (prediction.kind() == Prediction.Kind.CHOICE
                && prediction.options().stream()
                        .allMatch(option -> option.rightWhen().isEmpty())) {
            throw place.badAt("options", "have no right one; give one of them \"right\": true, or \"rightWhen\"");
        }
    }

    private static Option option(JsonPlace place, Prediction.Kind kind) {
        if (kind == Prediction.Kind.ORDER) {
            place.allow("text", "event", "task", "detail", "why");
            return new Option(
                    place.text("text"),
                    Optional.empty(),
                    Optional.of(PredicateReader.pattern(place)),
                    place.textOrEmpty("why"));
        }
        place.allow("text", "right", "rightWhen", "why");
        return new Option(place.text("text"), rightWhen(place), Optional.empty(), place.textOrEmpty("why"));
    }

    private static Optional<Predicate> rightWhen(JsonPlace place) {
        if (place.has("right") && place.has("rightWhen")) {
            throw place.bad("has both \"right\" and \"rightWhen\"; one is enough");
        }
        return place.flag("right", false)
                ? Optional.of(ALWAYS)
                : place.objectIfAny("rightWhen").map(PredicateReader::predicate);
    }
}
