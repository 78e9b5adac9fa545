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

/** Arithmetic on each number of two registers: {@code DEST = DEST op SRC}. @sdm Vol.1 10.4.1, 11.4.1.2, Vol.2A "ADDPS" */
record PackedArithmetic(
        Binary.Operation operation, FloatingFormat format, XmmRegister destination, VectorOperand source)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(FloatingFormat.SINGLE, Binary::add,                            "NP 0F 58 /r  ADDPS xmm, xmm/m128"),
            form(FloatingFormat.DOUBLE, Binary::add,                            "66 0F 58 /r  ADDPD xmm, xmm/m128"),
            form(FloatingFormat.SINGLE, Binary::multiply,                       "NP 0F 59 /r  MULPS xmm, xmm/m128"),
            form(FloatingFormat.DOUBLE, Binary::multiply,                       "66 0F 59 /r  MULPD xmm, xmm/m128"),
            form(FloatingFormat.SINGLE, Binary::subtract,                       "NP 0F 5C /r  SUBPS xmm, xmm/m128"),
            form(FloatingFormat.DOUBLE, Binary::subtract,                       "66 0F 5C /r  SUBPD xmm, xmm/m128"),
            form(FloatingFormat.SINGLE, Binary::minimum,                        "NP 0F 5D /r  MINPS xmm, xmm/m128"),
            form(FloatingFormat.DOUBLE, Binary::minimum,                        "66 0F 5D /r  MINPD xmm, xmm/m128"),
            form(FloatingFormat.SINGLE, Binary::divide,                         "NP 0F 5E /r  DIVPS xmm, xmm/m128"),
            form(FloatingFormat.DOUBLE, Binary::divide,                         "66 0F 5E /r  DIVPD xmm, xmm/m128"),
            form(FloatingFormat.SINGLE, Binary::maximum,                        "NP 0F 5F /r  MAXPS xmm, xmm/m128"),
            form(FloatingFormat.DOUBLE, Binary::maximum,                        "66 0F 5F /r  MAXPD xmm, xmm/m128"),
            form(FloatingFormat.SINGLE, Binary::squareRoot,                     "NP 0F 51 /r  SQRTPS xmm, xmm/m128"),
            form(FloatingFormat.DOUBLE, Binary::squareRoot,                     "66 0F 51 /r  SQRTPD xmm, xmm/m128"),
            form(FloatingFormat.SINGLE, Estimate::reciprocal,                   "NP 0F 53 /r  RCPPS xmm, xmm/m128"),
            form(FloatingFormat.SINGLE, Estimate::reciprocalSquareRoot,         "NP 0F 52 /r  RSQRTPS xmm, xmm/m128"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(FloatingFormat format, Binary.Operation operation, String line) {
        return Form.table(f -> from(format, operation, f), line);
    }

    private static PackedArithmetic from(FloatingFormat format, Binary.Operation operation, Fields f) {
        return new PackedArithmetic(operation, format, new XmmRegister(f.register(0)), VectorOperand.aligned(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long sourceLow = source.low(cpu);
        long sourceHigh = source.high(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        long low = half(context, destination.low(cpu), sourceLow);
        long high = half(context, destination.high(cpu), sourceHigh);
        FloatingUnits.finishSse(cpu, context);
        destination.write(cpu, low, high);
    }

    private long half(FloatingContext context, long a, long b) {
        if (format == FloatingFormat.DOUBLE) {
            return operation.apply(context, format, a, b);
        }
        long lower = operation.apply(context, format, a & 0xFFFF_FFFFL, b & 0xFFFF_FFFFL);
        return lower | operation.apply(context, format, a >>> 32, b >>> 32) << 32;
    }
}
