package ringside.cpu.x86.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code objdump}. */
final class Objdump {
    private static final Pattern LINE = Pattern.compile("\\s*([0-9a-f]+):\t([0-9a-f ]+?)\\s*(?:\t(.*))?");

    private Objdump() {}

    /**
     * One instruction.
     *
     * @param bytes as hex
     * @param text empty if objdump wrote nothing
     */
    record Line(long address, String bytes, String text) {}

    /** Disassembles plain code that lies at address 0. */
    static List<Line> disassemble(byte[] code, int codeBits) {
        String machine = codeBits == 64 ? "i386:x86-64" : codeBits == 32 ? "i386" : "i8086";
        List<Line> lines = new ArrayList<>();
        try {
            Path blob = Files.createTempFile("ringside", ".bin");
            try {
                Files.write(blob, code);
                run(lines::add, "-D", "-b", "binary", "-m", machine, blob.toString());
            } finally {
                Files.delete(blob);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    /** Disassembles the code of a program. */
    static void disassemble(Path program, Consumer<Line> each) {
        run(each, "-d", program.toString());
    }

    private static void run(Consumer<Line> each, String... options) {
        List<String> command = new ArrayList<>(List.of("objdump", "-M", "intel,intel64", "-w", "-z"));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    Matcher m = LINE.matcher(line);
                    if (m.matches()) {
                        String text = m.group(3) == null ? "" : m.group(3);
                        each.accept(new Line(
                                Long.parseUnsignedLong(m.group(1), 16),
                                m.group(2).replace(" ", ""),
                                text));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
