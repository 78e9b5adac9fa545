package ringside.cpu.x86.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToIntFunction;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.view.DisassemblyView.Line;
import ringside.cpu.x86.CodeSource;
import ringside.cpu.x86.InstructionText;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.OperandForm.Place;
import ringside.cpu.x86.operand.Address;
import ringside.cpu.x86.operand.MemoryOperand;

/**
 * Turns code into text, without effects.
 *
 * <p>The text is that of {@code objdump -M intel,intel64}, but for these differences:
 *
 * <ul>
 *   <li>Prefixes that change nothing are not written: {@code data16}, {@code rex.W}, {@code cs} in 64-bit code,
 *       {@code repz} before what does not repeat, and {@code bnd}, {@code notrack}, {@code xacquire}, which belong to
 *       extensions that this processor does not have. Reserved NOPs are NOPs, also where an extension gave them a name.
 *   <li>A SIB byte without index is not written as {@code riz*1}; a negative displacement from RIP is written as such.
 *   <li>XCHG of the accumulator with itself (90 with any prefix) is {@code nop}.
 *   <li>No comment and no symbol follows; the target of the line holds the address that an operand names.
 *   <li>Where objdump is in error: fences with another ModRM.rm than 0, WBINVD with 66 and FWAIT with prefixes exist;
 *       the source of MOVSXD with REX.W has 32 bits whatever 66 says; a far pointer with REX.W has ten bytes; REX.W does
 *       not widen the register of PMOVMSKB, MOVMSKPS and MOVMSKPD.
 * </ul>
 *
 * <p>Bytes that are no instruction are shown one at a time as {@code (bad)}.
 */
public final class X86Disassembler implements InstructionText {
    private static final String BAD = "(bad)";

    private final X86Decoder decoder;

    /** A disassembler of all forms. */
    public X86Disassembler() {
        this(new X86Decoder());
    }

    /** A disassembler of what a decoder knows. */
    public X86Disassembler(X86Decoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public DisassemblyView disassemble(
            LongToIntFunction memory, long address, int count, int codeBits, boolean realMode) {
        List<Line> lines = new ArrayList<>();
        long at = address;
        for (int i = 0; i < count; i++) {
            Line line = line(memory, at, codeBits, realMode);
            lines.add(line);
            at += line.length();
        }
        return new DisassemblyView(lines);
    }

    /** One instruction. */
    public Line line(LongToIntFunction memory, long address, int codeBits, boolean realMode) {
        int first = memory.applyAsInt(address);
        if (first < 0) {
            return new Line(address, "??", "", "", -1, "nothing is mapped here");
        }
        try {
            X86Decoder.Reading reading = decoder.read(source(memory, address), codeBits, realMode);
            return reading.fields() == null
                    ? bad(first, address, "undefined: raises #UD")
                    : line(reading.fields(), bytes(memory, address, reading.length()), address);
        } catch (Unmapped unmapped) {
            return bad(first, address, "goes on where nothing is mapped");
        } catch (X86Fault tooLong) {
            return bad(first, address, "longer than 15 bytes: raises #GP");
        }
    }

    private static Line bad(int octet, long address, String note) {
        return new Line(address, String.format(Locale.ROOT, "%02x", octet), BAD, "", -1, note);
    }

    private static CodeSource source(LongToIntFunction memory, long address) {
        return index -> {
            int octet = memory.applyAsInt(address + index);
            if (octet < 0) {
                throw new Unmapped();
            }
            return octet;
        };
    }

    private static String bytes(LongToIntFunction memory, long address, int length) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < length; i++) {
            bytes.append(String.format(Locale.ROOT, "%02x", memory.applyAsInt(address + i)));
        }
        return bytes.toString();
    }

    private static Line line(Fields f, String bytes, long address) {
        Form form = f.form();
        long end = address + bytes.length() / 2;
        List<String> operands = new ArrayList<>();
        long target = -1;
        int written = form.operands().size() - (MnemonicText.isComparison(f) ? 1 : 0);
        for (int i = 0; i < written; i++) {
            String text = OperandText.of(f, i, end);
            if (!text.isEmpty()) {
                operands.add(text);
            }
            target = target != -1 ? target : target(f, i, end);
        }
        return new Line(address, bytes, MnemonicText.of(f), String.join(",", operands), target, "");
    }

    /** The address that an operand names, if the instruction alone tells it. */
    private static long target(Fields f, int index, long end) {
        if (f.form().operands().get(index).place() == Place.RELATIVE) {
            return OperandText.target(f, index, end);
        }
        if (f.operand(index) instanceof MemoryOperand memory) {
            Address a = memory.address();
            if (a.index() == X86Core.NONE && a.segment() < X86Core.FS) {
                return a.base() == X86Core.RIP
                        ? end + a.displacement() & a.size().mask()
                        : a.base() == X86Core.NONE ? a.displacement() & a.size().mask() : -1;
            }
        }
        return -1;
    }

    /** A byte that cannot be read. */
    private static final class Unmapped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unmapped() {
            super("not mapped", null, false, false);
        }
    }
}
