package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** CVTPI2PS: two doublewords of an MMX register or memory to the lower half of an XMM register. @sdm Vol.2A "CVTPI2PS" */
record ConvertMmxToSingle(HalfConversion conversion, int n, Operand source) implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(Convert::doublewordsToSingle,  "NP 0F 2A /r  CVTPI2PS xmm, mm/m64"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfConversion conversion, String line) {
        return Form.table(f -> from(conversion, f), line);
    }

    private static ConvertMmxToSingle from(HalfConversion conversion, Fields f) {
        return new ConvertMmxToSingle(conversion, f.register(0), MmxRegister.of(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        MmxConversion.require(cpu, true);
        long value = source.read(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        long result = conversion.apply(context, value);
        cpu.x87().enterMmx();
        FloatingUnits.finishSse(cpu, context);
        cpu.sse().setLow(n, result);
    }
}
