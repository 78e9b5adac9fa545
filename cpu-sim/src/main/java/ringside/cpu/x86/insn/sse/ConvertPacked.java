package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** Converts four doublewords to single precision or back. @sdm Vol.2A "CVTDQ2PS", "CVTPS2DQ", "CVTTPS2DQ" */
record ConvertPacked(HalfConversion conversion, XmmRegister destination, VectorOperand source)
        implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(Convert::doublewordsToSingle,              "NP 0F 5B /r  CVTDQ2PS xmm, xmm/m128"),
            form(Convert::singleToDoublewords,              "66 0F 5B /r  CVTPS2DQ xmm, xmm/m128"),
            form(Convert::singleToDoublewordsTruncated,     "F3 0F 5B /r  CVTTPS2DQ xmm, xmm/m128"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfConversion conversion, String line) {
        return Form.table(f -> from(conversion, f), line);
    }

    private static ConvertPacked from(HalfConversion conversion, Fields f) {
        return new ConvertPacked(conversion, new XmmRegister(f.register(0)), VectorOperand.aligned(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long low = source.low(cpu);
        long high = source.high(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        low = conversion.apply(context, low);
        high = conversion.apply(context, high);
        FloatingUnits.finishSse(cpu, context);
        destination.write(cpu, low, high);
    }
}
