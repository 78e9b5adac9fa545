package ringside.kernels.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The numbers that are written down here are those of the guest's own source. */
class RedoxNumbersTest {
    private static final Path GUEST = Path.of("guest/mini-redox");
    private static final Pattern CONSTANT =
            Pattern.compile("(?:pub )?const ([A-Z0-9_]+): u(?:8|16|32|64) = ([^;]+);|^    (E[A-Z0-9]+) = ([0-9]+),");

    /** The constants of a source file; an expression may join others by {@code |}. */
    private static Map<String, Long> constants(String file) throws IOException {
        Map<String, Long> constants = new HashMap<>();
        for (String line : Files.readString(GUEST.resolve(file)).lines().toList()) {
            Matcher found = CONSTANT.matcher(line);
            if (found.find()) {
                boolean isError = found.group(3) != null;
                constants.put(found.group(isError ? 3 : 1), value(found.group(isError ? 4 : 2), constants));
            }
        }
        assertTrue(constants.size() > 2, file + " has constants");
        return constants;
    }

    private static long value(String expression, Map<String, Long> known) {
        long value = 0;
        for (String part : expression.split("\\|")) {
            String term = part.strip().replace("_", "");
            value |= term.startsWith("0x")
                    ? Long.parseUnsignedLong(term.substring(2), 16)
                    : term.matches("[0-9]+") ? Long.parseLong(term) : known.getOrDefault(part.strip(), 0L);
        }
        return value;
    }

    @Test
    void systemCalls() throws IOException {
        Map<String, Long> source = new TreeMap<>();
        constants("abi/src/number.rs").forEach((name, number) -> {
            if (!name.matches("CLASS_.*|ARGUMENT_.*|RETURNS_FD")) {
                source.put(name.toLowerCase(Locale.ROOT), number);
            }
        });
        Map<String, Long> known = new TreeMap<>();
        RedoxCall.all().forEach(call -> known.put(call.name(), call.number()));
        assertEquals(source, known);
    }

    @Test
    void errors() throws IOException {
        assertEquals(new TreeMap<>(constants("abi/src/error.rs")), new TreeMap<>(RedoxErrors.numbers()));
    }

    @Test
    void flags() throws IOException {
        Map<String, Long> source = constants("abi/src/flag.rs");
        RedoxFlags.bits().forEach((name, bit) -> assertEquals(source.get(name), bit, name));
        source.keySet().stream()
                .filter(name -> name.startsWith("OPEN_"))
                .forEach(name -> assertTrue(RedoxFlags.bits().containsKey(name), name));
    }

    @Test
    void opcodesAndAnswers() throws IOException {
        Map<String, Long> source = constants("abi/src/scheme.rs");
        Map<String, Long> known = new TreeMap<>(Map.of("ONE_WAY", 1L));
        for (RedoxOpcode opcode : RedoxOpcode.values()) {
            known.put(opcode.name(), (long) opcode.number());
        }
        for (RedoxAnswer answer : RedoxAnswer.values()) {
            known.put(answer.name(), (long) answer.number());
        }
        assertEquals(new TreeMap<>(source), known);
    }

    @Test
    void schemesOfTheKernel() throws IOException {
        Map<String, Long> source = constants("kernel/src/scheme/mod.rs");
        source.remove("FIRST_USER");
        Map<String, Long> known = new TreeMap<>();
        for (KernelScheme scheme : KernelScheme.values()) {
            known.put(scheme.name(), (long) scheme.id());
        }
        assertEquals(new TreeMap<>(source), known);
    }

    @Test
    void placesAndTimes() throws IOException {
        String memory = Files.readString(GUEST.resolve("kernel/src/memory/mod.rs"));
        assertTrue(memory.contains("PHYSICAL_OFFSET: u64 = 0xFFFF_8000_0000_0000;"));
        assertTrue(memory.contains("PAGE: u64 = 4096;"));
        assertEquals(0xFFFF_8000_0000_0000L, RedoxKernel.PHYSICAL_OFFSET);
        assertEquals(
                RedoxKernel.TIMER_DIVISOR,
                constants("kernel/src/context/scheduler.rs").get("TIMER_DIVISOR"));
    }

    @Test
    void wordsOfResults() {
        assertEquals("512", RedoxErrors.words(512));
        assertEquals("0x10000000", RedoxErrors.words(0x1000_0000));
        assertEquals("ENOENT: no such file", RedoxErrors.words(-2));
        assertEquals("error 4000", RedoxErrors.words(-4000));
        assertEquals("0xffffffffffffe000", RedoxErrors.words(-8192));
    }
}
