package ringside.cpu.x86.insn.data;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class DataForms {
    private DataForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(moves(), exchanges(), stack(), flags())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Form> moves() {
        return Stream.of(
                        Mov.FORMS,
                        Movzx.FORMS,
                        Movsx.BYTE_FORMS,
                        Movsx.WORD_FORMS,
                        Movsx.DOUBLEWORD_FORMS,
                        Cmovcc.FORMS,
                        Movnti.FORMS,
                        Lea.FORMS,
                        Xlat.FORMS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Form> exchanges() {
        return Stream.of(Xchg.FORMS, Cmpxchg.FORMS, Cmpxchg8b.FORMS, Cmpxchg16b.FORMS, Xadd.FORMS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Form> stack() {
        return Stream.of(Push.FORMS, Pop.FORMS, Pusha.FORMS, Popa.FORMS, Pushf.FORMS, Popf.FORMS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Form> flags() {
        return Stream.of(
                        Lahf.FORMS,
                        Sahf.FORMS,
                        Clc.FORMS,
                        Stc.FORMS,
                        Cmc.FORMS,
                        Cld.FORMS,
                        Std.FORMS,
                        Cli.FORMS,
                        Sti.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
