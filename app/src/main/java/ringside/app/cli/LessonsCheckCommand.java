package ringside.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ringside.lessons.catalog.LessonCatalog;
import ringside.lessons.check.CheckItem;
import ringside.lessons.check.CheckResult;
import ringside.lessons.check.LessonCheck;

/** Checks lessons: their files, and that their solutions pass them. */
@Command(name = "check", description = "Checks lessons and plays their solutions; without arguments all bundled ones.")
final class LessonsCheckCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FOLDER", description = "The folder of a lesson, or the id of a bundled one.")
    private List<String> folders = List.of();

    @Override
    public Integer call() {
        List<CheckResult> results = (folders.isEmpty() ? LessonCatalog.ids() : folders)
                .stream().map(LessonCheck::check).toList();
        if (common.wantsJson()) {
            common.printDocument(results);
        } else {
            results.forEach(this::print);
        }
        boolean allPassed = results.stream().allMatch(CheckResult::passed);
        return allPassed ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    private void print(CheckResult result) {
        common.printf(
                "%s %s, %d of %d points%n",
                result.id(), result.passed() ? "passed" : "NOT PASSED", result.score(), result.max());
        for (CheckItem item : result.items()) {
            String step = item.step().isEmpty() ? "" : item.step() + ": ";
            common.printf("  %s %s%s%n", item.passed() ? "ok " : "-- ", step, item.text());
        }
    }
}
