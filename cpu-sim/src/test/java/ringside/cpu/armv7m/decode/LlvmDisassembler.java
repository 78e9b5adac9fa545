package ringside.cpu.armv7m.decode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Runs {@code llvm-mc} as a disassembler for a Cortex-M3. */
final class LlvmDisassembler {
    private static final List<String> COMMAND =
            List.of("llvm-mc-14", "-disassemble", "-triple=thumbv7m", "-mcpu=cortex-m3");

    private LlvmDisassembler() {}

    /**
     * One instruction.
     *
     * @param text empty if LLVM knows no such instruction
     * @param warned whether LLVM says that it is potentially undefined
     */
    record Line(String text, boolean warned) {
        boolean isInvalid() {
            return text.isEmpty();
        }
    }

    /** Disassembles instructions, given as hex bytes in address order, each for itself or each after {@code it eq}. */
    static List<Line> disassemble(List<String> instructions, boolean inItBlock) {
        List<String> input = new ArrayList<>();
        for (String bytes : instructions) {
            if (inItBlock) {
                input.add("[0x08 0xbf]"); // it eq
            }
            input.add("[" + bytes.replaceAll("..", "0x$0 ") + "]");
            for (int i = 0; i < 5; i++) {
                input.add("[0x00 0xbf]"); // nop: ends an IT block
            }
        }
        int step = inItBlock ? 7 : 6;
        List<Line> all = run(input);
        return IntStream.iterate(inItBlock ? 1 : 0, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
    }

    private static List<Line> run(List<String> input) {
        try {
            Path in = Files.createTempFile("llvm", ".in");
            Path out = Files.createTempFile("llvm", ".out");
            Path err = Files.createTempFile("llvm", ".err");
            try {
                Files.write(in, input);
                List<String> command = new ArrayList<>(COMMAND);
                command.add(in.toString());
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start()
                        .waitFor();
                return lines(input.size(), Files.readAllLines(out), Files.readAllLines(err));
            } finally {
                Files.delete(in);
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Line> lines(int count, List<String> output, List<String> errors) {
        boolean[] invalid = new boolean[count];
        boolean[] warned = new boolean[count];
        for (String error : errors) {
            String[] parts = error.split(":", 5);
            if (parts.length == 5 && parts[3].equals(" warning")) {
                (parts[4].startsWith(" invalid") ? invalid : warned)[Integer.parseInt(parts[1]) - 1] = true;
            }
        }
        Iterator<String> texts = output.stream()
                .filter(line -> !line.isBlank() && !line.contains(".text"))
                .iterator();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = invalid[i] ? "" : texts.next();
            String plain = text.replaceAll("@.*", "").strip().replaceAll("\\s+", " ");
            lines.add(new Line(plain, warned[i]));
        }
        return lines;
    }
}
