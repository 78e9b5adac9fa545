package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/**
 * INVLPG: drops the translations of an address. Memory is not accessed and no limit is checked; an address that is not
 * canonical does nothing. @sdm Vol.2A "INVLPG"
 */
record Invlpg(Address page) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Invlpg(f.address(0)), """
            0F 01 /7       INVLPG m
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        long base = cpu.is64() && page.segment() < X86Core.FS
                ? 0
                : cpu.segment(page.segment()).base();
        long linear = base + page.offset(cpu);
        cpu.translations().flushPage(cpu.is64() ? linear : linear & 0xFFFF_FFFFL);
        cpu.requestAttention();
    }
}
