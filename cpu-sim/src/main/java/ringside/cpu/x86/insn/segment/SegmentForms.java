package ringside.cpu.x86.insn.segment;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class SegmentForms {
    private SegmentForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(
                        MovToSegment.FORMS,
                        MovFromSegment.FORMS,
                        PushSegment.FORMS,
                        PopSegment.FORMS,
                        LoadFarPointer.FORMS,
                        Lar.FORMS,
                        Lsl.FORMS,
                        Verr.FORMS,
                        Arpl.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
