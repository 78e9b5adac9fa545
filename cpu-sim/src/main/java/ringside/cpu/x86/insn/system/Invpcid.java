package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.TranslationCache;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.operand.Operand;

/** INVPCID: drops translations by PCID. @sdm Vol.2A "INVPCID" */
record Invpcid(Operand type, Address descriptor) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Invpcid(f.operand(0), f.address(1)), """
            66 0F 38 82 /r  INVPCID r32, m128           N64
            66 0F 38 82 /r  INVPCID r64, m128           O64 F64
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        long wanted = type.read(cpu);
        Address second = descriptor.plus(8);
        long pcid = cpu.load(OperandSize.QUADWORD, descriptor.segment(), descriptor.offset(cpu));
        long linear = cpu.load(OperandSize.QUADWORD, second.segment(), second.offset(cpu));
        boolean named = wanted == ADDRESS || wanted == CONTEXT;
        boolean usesPcid = (cpu.system().cr4 & SystemRegisters.CR4_PCIDE) != 0;
        require(Long.compareUnsigned(wanted, ALL_BUT_GLOBAL) <= 0 && pcid >>> PCID_BITS == 0);
        require(!named || usesPcid || pcid == 0);
        require(wanted != ADDRESS || linear << 16 >> 16 == linear);
        drop(cpu.translations(), (int) wanted, (int) pcid, linear);
        cpu.requestAttention();
    }

    private static final int ADDRESS = 0;
    private static final int CONTEXT = 1;
    private static final int ALL = 2;
    private static final int ALL_BUT_GLOBAL = 3;
    private static final int PCID_BITS = 12;

    private static void require(boolean condition) {
        if (!condition) {
            throw X86Fault.generalProtection(0);
        }
    }

    private static void drop(TranslationCache translations, int type, int pcid, long linear) {
        switch (type) {
            case ADDRESS -> translations.flushPage(linear, pcid);
            case CONTEXT -> translations.flushContext(pcid);
            case ALL -> translations.flushAll();
            default -> translations.flushNonGlobal();
        }
    }
}
