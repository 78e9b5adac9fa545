package ringside.cpu.x86.insn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each line of the {@code .ins} files holds: bytes, text, and what the instruction makes of the state before it. */
class InsnSpecTest {

    @TestFactory
    Stream<DynamicContainer> instructions() {
        return files().map(file -> DynamicContainer.dynamicContainer(
                file.getFileName().toString(), lines(file).stream().map(InsnSpecTest::test)));
    }

    private static DynamicTest test(InsnSpec spec) {
        return DynamicTest.dynamicTest(spec.toString(), spec::check);
    }

    private static Stream<Path> files() {
        try {
            Path folder = Path.of(
                            InsnSpecTest.class.getResource("arithmetic.ins").toURI())
                    .getParent();
            try (Stream<Path> all = Files.list(folder)) {
                return all.filter(file -> file.toString().endsWith(".ins")).sorted().toList().stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<InsnSpec> lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return IntStream.range(0, lines.size())
                    .filter(i -> !lines.get(i).isBlank() && !lines.get(i).startsWith("#"))
                    .mapToObj(i -> InsnSpec.parse(file.getFileName() + ":" + (i + 1), lines.get(i)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
