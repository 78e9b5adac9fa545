package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class SseForms {
    private SseForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(integers(), numbers(), mmx()).flatMap(List::stream).toList();
    }

    private static List<Form> integers() {
        return Stream.of(
                        ByteShift.FORMS,
                        ExtractWord.FORMS,
                        InsertWord.FORMS,
                        MaskedMove.FORMS,
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
                        PackedInteger.FORMS,
                        PackedInterleave.FORMS,
                        PackedShift.FORMS,
                        PackedShiftImmediate.FORMS,
                        ShuffleDoublewords.FORMS,
                        ShuffleWords.FORMS,
                        Shufpd.FORMS,
                        StoreHighHalf.FORMS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Form> numbers() {
        return Stream.of(
                        ComparePacked.FORMS,
                        CompareScalar.FORMS,
                        CompareToFlags.FORMS,
                        ConvertFromInteger.FORMS,
                        ConvertNarrowing.FORMS,
                        ConvertPacked.FORMS,
                        ConvertScalar.FORMS,
                        ConvertToInteger.FORMS,
                        ConvertWidening.FORMS,
                        Ldmxcsr.FORMS,
                        PackedArithmetic.FORMS,
                        ScalarArithmetic.FORMS,
                        Stmxcsr.FORMS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Form> mmx() {
        return Stream.of(
                        ConvertDoubleToMmx.FORMS,
                        ConvertMmxToDouble.FORMS,
                        ConvertMmxToSingle.FORMS,
                        ConvertSingleToMmx.FORMS,
                        Emms.FORMS,
                        MmxExtractWord.FORMS,
                        MmxInsertWord.FORMS,
                        MmxInteger.FORMS,
                        MmxMaskedMove.FORMS,
                        MmxMove.FORMS,
                        MmxMoveMask.FORMS,
                        MmxShuffle.FORMS,
                        MmxToXmm.FORMS,
                        XmmToMmx.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
