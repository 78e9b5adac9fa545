package ringside.cpu.image.dwarf;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfSection;
import ringside.cpu.image.Fixture;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.StaticProbe;
import ringside.cpu.image.Symbols;
import ringside.cpu.image.UnreadableException;

/** Whatever is in the debug sections, each question ends soon, in an answer that may be empty. */
class DwarfFuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20260102);
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rust-arm-dwarf5",
                "rust-arm-dwarf4",
                "rust-arm-debug-dwarf5",
                "c-x86-dwarf5",
                "c-x86-debug-dwarf4",
                "c-x86-compressed"
            })
    void damagedDebugInformationNeverStopsTheProgram(String image) {
        byte[] sound = Fixture.bytes(image + ".elf");
        List<ElfSection> targets = Elf.parse(image, sound).sections().stream()
                .filter(section ->
                        section.name().startsWith(".debug") || section.name().startsWith(".eh_frame"))
                .filter(section -> !section.content().isEmpty())
                .toList();
        Random random = new Random(SEED);
        int[] errors = new int[1];
        assertTimeoutPreemptively(Duration.ofSeconds(120L + ROUNDS), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] file = sound.clone();
                ElfSection target = targets.get(random.nextInt(targets.size()));
                mutate(file, offset(sound, target), target.content().length(), random);
                try {
                    Elf elf = Elf.parse(image, file);
                    Symbols symbols = Symbols.of(elf);
                    StaticProbe.of(elf, symbols);
                    errors[0] += new Questions(elf, Dwarf.of(elf, symbols)).askAll();
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    throw new AssertionError("seed " + SEED + ", round " + round + ", " + target.name(), e);
                }
            }
        });
        assertTrue(errors[0] > 0, "no round found an error");
    }

    private static int offset(byte[] file, ElfSection section) {
        byte[] content = section.content().toArray();
        for (int at = 0; at <= file.length - content.length; at++) {
            if (Arrays.equals(file, at, at + content.length, content, 0, content.length)) {
                return at;
            }
        }
        throw new AssertionError(section.name() + " is not in the file");
    }

    private static void mutate(byte[] file, int start, int length, Random random) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = start + random.nextInt(length);
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> file[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                default -> file[at] = (byte) (file[at] + 1);
            }
        }
    }

    /** Asks everything; a damaged part may refuse its own answers. */
    private static final class Questions {
        private final Elf elf;
        private final Dwarf dwarf;
        private final MemoryReader memory = (address, length) -> {
            if (address < 0 || address > 0x4000_0000L) {
                throw UnreadableException.memory(address, length);
            }
            return new byte[length];
        };
        private int errors;

        Questions(Elf elf, Dwarf dwarf) {
            this.elf = elf;
            this.dwarf = dwarf;
        }

        int askAll() {
            ask(() -> dwarf.lines().all());
            ask(dwarf::functions);
            ask(() -> dwarf.globals()
                    .forEach(global -> ask(() -> {
                        dwarf.read(global, memory).display();
                        dwarf.read(global, memory).parts(20).forEach(TypedValue::display);
                    })));
            ask(() -> dwarf.type("fixture::Process")
                    .ifPresent(type -> assertTrue(!type.toString().isEmpty())));
            ElfSection text = elf.section(".text").orElseThrow();
            for (long address = text.address(); address < text.address() + text.size(); address += 12) {
                long here = address;
                ask(() -> dwarf.placesAt(here));
                ask(() -> {
                    CallStack stack = dwarf.callStack(name -> name.matches("pc|rip") ? here : 0x1000, memory);
                    for (StackFrame frame : stack.frames()) {
                        dwarf.localsAt(frame.lookupAddress())
                                .forEach(local -> ask(
                                        () -> dwarf.read(local, frame, memory).display()));
                    }
                });
            }
            assertTrue(dwarf.problems().stream().allMatch(problem -> problem.startsWith(elf.fileName() + ": ")));
            return errors + dwarf.problems().size();
        }

        private void ask(Runnable question) {
            try {
                question.run();
            } catch (UnreadableException e) {
                errors++;
                assertTrue(e.getMessage() != null && !e.getMessage().isEmpty());
            }
        }
    }
}
