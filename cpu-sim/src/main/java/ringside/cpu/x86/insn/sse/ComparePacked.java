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

/** Compares each number of two registers by a predicate. @sdm Vol.2A "CMPPS", "CMPPD" */
record ComparePacked(FloatingFormat format, XmmRegister destination, VectorOperand source, int predicate)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(FloatingFormat.SINGLE,    "NP 0F C2 /r ib  CMPPS xmm, xmm/m128, imm8"),
            form(FloatingFormat.DOUBLE,    "66 0F C2 /r ib  CMPPD xmm, xmm/m128, imm8"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(FloatingFormat format, String line) {
        return Form.table(f -> from(format, f), line);
    }

    private static ComparePacked from(FloatingFormat format, Fields f) {
        return new ComparePacked(
                format, new XmmRegister(f.register(0)), VectorOperand.aligned(f, 1), (int) f.immediate(2) & 7);
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
            return Binary.compare(context, format, a, b, predicate);
        }
        long lower = Binary.compare(context, format, a & 0xFFFF_FFFFL, b & 0xFFFF_FFFFL, predicate);
        return lower | Binary.compare(context, format, a >>> 32, b >>> 32, predicate) << 32;
    }
}
