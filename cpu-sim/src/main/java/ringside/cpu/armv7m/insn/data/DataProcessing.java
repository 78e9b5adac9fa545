package ringside.cpu.armv7m.insn.data;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the standard data-processing instructions. */
public final class DataProcessing {
    /** All of them, in the order of the manual's index. */
    public static final List<Encoding> ENCODINGS = Stream.of(
                    AdcImmediate.ENCODINGS,
                    AdcRegister.ENCODINGS,
                    AddImmediate.ENCODINGS,
                    AddRegister.ENCODINGS,
                    Adr.ENCODINGS,
                    AndImmediate.ENCODINGS,
                    AndRegister.ENCODINGS,
                    BicImmediate.ENCODINGS,
                    BicRegister.ENCODINGS,
                    CmnImmediate.ENCODINGS,
                    CmnRegister.ENCODINGS,
                    CmpImmediate.ENCODINGS,
                    CmpRegister.ENCODINGS,
                    EorImmediate.ENCODINGS,
                    EorRegister.ENCODINGS,
                    MovImmediate.ENCODINGS,
                    MovRegister.ENCODINGS,
                    Movt.ENCODINGS,
                    MvnImmediate.ENCODINGS,
                    MvnRegister.ENCODINGS,
                    OrnImmediate.ENCODINGS,
                    OrnRegister.ENCODINGS,
                    OrrImmediate.ENCODINGS,
                    OrrRegister.ENCODINGS,
                    RsbImmediate.ENCODINGS,
                    RsbRegister.ENCODINGS,
                    SbcImmediate.ENCODINGS,
                    SbcRegister.ENCODINGS,
                    SubImmediate.ENCODINGS,
                    SubRegister.ENCODINGS,
                    TeqImmediate.ENCODINGS,
                    TeqRegister.ENCODINGS,
                    TstImmediate.ENCODINGS,
                    TstRegister.ENCODINGS)
            .flatMap(List::stream)
            .toList();

    private DataProcessing() {}
}
