package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Converts two numbers in single precision to an MMX register. @sdm Vol.2A "CVTPS2PI", "CVTTPS2PI" */
record ConvertSingleToMmx(HalfConversion conversion, int n, Operand source) implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(Convert::singleToDoublewords,              "NP 0F 2D /r  CVTPS2PI mm, xmm/m64"),
            form(Convert::singleToDoublewordsTruncated,     "NP 0F 2C /r  CVTTPS2PI mm, xmm/m64"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfConversion conversion, String line) {
        return Form.table(f -> from(conversion, f), line);
    }

    private static ConvertSingleToMmx from(HalfConversion conversion, Fields f) {
        return new ConvertSingleToMmx(conversion, f.register(0), XmmPart.of(f, 1, OperandSize.QUADWORD));
    }

    @Override
    public void execute(X86Core cpu) {
        MmxConversion.require(cpu, true);
        long value = source.read(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        long result = conversion.apply(context, value);
        cpu.x87().enterMmx();
        FloatingUnits.finishSse(cpu, context);
        cpu.x87().setMmx(n, result);
    }
}
