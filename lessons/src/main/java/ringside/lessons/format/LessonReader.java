package ringside.lessons.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ringside.cpu.BadInputException;
import ringside.lessons.json.JsonPlace;

/** Reads a lesson from its files, and finds every mistake that can be found without the machine. */
public final class LessonReader {
    /** The file that describes the lesson. */
    public static final String LESSON_FILE = "lesson.json";

    /** The file with the solution. */
    public static final String SOLUTION_FILE = "solution.json";

    /** The version of the format that this program reads. */
    public static final int FORMAT = 1;

    private static final int MOST_MINUTES = 600;

    private final LessonFiles files;
    private final List<String> problems = new ArrayList<>();

    private LessonReader(LessonFiles files) {
        this.files = files;
    }

    /**
     * A lesson as it was read.
     *
     * @param lesson the lesson, if it could be read without a mistake
     * @param solution its solution, if it has one
     * @param problems what is wrong, each in one line
     */
    public record Result(Optional<Lesson> lesson, Optional<Solution> solution, List<String> problems) {
        /** Copies the list. */
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** Reads everything and tells all mistakes. */
    public static Result readAll(LessonFiles files) {
        LessonReader reader = new LessonReader(files);
        Optional<Lesson> lesson = reader.lesson();
        Optional<Solution> solution = lesson.flatMap(reader::solution);
        return new Result(lesson, solution, reader.problems);
    }

    /**
     * Reads a lesson.
     *
     * @throws BadInputException with the first mistake
     */
    public static Lesson read(LessonFiles files) {
        LessonReader reader = new LessonReader(files);
        return reader.lesson().orElseThrow(() -> new BadInputException(reader.problems.get(0)));
    }

    private Optional<Lesson> lesson() {
        try {
            JsonPlace place = parse(LESSON_FILE)
                    .orElseThrow(() -> new BadInputException(files.name() + " has no file " + LESSON_FILE
                            + "; a lesson is a folder with that file and a text for each step"));
            checkFormat(place);
            place.allow("$schema", "format", "id", "title", "style", "level", "minutes", "image", "steps");
            List<Step> steps = steps(place);
            return problems.isEmpty() ? Optional.of(lesson(place, steps)) : Optional.empty();
        } catch (BadInputException wrong) {
            problems.add(wrong.getMessage());
            return Optional.empty();
        }
    }

    private Lesson lesson(JsonPlace place, List<Step> steps) {
        return new Lesson(
                id(place),
                place.text("title"),
                place.word("style", Lesson.STYLES),
                place.word("level", Lesson.LEVELS),
                place.number("minutes", 1, MOST_MINUTES),
                files.image(place.text("image")),
                steps);
    }

    private List<Step> steps(JsonPlace place) {
        StepReader reader = new StepReader(files);
        Set<String> ids = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        for (JsonPlace step : place.objects("steps", step -> step)) {
            try {
                steps.add(reader.read(step));
                if (!ids.add(step.text("id"))) {
                    throw step.badAt("id", "is \"" + step.text("id") + "\", like that of a step before");
                }
            } catch (BadInputException wrong) {
                problems.add(wrong.getMessage());
            }
        }
        if (steps.isEmpty() && problems.isEmpty()) {
            throw place.badAt("steps", "must be a list of at least one step");
        }
        return steps;
    }

    private Optional<Solution> solution(Lesson lesson) {
        try {
            Optional<JsonPlace> place = parse(SOLUTION_FILE);
            place.ifPresent(LessonReader::checkFormat);
            return place.map(solution -> SolutionReader.read(solution, lesson));
        } catch (BadInputException wrong) {
            problems.add(wrong.getMessage());
            return Optional.empty();
        }
    }

    private Optional<JsonPlace> parse(String file) {
        return files.text(file).map(text -> JsonPlace.parse(files.name() + "/" + file, text));
    }

    private static void checkFormat(JsonPlace place) {
        int format = place.number("format", 1, Integer.MAX_VALUE);
        if (format != FORMAT) {
            throw place.badAt(
                    "format",
                    "is " + format + ", but this version of Ringside reads format " + FORMAT + "; try a newer version");
        }
    }

    /** A name made of lower-case letters, digits and hyphens. */
    static String id(JsonPlace place) {
        String id = place.text("id");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw place.badAt("id", "is \"" + id + "\"; use lower-case letters, digits and hyphens");
        }
        return id;
    }
}
