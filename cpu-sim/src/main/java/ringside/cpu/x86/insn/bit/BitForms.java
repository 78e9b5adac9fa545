package ringside.cpu.x86.insn.bit;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class BitForms {
    private BitForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(
                        Bt.FORMS,
                        Bts.FORMS,
                        Btr.FORMS,
                        Btc.FORMS,
                        Bsf.FORMS,
                        Bsr.FORMS,
                        Tzcnt.FORMS,
                        Lzcnt.FORMS,
                        Popcnt.FORMS,
                        Bswap.FORMS,
                        Movbe.FORMS,
                        Andn.FORMS,
                        Bextr.FORMS,
                        Blsi.FORMS,
                        Blsmsk.FORMS,
                        Blsr.FORMS,
                        Bzhi.FORMS,
                        Mulx.FORMS,
                        Pdep.FORMS,
                        Pext.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
