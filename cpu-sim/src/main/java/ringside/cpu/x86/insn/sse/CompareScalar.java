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

/** Compares the lowest number of two registers by a predicate. @sdm Vol.2A "CMPSS", "CMPSD" */
record CompareScalar(FloatingFormat format, XmmPart destination, Operand source, int predicate)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(FloatingFormat.SINGLE,    "F3 0F C2 /r ib  CMPSS xmm, xmm/m32, imm8"),
            form(FloatingFormat.DOUBLE,    "F2 0F C2 /r ib  CMPSD xmm, xmm/m64, imm8"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(FloatingFormat format, String line) {
        return Form.table(f -> from(format, f), line);
    }

    private static CompareScalar from(FloatingFormat format, Fields f) {
        return new CompareScalar(
                format,
                new XmmPart(f.register(0), ScalarFormat.size(format)),
                XmmPart.of(f, 1, ScalarFormat.size(format)),
                (int) f.immediate(2) & 7);
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long other = source.read(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        long result = Binary.compare(context, format, destination.read(cpu), other, predicate);
        FloatingUnits.finishSse(cpu, context);
        destination.write(cpu, result);
    }
}
