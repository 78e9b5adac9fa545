package ringside.cpu.armv7m.insn.bits;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the packing, saturating and miscellaneous data-processing instructions. */
public final class BitOperations {
    /** All of them. */
    public static final List<Encoding> ENCODINGS = Stream.of(
                    Sxth.ENCODINGS,
                    Sxtb.ENCODINGS,
                    Uxth.ENCODINGS,
                    Uxtb.ENCODINGS,
                    Rev.ENCODINGS,
                    Rev16.ENCODINGS,
                    Rbit.ENCODINGS,
                    Revsh.ENCODINGS,
                    Clz.ENCODINGS,
                    Bfc.ENCODINGS,
                    Bfi.ENCODINGS,
                    Sbfx.ENCODINGS,
                    Ubfx.ENCODINGS,
                    Ssat.ENCODINGS,
                    Usat.ENCODINGS)
            .flatMap(List::stream)
            .toList();

    private BitOperations() {}
}
