package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** Converts two numbers in double precision to an MMX register. @sdm Vol.2A "CVTPD2PI", "CVTTPD2PI" */
record ConvertDoubleToMmx(HalfConversion conversion, int n, VectorOperand source) implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(Convert::doubleToDoubleword,               "66 0F 2D /r  CVTPD2PI mm, xmm/m128"),
            form(Convert::doubleToDoublewordTruncated,      "66 0F 2C /r  CVTTPD2PI mm, xmm/m128"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfConversion conversion, String line) {
        return Form.table(f -> from(conversion, f), line);
    }

    private static ConvertDoubleToMmx from(HalfConversion conversion, Fields f) {
        return new ConvertDoubleToMmx(conversion, f.register(0), VectorOperand.aligned(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        MmxConversion.require(cpu, true);
        long low = source.low(cpu);
        long high = source.high(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        long result = conversion.apply(context, low) | conversion.apply(context, high) << 32;
        cpu.x87().enterMmx();
        FloatingUnits.finishSse(cpu, context);
        cpu.x87().setMmx(n, result);
    }
}
