package ringside.cpu.x86.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Instruction;

/**
 * One form of an instruction: an encoding and the operands it has.
 *
 * <p>The notation is that of the manual (@sdm Vol.2A 3.1.1), in columns that two or more spaces separate:
 *
 * <pre>
 *     83 /2 ib       ADC r/m16|32|64, imm8sx      LOCK
 * </pre>
 *
 * <p>Opcode column: bytes of the opcode; before them {@code NP}, {@code 66}, {@code F2}, {@code F3} as mandatory prefix,
 * {@code REX.W} or {@code W0}, or {@code VEX.F2.0F38.W0}; {@code /r} or {@code /0} to {@code /7}; {@code +r} for a register and {@code +cc} for a
 * condition in the opcode; a ModRM byte that is fixed, with {@code +i} for a register in it; immediates {@code ib iw id io},
 * displacements {@code cb cw cd cp}, {@code mo} for an address, alternatives by operand size as {@code iw|id}.
 *
 * <p>Operands: {@code r/m8 r16|32|64 m imm8 imm8sx rel8 moffs8 ptr16:16|32 Sreg CR DR xmm xmm/m128 mm ST(i) AL
 * AX|EAX|RAX CL DX 1 ES}; alternatives are chosen by the operand size, those of a mnemonic ({@code CWD|CDQ|CQO}) too.
 * Of two plain registers the last is in ModRM.rm; {@code (v)} marks one in VEX.vvvv. A memory operand without {@code /r} or digit is implied: {@code m8(rSI)}
 * with its register ({@code rSI rDI rBX}), or at a place that the instruction alone knows.
 *
 * <p>Third column: {@code LOCK} allowed; {@code REP} repeats; {@code O64} only in 64-bit mode, {@code N64} not there;
 * {@code D64} has 64 bits by default there, {@code F64} always; {@code NOREXB} not with REX.B; {@code ANYMOD} takes ModRM.rm
 * as a register whatever mod says; {@code PROT} not in real mode.
 */
public final class Form {
    private static final Set<String> ATTRIBUTES =
            Set.of("LOCK", "REP", "O64", "N64", "D64", "F64", "NOREXB", "ANYMOD", "PROT");

    private final String encoding;
    private final String assembly;
    private final Encoding parsed;
    private final List<OperandForm> operands;
    private final Set<String> attributes;
    private final Function<Fields, ? extends X86Instruction> maker;

    private Form(
            String encoding,
            String assembly,
            Set<String> attributes,
            Function<Fields, ? extends X86Instruction> maker) {
        this.encoding = encoding;
        this.assembly = assembly;
        this.attributes = attributes;
        this.maker = maker;
        parsed = Encoding.parse(encoding);
        String column = assembly.contains(" ") ? assembly.substring(assembly.indexOf(' ') + 1) : "";
        operands = new OperandFormParser(parsed.hasModRm(), parsed.isVex()).parse(column);
    }

    /**
     * Reads a table of forms, one a line.
     *
     * @param maker makes the instruction of any of them
     */
    public static List<Form> table(Function<Fields, ? extends X86Instruction> maker, String lines) {
        List<Form> forms = new ArrayList<>();
        for (String line : lines.strip().split("\n")) {
            String[] columns = line.strip().split(" {2,}");
            Set<String> attributes = columns.length > 2 ? Set.of(columns[2].split(" ")) : Set.of();
            if (columns.length < 2 || columns.length > 3 || !ATTRIBUTES.containsAll(attributes)) {
                throw new IllegalArgumentException("not a form: " + line);
            }
            forms.add(new Form(columns[0], columns[1], attributes, maker));
        }
        return forms;
    }

    /** The opcode column as written. */
    public String encoding() {
        return encoding;
    }

    /** The assembly column as written. */
    public String assembly() {
        return assembly;
    }

    /** The opcode column, read. */
    public Encoding parsed() {
        return parsed;
    }

    /** The operands, in the order of the assembly column. */
    public List<OperandForm> operands() {
        return operands;
    }

    /** The mnemonic as written, in upper case; {@code cc} stands for a condition, {@code |} parts those of operand sizes. */
    public String mnemonic() {
        return assembly.contains(" ") ? assembly.substring(0, assembly.indexOf(' ')) : assembly;
    }

    /** The mnemonic at an operand size. */
    public String mnemonic(OperandSize size) {
        String[] alternatives = mnemonic().split("\\|");
        int choice = size == OperandSize.QUADWORD ? 2 : size == OperandSize.DOUBLEWORD ? 1 : 0;
        return alternatives[Math.min(choice, alternatives.length - 1)];
    }

    /** Whether the third column has a word. */
    public boolean is(String attribute) {
        return attributes.contains(attribute);
    }

    /** Makes the instruction. */
    public X86Instruction make(Fields fields) {
        return maker.apply(fields);
    }

    /** Whether the operand in ModRM.rm may be memory. */
    public boolean allowsMemory() {
        return parsed.fixedModRm() < 0 && operands.stream().noneMatch(o -> o.place() == OperandForm.Place.RM_REGISTER);
    }

    /** Whether VEX.vvvv encodes an operand; otherwise it must be 1111b. @sdm Vol.2A 2.3.5.6 */
    public boolean usesVexRegister() {
        return operands.stream().anyMatch(o -> o.place() == OperandForm.Place.VVVV);
    }

    /** Whether the operand in ModRM.rm may be a register. */
    public boolean allowsRegister() {
        return operands.stream().noneMatch(o -> o.place() == OperandForm.Place.RM_MEMORY);
    }

    @Override
    public String toString() {
        return encoding + "  " + assembly;
    }
}
