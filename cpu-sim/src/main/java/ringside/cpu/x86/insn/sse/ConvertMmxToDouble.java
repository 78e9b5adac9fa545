package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** CVTPI2PD: two doublewords of an MMX register or memory to an XMM register; memory leaves the x87 state alone. @sdm Vol.2A "CVTPI2PD" */
record ConvertMmxToDouble(boolean entersMmx, int n, Operand source) implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(false,     "66 0F 2A /r  CVTPI2PD xmm, mm/m64"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(boolean ignored, String line) {
        return Form.table(f -> from(ignored, f), line);
    }

    private static ConvertMmxToDouble from(boolean ignored, Fields f) {
        return new ConvertMmxToDouble(!f.isMemory(1), f.register(0), MmxRegister.of(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        MmxConversion.require(cpu, entersMmx);
        long value = source.read(cpu);
        if (entersMmx) {
            cpu.x87().enterMmx();
        }
        long low = Convert.doublewordToDouble(cpu.sse().context(), value & 0xFFFF_FFFFL);
        cpu.sse().set(n, low, Convert.doublewordToDouble(cpu.sse().context(), value >>> 32));
    }
}
