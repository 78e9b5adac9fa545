package ringside.cpu.x86.insn.segment;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.segment.SegmentLoad;

/** LDS, LES, LFS, LGS, LSS: a segment register and a general register from memory. @sdm Vol.2A "LDS/LES/LFS/LGS/LSS" */
record LoadFarPointer(Operand destination, Address address, OperandSize size, int segment) implements X86Instruction {
    static final List<Form> FORMS = Form.table(LoadFarPointer::from, """
            C5 /r          LDS r16|32, m16:16|32        N64
            C4 /r          LES r16|32, m16:16|32        N64
            0F B2 /r       LSS r16|32|64, m16:16|32|64
            0F B4 /r       LFS r16|32|64, m16:16|32|64
            0F B5 /r       LGS r16|32|64, m16:16|32|64
            """);

    static LoadFarPointer from(Fields f) {
        int segment = switch (f.form().mnemonic()) {
            case "LDS" -> X86Core.DS;
            case "LES" -> X86Core.ES;
            case "LSS" -> X86Core.SS;
            case "LFS" -> X86Core.FS;
            default -> X86Core.GS;
        };
        return new LoadFarPointer(f.operand(0), f.address(1), f.operandSize(), segment);
    }

    @Override
    public void execute(X86Core cpu) {
        long offset = cpu.load(size, address.segment(), address.offset(cpu));
        Address behind = address.plus(size.bytes());
        int selector = (int) cpu.load(OperandSize.WORD, behind.segment(), behind.offset(cpu));
        SegmentLoad.load(cpu, segment, selector);
        destination.write(cpu, offset);
    }
}
