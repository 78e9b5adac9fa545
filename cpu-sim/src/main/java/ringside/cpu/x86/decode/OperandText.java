package ringside.cpu.x86.decode;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.OperandForm;
import ringside.cpu.x86.form.OperandForm.Kind;
import ringside.cpu.x86.form.OperandForm.Place;
import ringside.cpu.x86.operand.FarPointer;
import ringside.cpu.x86.operand.MemoryOperand;
import ringside.cpu.x86.operand.Operand;

/** Operands as Intel's assembler syntax writes them: {@code eax}, {@code 0x10}, {@code QWORD PTR [rax]}. */
final class OperandText {
    private OperandText() {}

    /**
     * An operand, or nothing if only the instruction knows it.
     *
     * @param end the address of the next instruction
     */
    static String of(Fields f, int index, long end) {
        OperandForm form = f.form().operands().get(index);
        Operand operand = f.operand(index);
        if (operand == null) {
            return "";
        }
        if (form.place() == Place.FIXED && form.kind() == Kind.X87) {
            return "st";
        }
        if (operand instanceof MemoryOperand memory) {
            return pointer(f, form) + AddressText.of(f, memory.address(), form.place() == Place.IMPLICIT);
        }
        if (operand instanceof FarPointer far) {
            return hex(far.selector()) + ":" + hex(far.offset());
        }
        if (form.place() == Place.RELATIVE) {
            return hex(target(f, index, end));
        }
        String register = RegisterText.of(operand);
        return register != null ? register : form.place() == Place.FIXED ? "1" : hex(f.immediate(index));
    }

    /** Where a relative branch leads. With 16 bits it stays within 64 KiB, which are taken to begin at such a multiple. */
    static long target(Fields f, int index, long end) {
        long target = end + f.immediate(index);
        if (f.is64()) {
            return target;
        }
        return f.operandSize() == OperandSize.WORD ? end & ~0xFFFFL | target & 0xFFFF : target & 0xFFFF_FFFFL;
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    /** How much memory an operand is, in words; nothing if there is no word for it. */
    private static String pointer(Fields f, OperandForm form) {
        if (form.place() == Place.MEMORY_OFFSET) {
            return "";
        }
        int operandBits = f.operandSize().bits();
        int bits = form.memorySizes().isEmpty() ? otherSize(form.text(), operandBits) : form.memorySize(operandBits);
        switch (f.form().mnemonic()) {
            case "CMPXCHG16B":
                return "OWORD PTR ";
            case "INVLPG":
                return "BYTE PTR ";
            case "INVPCID":
                return "";
            default:
                return pointer(bits);
        }
    }

    private static String pointer(int bits) {
        return switch (bits) {
            case 8 -> "BYTE PTR ";
            case 16 -> "WORD PTR ";
            case 32 -> "DWORD PTR ";
            case 48 -> "FWORD PTR ";
            case 64 -> "QWORD PTR ";
            case 80 -> "TBYTE PTR ";
            case 128 -> "XMMWORD PTR ";
            default -> "";
        };
    }

    /** The size in bits of {@code m16:16|32|64}, {@code m16&16|32&32}, {@code m32fp}, {@code m2byte}; 0 for others. */
    private static int otherSize(String text, int operandBits) {
        String memory = text.startsWith("m") ? text : text.substring(text.indexOf("/m") + 1);
        if (memory.startsWith("m16:")) {
            return 16 + operandBits;
        }
        if (memory.contains("&16|")) {
            return 2 * operandBits;
        }
        String digits = memory.replaceFirst("^m(\\d*).*", "$1");
        int size = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        return memory.endsWith("byte") ? 8 * size : size;
    }
}
