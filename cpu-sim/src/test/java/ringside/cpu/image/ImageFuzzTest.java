package ringside.cpu.image;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.cpu.BadInputException;

/** Whatever is in a file, reading it ends soon, in a result or in a {@link BadInputException}. */
class ImageFuzzTest {
    private static final long SEED = 20260101;
    private static final int ROUNDS = 20_000;

    private static byte[] sample() {
        byte[] notes = new byte[64];
        notes[0] = 8;
        notes[4] = 40;
        notes[8] = 3;
        System.arraycopy("stapsdt".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, notes, 12, 7);
        return ElfBuilder.arm()
                .segment(5, 0x100, 0x100, new byte[32], 64)
                .segment(6, 0x2000_0000L, 0x120, new byte[16], 0x1000)
                .section(".text", ElfSection.PROGRAM_BITS, 6, 0x100, new byte[32])
                .section(".note.stapsdt", ElfSection.NOTE, 0, 0, notes)
                .symbols("main 0x101 8 2 1\n$t 0x100 0 0 1\n_RNvCs1234_7mycrate4main 0x109 8 2 1\n")
                .build();
    }

    @Test
    void damagedFilesGiveResultsOrOneKindOfError() {
        byte[] sound = sample();
        Random random = new Random(SEED);
        int[] refused = new int[1];
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                byte[] file = mutate(sound, random);
                try {
                    Elf elf = Elf.parse("fuzzed.elf", file);
                    Symbols symbols = Symbols.of(elf);
                    symbols.at(random.nextInt(0x200));
                    StaticProbe.of(elf, symbols);
                } catch (BadInputException e) {
                    refused[0]++;
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + SEED + ", round " + round, e);
                }
            }
        });
        assertTrue(refused[0] > ROUNDS / 10 && refused[0] < ROUNDS, refused[0] + " of " + ROUNDS + " were refused");
    }

    private static byte[] mutate(byte[] sound, Random random) {
        byte[] file = sound.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(file.length);
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> file[at] = (byte) 0xFF;
                default -> file[at] = (byte) (file[at] + 1);
            }
        }
        return file;
    }
}
