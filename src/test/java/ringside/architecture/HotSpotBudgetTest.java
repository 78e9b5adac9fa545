package ringside.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The JIT compiler takes no method of 8,000 bytecodes or more, and inlines no frequently called one over 325: a method
 * that grows past its limit makes the emulator many times slower without any test failing. These do.
 */
class HotSpotBudgetTest {
    private static final int NEVER_COMPILED_FROM = 8_000;
    private static final int INLINED_UP_TO = 325;

    /** Code length by "class name.method descriptor". */
    private static final Map<String, Integer> SIZES = new TreeMap<>();

    @BeforeAll
    static void readTheClasses() throws IOException {
        for (String module : Program.MODULES) {
            try (Stream<Path> files = Files.walk(Program.classesOf(module))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    SIZES.putAll(CodeSizes.of(Files.readAllBytes(file)));
                }
            }
        }
        assertFalse(SIZES.isEmpty());
    }

    @Test
    void everyMethodCanBeCompiled() {
        List<String> tooLong = new ArrayList<>();
        SIZES.forEach((method, size) -> {
            if (size >= NEVER_COMPILED_FROM) {
                tooLong.add(method + ": " + size + " bytecodes");
            }
        });
        assertEquals(List.of(), tooLong);
    }

    @Test
    void methodsOfTheHotLoopCanBeInlined() {
        List<String> wrong = new ArrayList<>();
        for (String prefix : Repository.list("hot-loop.txt")) {
            boolean found = false;
            for (Map.Entry<String, Integer> entry : SIZES.entrySet()) {
                if (entry.getKey().startsWith(prefix) && !entry.getKey().contains(".<clinit>")) {
                    found = true;
                    if (entry.getValue() > INLINED_UP_TO) {
                        wrong.add(entry.getKey() + ": " + entry.getValue() + " bytecodes");
                    }
                }
            }
            if (!found) {
                wrong.add(prefix + ": in hot-loop.txt, but no such class");
            }
        }
        assertEquals(List.of(), wrong, "limit " + INLINED_UP_TO + " bytecodes");
    }

    @Test
    void theMeasureIsTheCodeLengthOfTheClassFile() {
        String own = "ringside/architecture/HotSpotBudgetTest.";
        Map<String, Integer> sizes = CodeSizes.of(bytesOf(HotSpotBudgetTest.class));
        assertEquals(6, sizes.get(own + "sixBytecodes(II)I"));
    }

    /** iload_0, iload_1, iadd, iconst_3, ishl, ireturn: one byte each. */
    @SuppressWarnings("unused")
    private static int sixBytecodes(int a, int b) {
        return (a + b) << 3;
    }

    private static byte[] bytesOf(Class<?> type) {
        try (var in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
