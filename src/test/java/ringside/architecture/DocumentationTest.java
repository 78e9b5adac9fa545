package ringside.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents name only what is there: links, paths and packages. */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern PATH =
            Pattern.compile("(?:app|cpu-sim|kernels|visualizers|lessons|resources|src/test|docs|\\.ci)/[\\w./-]*");

    @Test
    void everyPackageSaysWhatItIsFor() {
        Set<Path> packages = new TreeSet<>();
        for (Path file : Repository.files("", ".java")) {
            if (Repository.name(file).contains("/main/java/")) {
                packages.add(file.getParent());
            }
        }
        assertFalse(packages.isEmpty());
        List<String> silent = new ArrayList<>();
        for (Path folder : packages) {
            Path description = folder.resolve("package-info.java");
            if (!Files.exists(Repository.ROOT.resolve(description))
                    || !Repository.text(description).contains("/**")) {
                silent.add(Repository.name(folder));
            }
        }
        assertEquals(List.of(), silent, "add a package-info.java");
    }

    @Test
    void linksInDocumentsLeadSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Repository.text(document));
            while (link.find()) {
                String target = link.group(1).split("#", 2)[0];
                if (!target.isEmpty() && !target.contains("://") && !target.startsWith("mailto:")) {
                    Path folder = Repository.ROOT.resolve(document).getParent();
                    if (!Files.exists(folder.resolve(target))) {
                        broken.add(Repository.name(document) + ": " + target);
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void pathsInDocumentsExist() {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher code = CODE.matcher(Repository.text(document));
            while (code.find()) {
                String path = code.group(1);
                boolean isBuilt = path.contains("/target/");
                if (!isBuilt && PATH.matcher(path).matches() && !Files.exists(Repository.ROOT.resolve(path))) {
                    broken.add(Repository.name(document) + ": " + path);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    private static List<Path> documents() {
        List<Path> documents = Repository.files("", ".md").stream()
                .filter(file -> !Repository.name(file).startsWith("resources/lessons/"))
                .toList();
        assertFalse(documents.isEmpty(), "no README found below " + Repository.ROOT);
        return documents;
    }
}
