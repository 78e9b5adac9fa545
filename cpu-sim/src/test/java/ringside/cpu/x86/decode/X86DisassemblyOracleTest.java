package ringside.cpu.x86.decode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.x86.form.Form;

/** objdump writes the same text, but for the differences that {@link X86Disassembler} lists. */
@Tag("oracle")
class X86DisassemblyOracleTest {
    private static final long SEED = 64;
    private static final int PER_FORM = 200;
    /** Each encoding stands in a slot of its own, filled up with NOPs, so that no other is misread because of it. */
    private static final int SLOT = 48;

    /** Nothing stands at the beginning and end of the code, so that short branches do not leave it. */
    private static final int MARGIN = 6;

    /** All of a run lies in 64 KiB, so that branches of 16 bits need no segment. */
    private static final int PER_RUN = 0x1_0000 / SLOT - 2 * MARGIN;

    private final X86Disassembler disassembler = new X86Disassembler();
    private final List<String> differences = new ArrayList<>();
    private int compared;

    @ParameterizedTest
    @ValueSource(ints = {64, 32, 16})
    void encodingsOfEveryForm(int codeBits) {
        FormEncodings encodings = new FormEncodings(new Random(SEED), codeBits);
        List<byte[]> all = new ArrayList<>();
        for (Form form : AllForms.list()) {
            if (form.is(codeBits == 64 ? "N64" : "O64")) {
                continue;
            }
            for (int i = 0; i < PER_FORM; i++) {
                all.add(encodings.encoding(form));
            }
        }
        for (int from = 0; from < all.size(); from += PER_RUN) {
            compare(all.subList(from, Math.min(from + PER_RUN, all.size())), codeBits);
        }
        report("encodings of forms in " + codeBits + "-bit code, seed " + SEED);
    }

    private void compare(List<byte[]> encodings, int codeBits) {
        byte[] code = new byte[(encodings.size() + MARGIN) * SLOT];
        Arrays.fill(code, (byte) 0x90);
        for (int i = 0; i < encodings.size(); i++) {
            byte[] encoding = encodings.get(i);
            int at = (i + MARGIN) * SLOT;
            System.arraycopy(encoding, 0, code, at, encoding.length);
            DisassemblyView.Line ours = line(code, at, codeBits);
            int length = ours.mnemonic().equals("(bad)") ? 0 : ours.length();
            Arrays.fill(code, at + length, at + SLOT, (byte) 0x90);
        }
        Map<Long, Objdump.Line> theirs = new HashMap<>();
        Objdump.disassemble(code, codeBits).forEach(line -> theirs.put(line.address(), line));
        for (int i = 0; i < encodings.size(); i++) {
            int at = (i + MARGIN) * SLOT;
            DisassemblyView.Line ours = line(code, at, codeBits);
            if (!ours.mnemonic().equals("nop") || ours.length() > 1) {
                compare(ours, theirs.get((long) at), codeBits);
            }
        }
    }

    private DisassemblyView.Line line(byte[] code, int at, int codeBits) {
        return disassembler.line(a -> a >= 0 && a < code.length ? code[(int) a] & 0xFF : -1, at, codeBits, false);
    }

    private void compare(DisassemblyView.Line ours, Objdump.Line theirs, int codeBits) {
        compared++;
        if (theirs == null) {
            differences.add(ours + " but objdump nothing");
        } else if (!ObjdumpAgreement.holds(ours, theirs, codeBits)) {
            differences.add(ours.bytes() + "  " + ObjdumpAgreement.text(ours, codeBits) + "  but objdump "
                    + theirs.bytes() + "  " + ObjdumpAgreement.text(theirs, codeBits));
        }
    }

    @Test
    void instructionsOfRealPrograms() throws IOException {
        Map<String, Integer> unclaimed = new TreeMap<>();
        for (Path program : programs()) {
            Objdump.disassemble(program, theirs -> compareReal(theirs, unclaimed));
        }
        unclaimed.forEach((mnemonic, count) -> System.out.println("not claimed: " + mnemonic + " " + count));
        report("instructions of programs");
    }

    private void compareReal(Objdump.Line theirs, Map<String, Integer> unclaimed) {
        byte[] code = new byte[theirs.bytes().length() / 2];
        for (int i = 0; i < code.length; i++) {
            code[i] = (byte) Integer.parseInt(theirs.bytes().substring(2 * i, 2 * i + 2), 16);
        }
        long start = theirs.address();
        DisassemblyView.Line ours = disassembler.line(
                a -> a - start >= 0 && a - start < code.length ? code[(int) (a - start)] & 0xFF : -1, start, 64, false);
        if (ours.mnemonic().equals("(bad)")) {
            if (!theirs.text().contains("(bad)")) {
                unclaimed.merge(theirs.text().replaceFirst(" .*", ""), 1, Integer::sum);
            }
        } else {
            compare(ours, theirs, 64);
        }
    }

    /** The C library and programs of middling size, the same ones on the same machine. */
    private static List<Path> programs() throws IOException {
        try (Stream<Path> all =
                Stream.of("/usr/bin", "/lib/x86_64-linux-gnu").flatMap(X86DisassemblyOracleTest::files)) {
            return all.filter(file -> Files.isRegularFile(file) && Files.isReadable(file))
                    .filter(file -> file.getFileName().toString().equals("libc.so.6") || isMiddling(file))
                    .sorted(Comparator.comparing(
                            file -> file.getFileName().toString().hashCode()))
                    .limit(Integer.getInteger("ringside.programs", 12))
                    .toList();
        }
    }

    private static Stream<Path> files(String folder) {
        File[] files = new File(folder).listFiles();
        return files == null ? Stream.empty() : Arrays.stream(files).map(File::toPath);
    }

    private static boolean isMiddling(Path file) {
        long length = file.toFile().length();
        return length > 500_000 && length < 3_000_000;
    }

    private void report(String what) {
        System.out.println(
                "compared with objdump: " + compared + " " + what + ", " + differences.size() + " differences");
        if (!differences.isEmpty()) {
            differences.stream().limit(Integer.getInteger("ringside.show", 40)).forEach(System.out::println);
        }
        assertTrue(compared > 5_000, "too few were compared");
        assertTrue(
                differences.isEmpty(),
                () -> differences.size() + " differences, first:\n"
                        + differences.stream().limit(40).collect(Collectors.joining("\n")));
    }
}
