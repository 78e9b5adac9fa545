package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.floating.Binary;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.FloatingFormat;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Converts the lowest number of a register to the other precision. @sdm Vol.2A "CVTSS2SD", "CVTSD2SS" */
record ConvertScalar(FloatingFormat from, FloatingFormat to, XmmPart destination, Operand source)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(FloatingFormat.SINGLE, FloatingFormat.DOUBLE,      "F3 0F 5A /r  CVTSS2SD xmm, xmm/m32"),
            form(FloatingFormat.DOUBLE, FloatingFormat.SINGLE,      "F2 0F 5A /r  CVTSD2SS xmm, xmm/m64"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(FloatingFormat from, FloatingFormat to, String line) {
        return Form.table(f -> from(from, to, f), line);
    }

    private static ConvertScalar from(FloatingFormat from, FloatingFormat to, Fields f) {
        return new ConvertScalar(
                from, to, new XmmPart(f.register(0), ScalarFormat.size(to)), XmmPart.of(f, 1, ScalarFormat.size(from)));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long value = source.read(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        long result = Binary.convert(context, from, to, value);
        FloatingUnits.finishSse(cpu, context);
        destination.write(cpu, result);
    }
}
