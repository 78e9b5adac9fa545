package ringside.cpu.armv7m.insn.exclusive;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the exclusive loads and stores. */
public final class Exclusives {
    /** All of them. */
    public static final List<Encoding> ENCODINGS = Stream.of(
                    Ldrex.ENCODINGS,
                    Ldrexb.ENCODINGS,
                    Ldrexh.ENCODINGS,
                    Strex.ENCODINGS,
                    Strexb.ENCODINGS,
                    Strexh.ENCODINGS)
            .flatMap(List::stream)
            .toList();

    private Exclusives() {}
}
