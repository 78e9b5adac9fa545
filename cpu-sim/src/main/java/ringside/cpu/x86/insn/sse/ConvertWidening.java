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

/** Converts the two elements of 64 bits to double precision. @sdm Vol.2A "CVTPS2PD", "CVTDQ2PD" */
record ConvertWidening(HalfConversion conversion, XmmRegister destination, Operand source) implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(Convert::singleToDouble,           "NP 0F 5A /r  CVTPS2PD xmm, xmm/m64"),
            form(Convert::doublewordToDouble,       "F3 0F E6 /r  CVTDQ2PD xmm, xmm/m64"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfConversion conversion, String line) {
        return Form.table(f -> from(conversion, f), line);
    }

    private static ConvertWidening from(HalfConversion conversion, Fields f) {
        return new ConvertWidening(conversion, new XmmRegister(f.register(0)), XmmPart.of(f, 1, OperandSize.QUADWORD));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long value = source.read(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        long low = conversion.apply(context, value & 0xFFFF_FFFFL);
        long high = conversion.apply(context, value >>> 32);
        FloatingUnits.finishSse(cpu, context);
        destination.write(cpu, low, high);
    }
}
