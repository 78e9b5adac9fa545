package ringside.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with what is given: status 2 and one clear line. */
class BadInputTest {
    @TempDir
    Path folder;

    private static void assertRefused(Invocation run, String reason) {
        assertEquals(CommandLineProgram.BAD_INPUT, run.status(), run.err() + run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("ringside: "), run.err());
        assertTrue(run.err().contains(reason), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nonsense                                          | nonsense
            run                                               | IMAGE
            run nosuch                                        | no bundled image and no file named "nosuch"
            run mini-tock --limit many                        | "many" is not a whole number
            run mini-tock --limit -1                          | not a whole number
            run mini-tock --limit 99999999999999999999        | too large
            run mini-tock --until pc:100000000                | past the last address
            run mini-tock --until mark:99999999999999999999   | too large
            run mini-tock --memory 99999999999G               | more than any machine has
            run mini-tock --memory 0                          | at least 1
            run mini-tock --clock 0                           | at least 1
            run mini-tock --limit 9 --trace /dev/null         | is not a file
            run mini-tock --limit 9 --trace /                 | is not a file
            picture mini-tock --at 1 --pane mpu -o /nosuch/x  | folder does not exist
            run mini-tock --surprise                          | --surprise
            run mini-tock --until nothing-such                | no event of the kind
            run mini-tock --until pc:xyz                      | not an address
            run mini-tock --until symbol:nosuchsymbol         | no symbol named
            run mini-tock --until mark:                       | not a whole number
            run mini-tock --machine x86-64                    | image for Arm
            run mini-tock --machine pdp-11                    | machine "pdp-11"
            run mini-tock --board nosuch                      | board
            run mini-tock --memory lots                       | not a size
            run mini-tock --memory 3K                         | memory
            run mini-tock --clock fast                        | fast
            run mini-tock --module /nosuch                    | no file "/nosuch"
            run mini-tock --host-folder /nosuch               | /nosuch
            run mini-tock --input /nosuch                     | /nosuch
            run mini-tock --full x                            | not in this version
            run mini-tock --limit 9 --trace /nosuch/x.rtrace  | folder does not exist
            state mini-tock --at 1                            | --view
            state mini-tock --at 1 --view nosuch              | no view "nosuch"
            state mini-tock --at 1 --view memory:0:x          | not a length
            state mini-tock --at 999999999 --view mpu         | past the end
            state bench-cortexm --at 5 --view tasks           | nothing is known about the kernel
            events mini-tock --kind nosuch                    | no event of the kind
            replay /nosuch                                    | is not a file
            vectors /nosuch                                   | is not a file
            schemas nosuch                                    | no schema named
            bench --machine cortex-m4                         | bench guests
            bench --seconds 0                                 | from 1 to 3600
            lessons                                           | subcommand
            lessons check nosuch                              | no bundled lesson and no folder
            lessons grade x                                   | not in this version
            lessons new x                                     | not in this version
            diff a b                                          | not in this version
            export a --format csv -o b                        | not in this version
            inject mini-tock --count 1 --seed 1               | not in this version
            gdb mini-tock --port 1                            | not in this version
            """)
    void wrongArguments(String line, String reason) {
        assertRefused(Invocation.of((Object[]) line.split(" +")), reason);
    }

    @Test
    void aStackTraceIsShownOnlyWhenAsked() {
        Invocation verbose = Invocation.of("run", "nosuch", "--verbose");
        assertEquals(CommandLineProgram.BAD_INPUT, verbose.status());
        assertTrue(verbose.err().contains("BadInputException"), verbose.err());
    }

    private byte[] bundledElf() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/images/mini-tock.elf")) {
            return in.readAllBytes();
        }
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void whatIsNoElfForThisMachineIsRefused() throws IOException {
        byte[] elf = bundledElf();
        assertRefused(Invocation.of("run", folder), "is not a file");
        assertRefused(Invocation.of("run", file("empty", new byte[0])), "empty");
        assertRefused(Invocation.of("run", file("text", "hello".getBytes(StandardCharsets.UTF_8))), "ELF");
        for (int length : new int[] {4, 51, 52, 100, 4_000, elf.length / 2}) {
            assertRefused(Invocation.of("run", file("cut.elf", Arrays.copyOf(elf, length))), "cut.elf");
        }
        byte[] foreign = elf.clone();
        foreign[18] = 62;
        assertRefused(Invocation.of("run", file("foreign.elf", foreign)), "foreign.elf");
        byte[] sparc = elf.clone();
        sparc[18] = 2;
        assertRefused(Invocation.of("run", file("sparc.elf", sparc)), "sparc.elf");
    }

    /** Damage in the headers either does no harm or is refused; nothing hangs and nothing crashes. */
    @Test
    void damagedElfFilesNeverCrashTheProgram() throws IOException {
        byte[] elf = bundledElf();
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            byte[] damaged = elf.clone();
            for (int i = 0; i < 3; i++) {
                int headers = random.nextBoolean() ? random.nextInt(52) : 52 + random.nextInt(32 * 8);
                damaged[headers] = (byte) random.nextInt();
            }
            Invocation run = Invocation.of("run", file("damaged.elf", damaged), "--limit", 20_000);
            assertTrue(run.status() <= 2, "seed " + seed + ", round " + round + ": " + run.err());
        }
    }

    @Test
    void aVectorLineThatIsNotJsonIsNamed() throws IOException {
        String good =
                "{\"name\":\"nop\",\"cpu\":\"cortex-m3\",\"bytes\":\"00bf\",\"before\":{\"regs\":{\"pc\":\"1000\"}},"
                        + "\"after\":{\"regs\":{\"pc\":\"1002\"}},\"exception\":null}\n";
        Path vectors = file("v.jsonl", (good + "not json\n").getBytes(StandardCharsets.UTF_8));
        assertRefused(Invocation.of("vectors", vectors), "line 2");
    }

    @Test
    void aDamagedTraceIsRefused() throws IOException {
        Path trace = folder.resolve("run.rtrace");
        assertEquals(
                0,
                Invocation.of("run", "mini-tock", "--limit", 1_000, "--trace", trace)
                        .status());
        byte[] bytes = Files.readAllBytes(trace);
        assertRefused(
                Invocation.of("replay", file("cut.rtrace", Arrays.copyOf(bytes, bytes.length / 2))), "cut.rtrace");
        assertRefused(Invocation.of("replay", trace, "--to", 1_001), "past the end");
    }
}
