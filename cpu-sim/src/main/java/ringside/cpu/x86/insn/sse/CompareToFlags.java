package ringside.cpu.x86.insn.sse;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.floating.Binary;
import ringside.cpu.x86.floating.Comparison;
import ringside.cpu.x86.floating.FloatingContext;
import ringside.cpu.x86.floating.FloatingFormat;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Compares the lowest numbers and tells the outcome in RFLAGS. @sdm Vol.2A "COMISS", "COMISD", Vol.2B "UCOMISS" */
record CompareToFlags(FloatingFormat format, boolean signals, Operand first, Operand second) implements X86Instruction {
    // spotless:off
    static final List<Form> FORMS = Stream.of(
            form(FloatingFormat.SINGLE, true,  "NP 0F 2F /r  COMISS xmm, xmm/m32"),
            form(FloatingFormat.DOUBLE, true,  "66 0F 2F /r  COMISD xmm, xmm/m64"),
            form(FloatingFormat.SINGLE, false, "NP 0F 2E /r  UCOMISS xmm, xmm/m32"),
            form(FloatingFormat.DOUBLE, false, "66 0F 2E /r  UCOMISD xmm, xmm/m64"))
            .flatMap(List::stream).toList();
    // spotless:on
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF CF PF");

    private static List<Form> form(FloatingFormat format, boolean signals, String line) {
        return Form.table(f -> from(format, signals, f), line);
    }

    private static CompareToFlags from(FloatingFormat format, boolean signals, Fields f) {
        Operand first = XmmPart.of(f, 0, ScalarFormat.size(format));
        return new CompareToFlags(format, signals, first, XmmPart.of(f, 1, ScalarFormat.size(format)));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        long other = second.read(cpu);
        FloatingContext context = FloatingUnits.beginSse(cpu);
        Unpacked a = Binary.operand(context, format, first.read(cpu));
        Unpacked b = Binary.operand(context, format, other);
        Comparison order = signals ? Comparison.ordered(context, a, b) : Comparison.unordered(context, a, b);
        FloatingUnits.finishSse(cpu, context);
        cpu.setStatusFlags(
                switch (order) {
                    case GREATER -> 0;
                    case LESS -> Rflags.CF;
                    case EQUAL -> Rflags.ZF;
                    case UNORDERED -> Rflags.ZF | Rflags.PF | Rflags.CF;
                });
    }
}
