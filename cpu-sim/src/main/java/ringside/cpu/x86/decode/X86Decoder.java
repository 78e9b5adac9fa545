package ringside.cpu.x86.decode;

import ringside.cpu.x86.CodeSource;
import ringside.cpu.x86.InstructionDecoder;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.UndefinedOpcode;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.OpcodeMap;
import ringside.cpu.x86.form.Prefixes;

/** Decodes x86 instructions by the forms they declare. @sdm Vol.2A 2 */
public final class X86Decoder implements InstructionDecoder {
    private final FormTable table;

    /** A decoder of all forms. */
    public X86Decoder() {
        this(new FormTable(AllForms.list()));
    }

    /** A decoder of the forms of a table. */
    public X86Decoder(FormTable table) {
        this.table = table;
    }

    /**
     * What was read of an instruction.
     *
     * @param fields null if it is undefined
     */
    public record Reading(Fields fields, int length) {}

    @Override
    public Decoded decode(CodeSource code, int codeBits, boolean realMode) {
        Reading reading = read(code, codeBits, realMode);
        return new Decoded(
                reading.fields() == null
                        ? new UndefinedOpcode()
                        : reading.fields().form().make(reading.fields()),
                reading.length());
    }

    /** Reads the parts of an instruction. */
    public Reading read(CodeSource code, int codeBits, boolean realMode) {
        InstructionReader in = new InstructionReader(code);
        PrefixReader prefixReader = new PrefixReader(in, codeBits);
        Prefixes prefixes = prefixReader.read(!realMode);
        OpcodeMap map = prefixReader.vexMap() == null ? map(in) : prefixReader.vexMap();
        int opcode = in.next();
        boolean needsModRm = map != null && table.needsModRm(map, opcode);
        int modRm = needsModRm ? in.next() : -1;
        Form form = map == null ? null : table.find(map, opcode, prefixes, modRm, codeBits, realMode);
        if (form == null || prefixReader.isUndefined()) {
            return new Reading(null, in.position());
        }
        OperandReader operands = new OperandReader(
                in,
                form,
                prefixes,
                operandSize(form, prefixes, codeBits),
                addressSize(prefixes, codeBits),
                opcode,
                form.parsed().hasModRm() ? modRm : -1,
                prefixReader.vexRegister());
        int condition = form.parsed().hasCondition() ? opcode - form.parsed().opcode() : 0;
        Fields fields = operands.fields(codeBits, condition);
        boolean badLock = prefixes.lock() && !(form.is("LOCK") && fields.isMemory(0));
        boolean badRegister = prefixReader.hasVexRegister() && !form.usesVexRegister();
        return new Reading(operands.isUndefined() || badLock || badRegister ? null : fields, in.position());
    }

    private static OpcodeMap map(InstructionReader in) {
        if (in.peek() != 0x0F) {
            return OpcodeMap.ONE_BYTE;
        }
        in.next();
        int second = in.peek();
        if (second == 0x38 || second == 0x3A) {
            in.next();
            return second == 0x38 ? OpcodeMap.THREE_BYTE_38 : OpcodeMap.THREE_BYTE_3A;
        }
        return OpcodeMap.TWO_BYTE;
    }

    /** The effective operand size. @sdm Vol.1 3.6.1 */
    private static OperandSize operandSize(Form form, Prefixes prefixes, int codeBits) {
        if (codeBits != 64) {
            return (codeBits == 16) != prefixes.operandSize() ? OperandSize.WORD : OperandSize.DOUBLEWORD;
        }
        if (prefixes.rexW() || form.is("F64")) {
            return OperandSize.QUADWORD;
        }
        if (prefixes.operandSize()) {
            return OperandSize.WORD;
        }
        return form.is("D64") ? OperandSize.QUADWORD : OperandSize.DOUBLEWORD;
    }

    private static OperandSize addressSize(Prefixes prefixes, int codeBits) {
        if (codeBits == 64) {
            return prefixes.addressSize() ? OperandSize.DOUBLEWORD : OperandSize.QUADWORD;
        }
        return (codeBits == 16) != prefixes.addressSize() ? OperandSize.WORD : OperandSize.DOUBLEWORD;
    }
}
