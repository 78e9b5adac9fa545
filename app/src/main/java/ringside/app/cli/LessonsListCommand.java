package ringside.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import ringside.lessons.catalog.LessonCatalog;
import ringside.lessons.catalog.LessonSummary;

/** Lists the bundled lessons. */
@Command(name = "list", description = "Lists the bundled lessons.")
final class LessonsListCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        List<LessonSummary> lessons = LessonCatalog.summaries();
        if (common.wantsJson()) {
            common.printDocument(lessons);
        } else {
            for (LessonSummary lesson : lessons) {
                common.printf(
                        "%-20s %-8s %-12s %3d min %3d steps  %s%n",
                        lesson.id(), lesson.style(), lesson.level(), lesson.minutes(), lesson.steps(), lesson.title());
            }
        }
        return CommandLineProgram.DONE;
    }
}
