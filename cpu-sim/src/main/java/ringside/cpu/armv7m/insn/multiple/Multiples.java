package ringside.cpu.armv7m.insn.multiple;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the load and store multiple instructions. */
public final class Multiples {
    /** All of them. */
    public static final List<Encoding> ENCODINGS = Stream.of(
                    Ldm.ENCODINGS, Ldmdb.ENCODINGS, Pop.ENCODINGS, Stm.ENCODINGS, Stmdb.ENCODINGS, Push.ENCODINGS)
            .flatMap(List::stream)
            .toList();

    private Multiples() {}
}
