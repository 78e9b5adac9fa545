package ringside.cpu.x86.decode;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.insn.arithmetic.ArithmeticForms;
import ringside.cpu.x86.insn.bit.BitForms;
import ringside.cpu.x86.insn.control.ControlForms;
import ringside.cpu.x86.insn.data.DataForms;
import ringside.cpu.x86.insn.far.FarForms;
import ringside.cpu.x86.insn.logic.LogicForms;
import ringside.cpu.x86.insn.port.PortForms;
import ringside.cpu.x86.insn.segment.SegmentForms;
import ringside.cpu.x86.insn.shift.ShiftForms;
import ringside.cpu.x86.insn.sse.SseForms;
import ringside.cpu.x86.insn.string.StringForms;
import ringside.cpu.x86.insn.system.SystemForms;
import ringside.cpu.x86.insn.x87.X87Forms;

/** Every form that is claimed, gathered from the packages of instructions. */
public final class AllForms {
    private AllForms() {}

    /** All forms, in the order of the packages. */
    public static List<Form> list() {
        return Stream.of(
                        ArithmeticForms.list(),
                        BitForms.list(),
                        ControlForms.list(),
                        DataForms.list(),
                        FarForms.list(),
                        LogicForms.list(),
                        PortForms.list(),
                        SegmentForms.list(),
                        ShiftForms.list(),
                        SseForms.list(),
                        StringForms.list(),
                        SystemForms.list(),
                        X87Forms.list())
                .flatMap(List::stream)
                .toList();
    }
}
