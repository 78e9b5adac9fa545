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

/** Converts the lowest number of a register to a signed integer. @sdm Vol.2A "CVTSS2SI", "CVTTSS2SI", "CVTSD2SI", "CVTTSD2SI" */
record ConvertToInteger(FloatingFormat format, boolean truncates, Operand destination, Operand source, OperandSize size)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(FloatingFormat.SINGLE, false,    "F3 0F 2D /r  CVTSS2SI r32|64, xmm/m32"),
            form(FloatingFormat.SINGLE, true,     "F3 0F 2C /r  CVTTSS2SI r32|64, xmm/m32"),
            form(FloatingFormat.DOUBLE, false,    "F2 0F 2D /r  CVTSD2SI r32|64, xmm/m64"),
            form(FloatingFormat.DOUBLE, true,     "F2 0F 2C /r  CVTTSD2SI r32|64, xmm/m64"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(FloatingFormat format, boolean truncates, String line) {
        return Form.table(f -> from(format, truncates, f), line);
    }

    private static ConvertToInteger from(FloatingFormat format, boolean truncates, Fields f) {
        return new ConvertToInteger(
                format, truncates, f.operand(0), XmmPart.of(f, 1, ScalarFormat.size(format)), f.size());
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long value = source.read(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        if (truncates) {
            context.setRounding(FloatingContext.TRUNCATE);
        }
        long result = Binary.toInteger(context, format, value, size.bits());
        FloatingUnits.finishSse(cpu, context);
        destination.write(cpu, result);
    }
}
