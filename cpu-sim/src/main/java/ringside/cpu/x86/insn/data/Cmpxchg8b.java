package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * CMPXCHG8B: {@code IF EDX:EAX = m64 THEN m64 = ECX:EBX ELSE EDX:EAX = m64}; ZF tells which.
 * @sdm Vol.2A "CMPXCHG8B/CMPXCHG16B"
 */
record Cmpxchg8b(Operand destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Cmpxchg8b::from, """
            W0 0F C7 /1    CMPXCHG8B m64    LOCK
            """);
    private static final Effects EFFECTS = Effects.sets("ZF");

    static Cmpxchg8b from(Fields f) {
        return new Cmpxchg8b(f.operand(0));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long found = destination.readForWrite(cpu);
        if (found == pair(cpu, X86Core.RDX, X86Core.RAX)) {
            destination.write(cpu, pair(cpu, X86Core.RCX, X86Core.RBX));
            cpu.setStatusFlags(Rflags.ZF, Rflags.ZF);
        } else {
            destination.write(cpu, found);
            cpu.setStatusFlags(Rflags.ZF, 0);
            cpu.setGpr(X86Core.RAX, found & 0xFFFF_FFFFL);
            cpu.setGpr(X86Core.RDX, found >>> 32);
        }
    }

    private static long pair(X86Core cpu, int high, int low) {
        return cpu.gpr(high) << 32 | cpu.gpr(low) & 0xFFFF_FFFFL;
    }
}
