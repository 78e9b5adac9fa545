package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class SseForms {
    private SseForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(
                        ByteShift.FORMS,
                        ComparePacked.FORMS,
                        CompareScalar.FORMS,
                        CompareToFlags.FORMS,
                        ConvertDoubleToMmx.FORMS,
                        ConvertFromInteger.FORMS,
                        ConvertMmxToDouble.FORMS,
                        ConvertMmxToSingle.FORMS,
                        ConvertNarrowing.FORMS,
                        ConvertPacked.FORMS,
                        ConvertScalar.FORMS,
                        ConvertSingleToMmx.FORMS,
                        ConvertToInteger.FORMS,
                        ConvertWidening.FORMS,
                        Emms.FORMS,
                        ExtractWord.FORMS,
                        InsertWord.FORMS,
                        Ldmxcsr.FORMS,
                        MaskedMove.FORMS,
                        MmxExtractWord.FORMS,
                        MmxInsertWord.FORMS,
                        MmxInteger.FORMS,
                        MmxMaskedMove.FORMS,
                        MmxMove.FORMS,
                        MmxMoveMask.FORMS,
                        MmxShuffle.FORMS,
                        MmxToXmm.FORMS,
                        MoveAligned.FORMS,
                        MoveHighHalf.FORMS,
                        MoveLoad.FORMS,
                        MoveLowHalf.FORMS,
                        MoveMask.FORMS,
                        MoveQuadword.FORMS,
                        MoveScalar.FORMS,
                        MoveStore.FORMS,
                        MoveUnaligned.FORMS,
                        Pack.FORMS,
                        PackedArithmetic.FORMS,
                        PackedInteger.FORMS,
                        PackedInterleave.FORMS,
                        PackedShift.FORMS,
                        PackedShiftImmediate.FORMS,
                        ScalarArithmetic.FORMS,
                        ShuffleDoublewords.FORMS,
                        ShuffleWords.FORMS,
                        Shufpd.FORMS,
                        Stmxcsr.FORMS,
                        StoreHighHalf.FORMS,
                        XmmToMmx.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
