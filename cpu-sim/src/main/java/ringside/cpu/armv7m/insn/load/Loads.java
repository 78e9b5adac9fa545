package ringside.cpu.armv7m.insn.load;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the load and preload instructions. */
public final class Loads {
    /** All of them. */
    public static final List<Encoding> ENCODINGS = Stream.of(
                    LdrImmediate.ENCODINGS,
                    LdrLiteral.ENCODINGS,
                    LdrRegister.ENCODINGS,
                    Ldrt.ENCODINGS,
                    LdrbImmediate.ENCODINGS,
                    LdrbLiteral.ENCODINGS,
                    LdrbRegister.ENCODINGS,
                    Ldrbt.ENCODINGS,
                    LdrhImmediate.ENCODINGS,
                    LdrhLiteral.ENCODINGS,
                    LdrhRegister.ENCODINGS,
                    Ldrht.ENCODINGS,
                    LdrsbImmediate.ENCODINGS,
                    LdrsbLiteral.ENCODINGS,
                    LdrsbRegister.ENCODINGS,
                    Ldrsbt.ENCODINGS,
                    LdrshImmediate.ENCODINGS,
                    LdrshLiteral.ENCODINGS,
                    LdrshRegister.ENCODINGS,
                    Ldrsht.ENCODINGS,
                    LdrdImmediate.ENCODINGS,
                    LdrdLiteral.ENCODINGS,
                    PldImmediate.ENCODINGS,
                    PldLiteral.ENCODINGS,
                    PldRegister.ENCODINGS,
                    PliImmediate.ENCODINGS,
                    PliLiteral.ENCODINGS,
                    PliRegister.ENCODINGS,
                    MemoryHint.ENCODINGS)
            .flatMap(List::stream)
            .toList();

    private Loads() {}
}
