package ringside.cpu.x86.insn.x87;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.floating.FloatingFormat;
import ringside.cpu.x86.floating.IntegerConversion;
import ringside.cpu.x86.floating.Unpacked;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.operand.Address;

/** What an operand in memory is. @sdm Vol.1 8.2 */
enum X87Source {
    SINGLE(OperandSize.DOUBLEWORD, FloatingFormat.SINGLE),
    DOUBLE(OperandSize.QUADWORD, FloatingFormat.DOUBLE),
    WORD(OperandSize.WORD, null),
    DOUBLEWORD(OperandSize.DOUBLEWORD, null),
    QUADWORD(OperandSize.QUADWORD, null);

    private final OperandSize size;
    private final FloatingFormat format;

    X87Source(OperandSize size, FloatingFormat format) {
        this.size = size;
        this.format = format;
    }

    /** The kind of the only operand of a form. */
    static X87Source of(Fields f) {
        String operand = f.form().assembly().substring(f.form().mnemonic().length() + 1);
        return switch (operand) {
            case "m32fp" -> SINGLE;
            case "m64fp" -> DOUBLE;
            case "m16int" -> WORD;
            case "m32int" -> DOUBLEWORD;
            case "m64int" -> QUADWORD;
            default -> throw new IllegalArgumentException(f.form().toString());
        };
    }

    OperandSize size() {
        return size;
    }

    FloatingFormat format() {
        return format;
    }

    /** Reads the operand. */
    Unpacked load(X86Core cpu, Address address) {
        long bits = cpu.load(size, address.segment(), address.offset(cpu));
        return format != null ? Unpacked.of(format, bits) : IntegerConversion.exactly(size.signExtend(bits));
    }
}
