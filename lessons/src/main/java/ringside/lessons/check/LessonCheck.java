package ringside.lessons.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.lessons.catalog.LessonCatalog;
import ringside.lessons.engine.LessonState;
import ringside.lessons.engine.Notice;
import ringside.lessons.format.Goal;
import ringside.lessons.format.Lesson;
import ringside.lessons.format.LessonFiles;
import ringside.lessons.format.LessonReader;
import ringside.lessons.format.Solution;
import ringside.lessons.format.Step;
import ringside.lessons.move.Move;
import ringside.lessons.play.LessonRunner;

/**
 * Checks a lesson: that its files have no mistake, and that its solution passes it on the real image.
 *
 * <p>While the solution is played, each step must prove that it asks for something: no goal may hold when the step begins,
 * the last command and none before it must make all of them hold, the machine must know the right answer to the prediction,
 * and every wrong answer must be told from it.
 */
public final class LessonCheck {
    private final List<CheckItem> items = new ArrayList<>();
    private final LessonFiles files;

    private LessonCheck(LessonFiles files) {
        this.files = files;
    }

    /**
     * Checks a lesson by its id or its folder.
     *
     * @throws BadInputException if there is no such lesson
     */
    public static CheckResult check(String idOrFolder) {
        return check(LessonCatalog.files(idOrFolder));
    }

    /** Checks a lesson. */
    public static CheckResult check(LessonFiles files) {
        return new LessonCheck(files).run();
    }

    private CheckResult run() {
        LessonReader.Result read = LessonReader.readAll(files);
        read.problems().forEach(problem -> problem("", problem));
        if (read.lesson().isEmpty()) {
            return result(files.name(), 0, 0);
        }
        Lesson lesson = read.lesson().get();
        LessonState end = LessonState.begin(lesson);
        if (read.solution().isPresent()) {
            end = play(lesson, read.solution().get());
        } else if (read.problems().isEmpty()) {
            problem(
                    "",
                    files.name() + " has no file " + LessonReader.SOLUTION_FILE
                            + ", so nobody knows whether it can be passed");
        }
        return result(lesson.id(), end.score(), end.most());
    }

    private CheckResult result(String id, int score, int max) {
        return new CheckResult(id, items.stream().allMatch(CheckItem::passed), score, max, items);
    }

    private LessonState play(Lesson lesson, Solution solution) {
        Session session;
        LessonRunner runner;
        try {
            session = Session.open(ImageCatalog.open(lesson.image()));
            runner = new LessonRunner(lesson, session);
        } catch (BadInputException wrong) {
            problem("", wrong.getMessage());
            return LessonState.begin(lesson);
        }
        for (Step step : lesson.steps()) {
            try {
                if (!step.equals(runner.state().step())) {
                    runner.next();
                }
                int problems = items.size();
                playStep(runner, session, step, solution.steps().get(step.id()));
                if (items.size() == problems) {
                    items.add(new CheckItem(
                            step.id(),
                            true,
                            "passed at mark " + session.timeline().mark()));
                }
            } catch (BadInputException wrong) {
                problem(step.id(), wrong.getMessage());
            }
            if (!runner.state().isStepPassed()) {
                break;
            }
        }
        return runner.state();
    }

    private void playStep(LessonRunner runner, Session session, Step step, Solution.Part part) {
        LessonState before = runner.state();
        for (int i = 0; i < step.goals().size(); i++) {
            if (before.progress().goals().get(i)) {
                problem(step.id(), "the goal \"" + step.goals().get(i).text() + "\" holds before anything was done");
            }
        }
        part.answer().ifPresent(answer -> {
            Notice notice = runner.commit(answer).notice();
            if (notice != Notice.NONE) {
                problem(step.id(), "the solution's answer \"" + answer + "\": " + notice.text());
            }
        });
        for (int i = 0; i < part.commands().size(); i++) {
            if (runner.state().progress().reached()) {
                problem(
                        step.id(),
                        "the goals hold before the command " + (i + 1) + " of the solution; it is not needed");
                break;
            }
            make(part.commands().get(i), i, session, step);
            runner.machineMoved();
        }
        if (runner.state().progress().reached()) {
            step.prediction()
                    .ifPresent(prediction -> new PredictionCheck(step, prediction)
                            .problems(before, runner.state())
                            .forEach(problem -> problem(step.id(), problem)));
        } else {
            problem(step.id(), "the solution does not reach " + open(runner.state(), step));
        }
    }

    private void make(Move move, int index, Session session, Step step) {
        if (!move.make(session)) {
            problem(
                    step.id(),
                    "the command " + (index + 1) + " of the solution (" + move
                            + ") did not come to its end; the machine is at mark "
                            + session.timeline().mark()
                            + Optional.ofNullable(session.timeline().lastStop())
                                    .map(stop -> ". " + stop.explanation())
                                    .orElse(""));
        }
    }

    private static String open(LessonState state, Step step) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < step.goals().size(); i++) {
            if (!state.progress().goals().get(i)) {
                Goal goal = step.goals().get(i);
                open.add("\"" + goal.text() + "\"");
            }
        }
        return "the " + (open.size() == 1 ? "goal " : "goals ") + String.join(", ", open);
    }

    private void problem(String step, String text) {
        items.add(new CheckItem(step, false, text));
    }
}
