package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.floating.Binary;
import ringside.cpu.x86.floating.Estimate;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.FloatingFormat;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Arithmetic on the lowest number of two registers. @sdm Vol.1 10.4.1, 11.4.1.2, Vol.2A "ADDSS" */
record ScalarArithmetic(Binary.Operation operation, FloatingFormat format, XmmPart destination, Operand source)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(FloatingFormat.SINGLE, Binary::add,                            "F3 0F 58 /r  ADDSS xmm, xmm/m32"),
            form(FloatingFormat.DOUBLE, Binary::add,                            "F2 0F 58 /r  ADDSD xmm, xmm/m64"),
            form(FloatingFormat.SINGLE, Binary::multiply,                       "F3 0F 59 /r  MULSS xmm, xmm/m32"),
            form(FloatingFormat.DOUBLE, Binary::multiply,                       "F2 0F 59 /r  MULSD xmm, xmm/m64"),
            form(FloatingFormat.SINGLE, Binary::subtract,                       "F3 0F 5C /r  SUBSS xmm, xmm/m32"),
            form(FloatingFormat.DOUBLE, Binary::subtract,                       "F2 0F 5C /r  SUBSD xmm, xmm/m64"),
            form(FloatingFormat.SINGLE, Binary::minimum,                        "F3 0F 5D /r  MINSS xmm, xmm/m32"),
            form(FloatingFormat.DOUBLE, Binary::minimum,                        "F2 0F 5D /r  MINSD xmm, xmm/m64"),
            form(FloatingFormat.SINGLE, Binary::divide,                         "F3 0F 5E /r  DIVSS xmm, xmm/m32"),
            form(FloatingFormat.DOUBLE, Binary::divide,                         "F2 0F 5E /r  DIVSD xmm, xmm/m64"),
            form(FloatingFormat.SINGLE, Binary::maximum,                        "F3 0F 5F /r  MAXSS xmm, xmm/m32"),
            form(FloatingFormat.DOUBLE, Binary::maximum,                        "F2 0F 5F /r  MAXSD xmm, xmm/m64"),
            form(FloatingFormat.SINGLE, Binary::squareRoot,                     "F3 0F 51 /r  SQRTSS xmm, xmm/m32"),
            form(FloatingFormat.DOUBLE, Binary::squareRoot,                     "F2 0F 51 /r  SQRTSD xmm, xmm/m64"),
            form(FloatingFormat.SINGLE, Estimate::reciprocal,                   "F3 0F 53 /r  RCPSS xmm, xmm/m32"),
            form(FloatingFormat.SINGLE, Estimate::reciprocalSquareRoot,         "F3 0F 52 /r  RSQRTSS xmm, xmm/m32"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(FloatingFormat format, Binary.Operation operation, String line) {
        return Form.table(f -> from(format, operation, f), line);
    }

    private static ScalarArithmetic from(FloatingFormat format, Binary.Operation operation, Fields f) {
        return new ScalarArithmetic(
                operation,
                format,
                new XmmPart(f.register(0), ScalarFormat.size(format)),
                XmmPart.of(f, 1, ScalarFormat.size(format)));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long other = source.read(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        long result = operation.apply(context, format, destination.read(cpu), other);
        FloatingUnits.finishSse(cpu, context);
        destination.write(cpu, result);
    }
}
