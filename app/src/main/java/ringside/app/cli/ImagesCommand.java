package ringside.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.image.Recipe;
import ringside.kernels.image.RecipeCheck;

/** Lists the bundled images. */
@Command(name = "images", description = "Lists the bundled images; --check verifies the hashes of their recipes.")
final class ImagesCommand implements Callable<Integer> {
    /** One image in the JSON. */
    record ImageLine(String name, String machine, String style, String sha256, String description) {}

    /** One image in the JSON of the check. */
    record CheckLine(
            String name,
            String machine,
            String style,
            String sha256,
            String description,
            int checked,
            List<String> mismatches) {}

    @Mixin
    private CommonOptions common;

    @Option(names = "--check", description = "Compare every bundled file with the hash that its recipe pins.")
    private boolean check;

    @Override
    public Integer call() {
        List<Recipe> recipes = ImageCatalog.recipes();
        return check ? check(recipes) : list(recipes);
    }

    private int list(List<Recipe> recipes) {
        if (common.wantsJson()) {
            common.printDocument(recipes.stream().map(ImagesCommand::line).toList());
            return CommandLineProgram.DONE;
        }
        String name = nameColumn(recipes);
        for (Recipe recipe : recipes) {
            common.printf(
                    name + " %-11s %-8s %s%n  %s%n",
                    recipe.name(),
                    recipe.machine(),
                    recipe.style(),
                    recipe.output().sha256(),
                    recipe.description());
        }
        return CommandLineProgram.DONE;
    }

    /** The name's column, as wide as the longest name. */
    private static String nameColumn(List<Recipe> recipes) {
        return "%-"
                + recipes.stream()
                        .mapToInt(recipe -> recipe.name().length())
                        .max()
                        .orElse(1) + "s";
    }

    private static ImageLine line(Recipe recipe) {
        return new ImageLine(
                recipe.name(), recipe.machine(), recipe.style(), recipe.output().sha256(), recipe.description());
    }

    private int check(List<Recipe> recipes) {
        List<RecipeCheck> checks = recipes.stream().map(RecipeCheck::of).toList();
        if (common.wantsJson()) {
            common.printDocument(java.util.stream.IntStream.range(0, recipes.size())
                    .mapToObj(i -> checked(recipes.get(i), checks.get(i)))
                    .toList());
        } else {
            String name = nameColumn(recipes);
            for (RecipeCheck result : checks) {
                common.printf(
                        name + " %s, %d files compared%n",
                        result.image(),
                        result.holds() ? "holds" : "DIFFERS",
                        result.checked());
                result.mismatches().forEach(mismatch -> common.printf("  %s%n", mismatch));
            }
        }
        boolean allHold = checks.stream().allMatch(RecipeCheck::holds);
        return allHold ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    private static CheckLine checked(Recipe recipe, RecipeCheck check) {
        return new CheckLine(
                recipe.name(),
                recipe.machine(),
                recipe.style(),
                recipe.output().sha256(),
                recipe.description(),
                check.checked(),
                check.mismatches());
    }
}
