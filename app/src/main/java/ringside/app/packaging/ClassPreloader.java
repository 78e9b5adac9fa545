package ringside.app.packaging;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads every class of the jars in a folder, without initialising any, so that the JVM can write them to a class-data
 * archive when it ends ({@code -XX:ArchiveClassesAtExit}).
 *
 * <p>Nothing is run, so no display is needed. A class that cannot be loaded, since a library that it could use is not there,
 * is left out of the archive; the program would not load it either.
 */
public final class ClassPreloader {
    private ClassPreloader() {}

    /** Loads the classes of the folder given as the one argument. */
    public static void main(String[] args) throws IOException {
        load(Path.of(args[0]));
    }

    /** Loads all classes that the jars of a folder hold, and says how many there were. */
    static int load(Path folder) throws IOException {
        int loaded = 0;
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                loaded += loadJar(jar);
            }
        }
        return loaded;
    }

    private static int loadJar(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return (int) jar.stream()
                    .map(JarEntry::getName)
                    .filter(ClassPreloader::isClass)
                    .filter(ClassPreloader::canBeLoaded)
                    .count();
        }
    }

    /** Descriptions of modules and packages, and classes for other Java versions, are not classes of the program. */
    private static boolean isClass(String entry) {
        return entry.endsWith(".class") && !entry.startsWith("META-INF/") && !entry.endsWith("-info.class");
    }

    private static boolean canBeLoaded(String entry) {
        String name = entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
        try {
            Class.forName(name, false, ClassPreloader.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
