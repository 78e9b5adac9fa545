package ringside.cpu.armv7m.insn.system;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.armv7m.insn.Encoding;

/** The encodings of the status register, exception-generating, hint and barrier instructions. */
public final class SystemInstructions {
    /** All of them. */
    public static final List<Encoding> ENCODINGS = Stream.of(
                    Svc.ENCODINGS,
                    Bkpt.ENCODINGS,
                    Udf.ENCODINGS,
                    Nop.ENCODINGS,
                    Yield.ENCODINGS,
                    Wfe.ENCODINGS,
                    Wfi.ENCODINGS,
                    Sev.ENCODINGS,
                    Dbg.ENCODINGS,
                    Hint.ENCODINGS,
                    Dsb.ENCODINGS,
                    Dmb.ENCODINGS,
                    Isb.ENCODINGS,
                    Cps.ENCODINGS,
                    Mrs.ENCODINGS,
                    Msr.ENCODINGS,
                    Clrex.ENCODINGS)
            .flatMap(List::stream)
            .toList();

    private SystemInstructions() {}
}
