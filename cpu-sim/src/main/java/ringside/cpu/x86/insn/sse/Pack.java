package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.packed.PackedBytes;
import ringside.cpu.x86.packed.PackedWords;

/** Narrows the elements of both operands with saturation. @sdm Vol.2B "PACKSSWB/PACKSSDW", "PACKUSWB" */
record Pack(HalfOperation operation, XmmRegister destination, VectorOperand source) implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(PackedBytes::packSigned,       "66 0F 63 /r  PACKSSWB xmm, xmm/m128"),
            form(PackedWords::packSigned,       "66 0F 6B /r  PACKSSDW xmm, xmm/m128"),
            form(PackedBytes::packUnsigned,     "66 0F 67 /r  PACKUSWB xmm, xmm/m128"))
            .flatMap(List::stream).toList();
    // spotless:on

    private static List<Form> form(HalfOperation operation, String line) {
        return Form.table(f -> from(operation, f), line);
    }

    private static Pack from(HalfOperation operation, Fields f) {
        return new Pack(operation, new XmmRegister(f.register(0)), VectorOperand.aligned(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long high = operation.apply(source.low(cpu), source.high(cpu));
        destination.write(cpu, operation.apply(destination.low(cpu), destination.high(cpu)), high);
    }
}
