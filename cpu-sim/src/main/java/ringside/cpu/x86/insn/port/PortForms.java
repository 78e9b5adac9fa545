package ringside.cpu.x86.insn.port;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class PortForms {
    private PortForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(
                        In.BYTE_FORMS,
                        In.FORMS,
                        Out.BYTE_FORMS,
                        Out.FORMS,
                        Ins.BYTE_FORMS,
                        Ins.FORMS,
                        Outs.BYTE_FORMS,
                        Outs.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
