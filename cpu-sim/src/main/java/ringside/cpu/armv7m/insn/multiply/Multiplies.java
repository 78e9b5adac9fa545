package ringside.cpu.armv7m.insn.multiply;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the multiply and divide instructions. */
public final class Multiplies {
    /** All of them. */
    public static final List<Encoding> ENCODINGS = Stream.of(
                    Mul.ENCODINGS,
                    Mla.ENCODINGS,
                    Mls.ENCODINGS,
                    Smull.ENCODINGS,
                    Umull.ENCODINGS,
                    Smlal.ENCODINGS,
                    Umlal.ENCODINGS,
                    Sdiv.ENCODINGS,
                    Udiv.ENCODINGS)
            .flatMap(List::stream)
            .toList();

    private Multiplies() {}
}
