package ringside.cpu.x86.insn.x87;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class X87Forms {
    private X87Forms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(
                        ArithmeticMemory.FORMS,
                        ArithmeticRegister.FORMS,
                        ChangeSign.FORMS,
                        CompareFlags.FORMS,
                        CompareMemory.FORMS,
                        CompareRegister.FORMS,
                        Fcmovcc.FORMS,
                        Ffree.FORMS,
                        Fldcw.FORMS,
                        Fldenv.FORMS,
                        Fnclex.FORMS,
                        Fninit.FORMS,
                        Fnop.FORMS,
                        Fnsave.FORMS,
                        Fnstcw.FORMS,
                        Fnstenv.FORMS,
                        Fnstsw.FORMS,
                        FnstswRegister.FORMS,
                        Frndint.FORMS,
                        Frstor.FORMS,
                        Fscale.FORMS,
                        Fsqrt.FORMS,
                        Ftst.FORMS,
                        Fwait.FORMS,
                        Fxam.FORMS,
                        Fxch.FORMS,
                        Fxrstor.FORMS,
                        Fxsave.FORMS,
                        Fxtract.FORMS,
                        LoadConstant.FORMS,
                        LoadDecimal.FORMS,
                        LoadExtended.FORMS,
                        LoadMemory.FORMS,
                        LoadRegister.FORMS,
                        MoveTop.FORMS,
                        PartialRemainder.FORMS,
                        StoreDecimal.FORMS,
                        StoreExtended.FORMS,
                        StoreInteger.FORMS,
                        StoreMemory.FORMS,
                        StoreRegister.FORMS,
                        Transcendental.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
