package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** Converts two numbers in double precision to elements of 32 bits. @sdm Vol.2A "CVTPD2PS", "CVTPD2DQ", "CVTTPD2DQ" */
record ConvertNarrowing(HalfConversion conversion, XmmRegister destination, VectorOperand source)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(Convert::doubleToSingle,                   "66 0F 5A /r  CVTPD2PS xmm, xmm/m128"),
            form(Convert::doubleToDoubleword,               "F2 0F E6 /r  CVTPD2DQ xmm, xmm/m128"),
            form(Convert::doubleToDoublewordTruncated,      "66 0F E6 /r  CVTTPD2DQ xmm, xmm/m128"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfConversion conversion, String line) {
        return Form.table(f -> from(conversion, f), line);
    }

    private static ConvertNarrowing from(HalfConversion conversion, Fields f) {
        return new ConvertNarrowing(conversion, new XmmRegister(f.register(0)), VectorOperand.aligned(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        long result = conversion.apply(context, low) | conversion.apply(context, high) << 32;
        FloatingUnits.finishSse(cpu, context);
        destination.write(cpu, result, 0);
    }
}
