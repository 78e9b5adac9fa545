package ringside.kernels.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.BadInputException;

/** The catalog opens what it lists, lists what there is, and says clearly what it cannot open. */
final class ImageCatalogTest {

    @Test
    void everyRecipeInTheFolderIsListed() throws Exception {
        Path folder = Path.of("../resources/images");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> recipes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json") && !name.equals("catalog.json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
            assertEquals(recipes, ImageCatalog.names().stream().sorted().toList());
        }
    }

    @Test
    void everyBundledImageIsWhatItsRecipePins() {
        for (Recipe recipe : ImageCatalog.recipes()) {
            RecipeCheck check = RecipeCheck.of(recipe);
            assertTrue(check.holds(), () -> String.join("\n", check.mismatches()));
            assertTrue(check.checked() > 1, recipe.name());
            assertEquals(
                    recipe.output().sha256(), ImageCatalog.open(recipe.name()).sha256());
        }
    }

    @Test
    void aChangedHashIsReported() {
        Recipe recipe = ImageCatalog.recipes().get(0);
        Recipe other = new Recipe(
                recipe.name(),
                recipe.machine(),
                recipe.board(),
                recipe.style(),
                recipe.description(),
                recipe.build(),
                recipe.toolchain(),
                new Recipe.PinnedFile(recipe.output().file(), "00"),
                recipe.sources(),
                recipe.symbols(),
                recipe.packages(),
                recipe.inputs());
        assertFalse(RecipeCheck.of(other).holds());
    }

    @Test
    void aRecipeNamesThePackagesInItsImage() {
        Recipe recipe = Recipe.parse("""
                {"name": "a", "machine": "x86-64", "board": "pc", "style": "redox", "description": "b",
                 "output": {"file": "c", "sha256": "00"},
                 "packages": [{"name": "nulld", "template": "cargo", "dependencies": ["redox-runtime"], "recipe": "d"}]}
                """, "a recipe");
        assertEquals(List.of(new Recipe.Package("nulld", "cargo", List.of("redox-runtime"), "d")), recipe.packages());
    }

    @Test
    void aRecipeOfOnePieceHasNoPackages() {
        assertEquals(List.of(), ImageCatalog.recipes().get(0).packages());
    }

    @Test
    void theSourcesThatTheDebuggerNamesAreThere() {
        BootImage image = ImageCatalog.open("mini-tock");
        assertTrue(image.source("common/src/probe.rs").orElse("").contains("macro_rules! probe"));
    }

    @Test
    void aMissingImageNamesTheBundledOnes() {
        BadInputException missing = assertThrows(BadInputException.class, () -> ImageCatalog.open("mini-tick"));
        assertTrue(missing.getMessage().contains("mini-tick"));
        assertTrue(missing.getMessage().contains("mini-tock"));
    }

    @Test
    void aFolderIsNoImage(@TempDir Path folder) {
        assertThrows(BadInputException.class, () -> ImageCatalog.open(folder.toString()));
    }

    @Test
    void aBrokenRecipeIsOneClearError() {
        assertThrows(BadInputException.class, () -> Recipe.parse("[1,2", "a recipe"));
        assertThrows(BadInputException.class, () -> Recipe.parse("{}", "a recipe"));
        assertThrows(BadInputException.class, () -> Recipe.parse("", "a recipe"));
    }
}
