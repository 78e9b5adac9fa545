package ringside.cpu.x86.insn.system;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class SystemForms {
    private SystemForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(
                        Clac.FORMS,
                        Clts.FORMS,
                        Cpuid.FORMS,
                        Hlt.FORMS,
                        Invd.FORMS,
                        Invlpg.FORMS,
                        Invpcid.FORMS,
                        Lgdt.FORMS,
                        Lidt.FORMS,
                        Lldt.FORMS,
                        Lmsw.FORMS,
                        Ltr.FORMS,
                        MovFromControl.FORMS,
                        MovFromDebug.FORMS,
                        MovToControl.FORMS,
                        MovToDebug.FORMS,
                        Rdmsr.FORMS,
                        Rdpmc.FORMS,
                        Rdtsc.FORMS,
                        Rdtscp.FORMS,
                        ReadBase.FORMS,
                        Sgdt.FORMS,
                        Sidt.FORMS,
                        Sldt.FORMS,
                        Smsw.FORMS,
                        Stac.FORMS,
                        Str.FORMS,
                        Swapgs.FORMS,
                        Syscall.FORMS,
                        Sysenter.FORMS,
                        Sysexit.FORMS,
                        Sysret.FORMS,
                        WriteBase.FORMS,
                        Wrmsr.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
