package ringside.cpu.armv7m.insn.coprocessor;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the coprocessor instructions. */
public final class Coprocessors {
    /** All of them. */
    public static final List<Encoding> ENCODINGS =
            Stream.of(CoprocessorInstruction.ENCODINGS).flatMap(List::stream).toList();

    private Coprocessors() {}
}
