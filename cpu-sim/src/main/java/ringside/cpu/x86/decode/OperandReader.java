package ringside.cpu.x86.decode;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.OperandForm;
import ringside.cpu.x86.form.Prefixes;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.operand.BlockMemory;
import ringside.cpu.x86.operand.ByteMemory;
import ringside.cpu.x86.operand.ByteRegister;
import ringside.cpu.x86.operand.DoublewordMemory;
import ringside.cpu.x86.operand.DoublewordRegister;
import ringside.cpu.x86.operand.FarPointer;
import ringside.cpu.x86.operand.HighByteRegister;
import ringside.cpu.x86.operand.Immediate;
import ringside.cpu.x86.operand.NumberedRegister;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.operand.QuadwordMemory;
import ringside.cpu.x86.operand.QuadwordRegister;
import ringside.cpu.x86.operand.WordMemory;
import ringside.cpu.x86.operand.WordRegister;

/** Makes the operands of an instruction whose form, prefixes and ModRM byte are known. @sdm Vol.2A 2.1.3 to 2.1.7 */
final class OperandReader {
    private final InstructionReader in;
    private final Form form;
    private final Prefixes prefixes;
    private final OperandSize operandSize;
    private final OperandSize addressSize;
    private final int opcode;
    private final int modRm;
    private final int vexRegister;
    private Address address;
    private int immediates;
    private boolean undefined;

    OperandReader(
            InstructionReader in,
            Form form,
            Prefixes prefixes,
            OperandSize operandSize,
            OperandSize addressSize,
            int opcode,
            int modRm,
            int vexRegister) {
        this.in = in;
        this.form = form;
        this.prefixes = prefixes;
        this.operandSize = operandSize;
        this.addressSize = addressSize;
        this.opcode = opcode;
        this.modRm = modRm;
        this.vexRegister = vexRegister;
    }

    List<Operand> read(int codeBits) {
        if (modRm >= 0
                && modRm >>> 6 != 3
                && !form.is("ANYMOD")
                && form.parsed().fixedModRm() < 0) {
            address = new ModRmReader(in, prefixes, addressSize, codeBits).read(modRm);
        }
        List<Operand> operands = new ArrayList<>();
        for (OperandForm operand : form.operands()) {
            operands.add(operand(operand));
        }
        return operands;
    }

    /** Whether an operand does not exist, such as segment register 6. */
    boolean isUndefined() {
        return undefined;
    }

    private Operand operand(OperandForm o) {
        return switch (o.place()) {
            case RM, RM_MEMORY, RM_REGISTER ->
                address != null ? memory(o.memorySize(bits())) : register(o, modRm & 7 | rexB(o));
            case REG -> register(o, modRm >>> 3 & 7 | rexR(o));
            case OPCODE -> register(o, opcode & 7 | prefixes.rexB());
            case VVVV -> register(o, vexRegister);
            case IMMEDIATE -> new Immediate(number(false));
            case IMMEDIATE_SIGNED -> new Immediate(number(true) & signedMask());
            case RELATIVE -> new Immediate(number(true));
            case MEMORY_OFFSET -> memoryOffset(o);
            case FAR -> farPointer();
            case FIXED -> fixed(o);
            case IMPLICIT -> o.number() == X86Core.NONE ? null : impliedMemory(o);
        };
    }

    private int bits() {
        return operandSize.bits();
    }

    /** MMX and segment registers are eight. */
    private int rexB(OperandForm o) {
        return o.kind() == OperandForm.Kind.MMX || o.kind() == OperandForm.Kind.X87 ? 0 : prefixes.rexB();
    }

    private int rexR(OperandForm o) {
        return o.kind() == OperandForm.Kind.MMX || o.kind() == OperandForm.Kind.SEGMENT ? 0 : prefixes.rexR();
    }

    private Operand memory(int bits) {
        return switch (bits) {
            case 8 -> new ByteMemory(address);
            case 16 -> new WordMemory(address);
            case 32 -> new DoublewordMemory(address);
            case 64 -> new QuadwordMemory(address);
            default -> new BlockMemory(address);
        };
    }

    private Operand register(OperandForm o, int n) {
        return switch (o.kind()) {
            case GENERAL -> general(o.size(bits()), n, prefixes.rex() != 0);
            case SEGMENT -> segment(n);
            case CONTROL -> new NumberedRegister(NumberedRegister.Kind.CONTROL, n);
            case DEBUG -> new NumberedRegister(NumberedRegister.Kind.DEBUG, n);
            case MMX -> new NumberedRegister(NumberedRegister.Kind.MMX, n);
            case XMM -> new NumberedRegister(NumberedRegister.Kind.XMM, n);
            case X87 -> new NumberedRegister(NumberedRegister.Kind.X87, n);
            case NUMBER -> new Immediate(n);
        };
    }

    private Operand segment(int n) {
        undefined |= n > X86Core.GS;
        return new NumberedRegister(NumberedRegister.Kind.SEGMENT, n);
    }

    /** The general register of that size and number. Without REX the byte registers 4 to 7 are AH, CH, DH, BH. */
    static Operand general(int bits, int n, boolean hasRex) {
        return switch (bits) {
            case 8 -> n >= 4 && n < 8 && !hasRex ? new HighByteRegister(n - 4) : new ByteRegister(n);
            case 16 -> new WordRegister(n);
            case 32 -> new DoublewordRegister(n);
            default -> new QuadwordRegister(n);
        };
    }

    private Operand fixed(OperandForm o) {
        return o.kind() == OperandForm.Kind.GENERAL
                ? general(o.size(bits()), o.number(), true)
                : register(o, o.number());
    }

    private long number(boolean signed) {
        String[] sizes = form.parsed().immediates().get(immediates).split("\\|");
        immediates++;
        int choice = operandSize == OperandSize.WORD ? 0 : operandSize == OperandSize.DOUBLEWORD ? 1 : 2;
        String size = sizes[Math.min(choice, sizes.length - 1)];
        int bytes = switch (size.charAt(1)) {
            case 'b' -> 1;
            case 'w' -> 2;
            case 'd' -> 4;
            default -> 8;
        };
        boolean extends64 = bytes == 4 && operandSize == OperandSize.QUADWORD;
        return signed || extends64 ? in.signed(bytes) : in.unsigned(bytes);
    }

    /** A sign-extended immediate is as wide as the operand that it goes with. */
    private long signedMask() {
        return operandSize.mask();
    }

    private Operand memoryOffset(OperandForm o) {
        long offset = in.unsigned(addressSize.bytes());
        int segment = prefixes.segment() >= 0 ? prefixes.segment() : X86Core.DS;
        address = new Address(segment, X86Core.NONE, X86Core.NONE, 0, offset, addressSize);
        return memory(o.memorySize(bits()));
    }

    /** A string instruction writes through ES:rDI; other places are in DS, or where a prefix says. @sdm Vol.1 7.3.9 */
    private Operand impliedMemory(OperandForm o) {
        int source = prefixes.segment() >= 0 ? prefixes.segment() : X86Core.DS;
        int segment = o.number() == X86Core.RDI ? X86Core.ES : source;
        address = new Address(segment, o.number(), X86Core.NONE, 0, 0, addressSize);
        return memory(o.memorySize(bits()));
    }

    private Operand farPointer() {
        long offset = in.unsigned(operandSize == OperandSize.WORD ? 2 : 4);
        return new FarPointer((int) in.unsigned(2), offset);
    }

    /** The fields, when everything has been read. */
    Fields fields(int codeBits, int condition) {
        List<Operand> operands = read(codeBits);
        return new Fields(form, codeBits, prefixes, operandSize, addressSize, condition, modRm, operands);
    }
}
