package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/**
 * CMPXCHG16B: {@code IF RDX:RAX = m128 THEN m128 = RCX:RBX ELSE RDX:RAX = m128}; ZF tells which. The operand must be
 * aligned. @sdm Vol.2A "CMPXCHG8B/CMPXCHG16B"
 */
record Cmpxchg16b(Address address) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Cmpxchg16b::from, """
            REX.W 0F C7 /1    CMPXCHG16B m128    LOCK
            """);
    private static final Effects EFFECTS = Effects.sets("ZF");

    static Cmpxchg16b from(Fields f) {
        return new Cmpxchg16b(f.address(0));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        int segment = address.segment();
        long offset = address.offset(cpu);
        if ((cpu.linear(segment, offset, 16, MemoryAccess.WRITE) & 15) != 0) {
            throw X86Fault.generalProtection(0);
        }
        long low = cpu.loadForStore(OperandSize.QUADWORD, segment, offset);
        long high = cpu.loadForStore(OperandSize.QUADWORD, segment, offset + 8);
        boolean equal = low == cpu.gpr(X86Core.RAX) && high == cpu.gpr(X86Core.RDX);
        cpu.store(OperandSize.QUADWORD, segment, offset, equal ? cpu.gpr(X86Core.RBX) : low);
        cpu.store(OperandSize.QUADWORD, segment, offset + 8, equal ? cpu.gpr(X86Core.RCX) : high);
        cpu.setStatusFlags(Rflags.ZF, equal ? Rflags.ZF : 0);
        if (!equal) {
            cpu.setGpr(X86Core.RAX, low);
            cpu.setGpr(X86Core.RDX, high);
        }
    }
}
