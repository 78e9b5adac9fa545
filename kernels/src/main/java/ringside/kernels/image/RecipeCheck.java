package ringside.kernels.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringside.cpu.BadInputException;

/**
 * Whether what is bundled is what a recipe pins.
 *
 * @param image the image's name
 * @param checked how many files were compared
 * @param mismatches what differs, a sentence each; empty if everything holds
 */
public record RecipeCheck(String image, int checked, List<String> mismatches) {

    /** Copies the list. */
    public RecipeCheck {
        mismatches = List.copyOf(mismatches);
    }

    /** Whether everything holds. */
    public boolean holds() {
        return mismatches.isEmpty();
    }

    /** Compares the hash of every bundled file that the recipe names: the image, its symbols, its sources. */
    public static RecipeCheck of(Recipe recipe) {
        List<Recipe.PinnedFile> files = new ArrayList<>();
        files.add(recipe.output());
        files.addAll(recipe.symbols());
        if (recipe.sources() != null) {
            files.add(new Recipe.PinnedFile(
                    recipe.sources().file(), recipe.sources().sha256()));
        }
        List<String> mismatches = new ArrayList<>();
        int checked = 0;
        for (Recipe.PinnedFile file : files) {
            checked++;
            compare(file, mismatches);
        }
        Map<String, byte[]> sources = ImageCatalog.sourceFiles(recipe);
        for (Recipe.Input input : recipe.inputs()) {
            byte[] source = sources.get(input.path());
            if (source != null) {
                checked++;
                compare(input.path(), input.sha256(), source, mismatches);
            }
        }
        return new RecipeCheck(recipe.name(), checked, mismatches);
    }

    private static void compare(Recipe.PinnedFile file, List<String> mismatches) {
        try {
            compare(file.file(), file.sha256(), ImageCatalog.pinned(file.file()), mismatches);
        } catch (BadInputException missing) {
            mismatches.add(missing.getMessage());
        }
    }

    private static void compare(String path, String pinned, byte[] bytes, List<String> mismatches) {
        String actual = Sha256.of(bytes);
        if (!actual.equals(pinned)) {
            mismatches.add(path + " has the SHA-256 " + actual + ", but the recipe pins " + pinned);
        }
    }
}
