package ringside.cpu.armv7m.decode;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.ThumbDecoder;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Condition;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Undefined;
import ringside.cpu.view.DisassemblyView;

/** Decodes the instructions of a Cortex-M3: ARMv7-M without the DSP and floating-point extensions. @arm A5 */
public final class ThumbInstructionDecoder implements ThumbDecoder {
    private static final ThumbTable TABLE = ThumbTable.cortexM3();

    /** All encodings that it knows, special ones before general ones. */
    public static List<Encoding> encodings() {
        return TABLE.encodings();
    }

    @Override
    public ThumbInstruction decode(int first, int second, int itState) {
        Encoding encoding = TABLE.find(first, second);
        int sizeInBytes = ThumbDecoder.isWide(first) ? 4 : 2;
        int bits = sizeInBytes == 4 ? first << 16 | second : first;
        return encoding == null ? new Undefined(bits, sizeInBytes) : encoding.decode(bits, itState);
    }

    @Override
    public DisassemblyView.Line disassemble(int address, int first, int second, int itState) {
        ThumbInstruction instruction = decode(first, second, itState);
        AssemblyText text = instruction.assembly(address);
        Encoding encoding = TABLE.find(first, second);
        String suffix = instruction.takesConditionSuffix() && (itState & 0b1111) != 0
                ? Condition.ofItState(itState).suffix()
                : "";
        String width = encoding != null && encoding.isWrittenWide() && !(instruction instanceof Undefined) ? ".w" : "";
        boolean once = encoding != null && encoding.writesDestinationOnce();
        return new DisassemblyView.Line(
                Integer.toUnsignedLong(address),
                ThumbDecoder.isWide(first) ? bytes(first) + bytes(second) : bytes(first),
                text.mnemonic() + suffix + width,
                once ? withoutFirstOperand(text.operands()) : text.operands(),
                text.target(),
                instruction.note());
    }

    /** The operands {@code r0, r0, r1} as {@code r0, r1}. */
    private static String withoutFirstOperand(String operands) {
        return operands.substring(operands.indexOf(", ") + 2);
    }

    private static String bytes(int halfword) {
        String digits = Integer.toHexString(0x1_0000 | halfword);
        return digits.substring(3) + digits.substring(1, 3);
    }
}
