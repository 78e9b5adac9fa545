package ringside.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The compiled classes of the program, without those of any test. */
final class Program {
    /** The modules that make up the program. */
    static final List<String> MODULES = List.of("cpu-sim", "kernels", "lessons", "visualizers", "app");

    /** All classes of the program. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .importPaths(MODULES.stream().map(Program::classesOf).toList());

    private Program() {}

    /** The folder with a module's compiled classes. */
    static Path classesOf(String module) {
        Path folder = Repository.ROOT.resolve(module).resolve("target/classes");
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("not compiled yet: " + module);
        }
        return folder;
    }
}
