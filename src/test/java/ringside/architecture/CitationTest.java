package ringside.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every instruction names the manual's section that it follows. */
class CitationTest {
    private static final String ARM = "cpu-sim/src/main/java/ringside/cpu/armv7m/insn";
    private static final String X86 = "cpu-sim/src/main/java/ringside/cpu/x86/insn";
    private static final Pattern CITATION =
            Pattern.compile("@arm\\s+[A-D]\\d+(\\.\\d+)*|@sdm\\s+Vol\\.(1|2[A-D]|3[A-D]|4)[\\s*]+[\"\\d]");
    private static final Pattern TYPE =
            Pattern.compile("^(?:[a-z-]+ )*(?:record|class|interface|enum) \\w+", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {ARM, X86})
    void everyInstructionNamesItsSectionOfTheManual(String folder) {
        List<String> silent = new ArrayList<>();
        int instructions = 0;
        for (Path file : Repository.files(folder, ".java")) {
            String source = Repository.text(file);
            if (source.contains("void execute(")) {
                instructions++;
                if (!cites(source)) {
                    silent.add(Repository.name(file));
                }
            }
        }
        assertTrue(instructions >= 100, "only " + instructions + " instructions found in " + folder);
        assertEquals(List.of(), silent, "add `@arm <section>` or `@sdm <volume> <section>` to the Javadoc of the type");
    }

    /** Whether the Javadoc that ends right above the top-level type holds a citation. */
    private static boolean cites(String source) {
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            return false;
        }
        int begin = source.lastIndexOf("/**", type.start());
        return begin >= 0
                && CITATION.matcher(source.substring(begin, type.start())).find();
    }

    @Test
    void aCitationElsewhereInTheFileDoesNotCount() {
        String cited = "/**\n * ADD.\n * @arm A7.7.3\n */\npublic record Add(int d) {}\n";
        String silent = "/** ADD. */\npublic record Add(int d) {\n    /** @arm A7.7.3 */\n    int x() {}\n}\n";
        assertTrue(cites(cited));
        assertFalse(cites(silent));
    }
}
