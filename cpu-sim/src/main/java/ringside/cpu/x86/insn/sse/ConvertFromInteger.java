package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.floating.Binary;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.FloatingFormat;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Converts a signed integer to the lowest number of a register. @sdm Vol.2A "CVTSI2SS", "CVTSI2SD" */
record ConvertFromInteger(FloatingFormat format, XmmPart destination, Operand source, OperandSize size)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(FloatingFormat.SINGLE,    "F3 0F 2A /r  CVTSI2SS xmm, r/m32|64"),
            form(FloatingFormat.DOUBLE,    "F2 0F 2A /r  CVTSI2SD xmm, r/m32|64"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(FloatingFormat format, String line) {
        return Form.table(f -> from(format, f), line);
    }

    private static ConvertFromInteger from(FloatingFormat format, Fields f) {
        return new ConvertFromInteger(
                format, new XmmPart(f.register(0), ScalarFormat.size(format)), f.operand(1), f.size());
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long value = size.signExtend(source.read(cpu));
        FloatingContext context = FloatingUnits.beginSse(cpu);
        long result = Binary.fromInteger(context, format, value);
        FloatingUnits.finishSse(cpu, context);
        destination.write(cpu, result);
    }
}
