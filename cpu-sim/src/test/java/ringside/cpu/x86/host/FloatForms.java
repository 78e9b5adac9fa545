package ringside.cpu.x86.host;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.insn.sse.SseForms;
import ringside.cpu.x86.insn.x87.X87Forms;

/** The forms that are compared: all but those that are not performed. */
final class FloatForms {
    private static final String NOT_PERFORMED = "F2XM1|FYL2X|FPTAN|FPATAN|FYL2XP1|FSINCOS|FSIN|FCOS";

    private FloatForms() {}

    static List<Form> list() {
        return Stream.of(SseForms.list(), X87Forms.list())
                .flatMap(List::stream)
                .filter(form -> !form.mnemonic().matches(NOT_PERFORMED))
                .toList();
    }

    /** The seed of a form's cases: the same whatever other forms there are. */
    static long seed(Form form) {
        return form.toString().hashCode();
    }
}
