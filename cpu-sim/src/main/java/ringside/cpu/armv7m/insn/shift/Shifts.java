package ringside.cpu.armv7m.insn.shift;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the shift instructions. */
public final class Shifts {
    /** All of them, in the order of the manual's index. */
    public static final List<Encoding> ENCODINGS = Stream.of(
                    AsrImmediate.ENCODINGS,
                    AsrRegister.ENCODINGS,
                    LslImmediate.ENCODINGS,
                    LslRegister.ENCODINGS,
                    LsrImmediate.ENCODINGS,
                    LsrRegister.ENCODINGS,
                    RorImmediate.ENCODINGS,
                    RorRegister.ENCODINGS,
                    Rrx.ENCODINGS)
            .flatMap(List::stream)
            .toList();

    private Shifts() {}
}
