package ringside.cpu.armv7m.insn.store;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the store instructions. */
public final class Stores {
    /** All of them. */
    public static final List<Encoding> ENCODINGS = Stream.of(
                    StrImmediate.ENCODINGS,
                    StrRegister.ENCODINGS,
                    Strt.ENCODINGS,
                    StrbImmediate.ENCODINGS,
                    StrbRegister.ENCODINGS,
                    Strbt.ENCODINGS,
                    StrhImmediate.ENCODINGS,
                    StrhRegister.ENCODINGS,
                    Strht.ENCODINGS,
                    StrdImmediate.ENCODINGS)
            .flatMap(List::stream)
            .toList();

    private Stores() {}
}
