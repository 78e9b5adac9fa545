package ringside.cpu.silicon;

import java.util.List;
import java.util.SplittableRandom;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.decode.AllForms;
import ringside.cpu.x86.decode.X86Decoder;
import ringside.cpu.x86.form.Form;

/** Makes cases of all forms in turn: an endless sequence that the seed decides. */
final class CaseGenerator {
    private static final int USUAL_FLAGS = Rflags.RESERVED_ONE | Rflags.IF;
    private static final int COMPARED_FLAGS =
            Rflags.DEFINED & ~(Rflags.RF | Rflags.VM | Rflags.VIF | Rflags.VIP | Rflags.TF);

    private final Values values;
    private final boolean is64;
    private final int codeBits;
    private final boolean lean;
    private final List<Form> forms;
    private final X86Decoder decoder = new X86Decoder();
    private int next;

    CaseGenerator(long seed, int codeBits, boolean lean) {
        this.lean = lean;
        this.values = new Values(new SplittableRandom(seed), lean);
        this.is64 = codeBits == 64;
        this.codeBits = codeBits;
        this.forms = AllForms.list().stream()
                .filter(form -> !form.is(is64 ? "N64" : "O64"))
                .filter(UserMode::isComparable)
                .toList();
        if (forms.isEmpty()) {
            throw new IllegalStateException("no forms");
        }
    }

    int formCount() {
        return forms.size();
    }

    /** The next case. */
    SiliconCase next() {
        while (true) {
            Form form = forms.get(next);
            next = (next + 1) % forms.size();
            InstructionMaker.Made made = new InstructionMaker(values, form, codeBits).make();
            if (made.code().length <= 15) {
                SiliconCase found = caseOf(form, made);
                if (found != null) {
                    return found;
                }
            }
        }
    }

    private SiliconCase caseOf(Form form, InstructionMaker.Made made) {
        byte[] code = made.code();
        X86Decoder.Reading reading = read(code);
        boolean locked = code[0] == (byte) 0xF0;
        if (reading == null || reading.fields() == null && !locked) {
            return null;
        }
        Form meant = reading.fields() == null ? form : reading.fields().form();
        if (!UserMode.isComparable(meant) || UserMode.isUncertain(code, reading.fields())) {
            return null;
        }
        SiliconCase result = new SiliconCase(meant.assembly(), code, codeBits);
        Effects effects = reading.fields() == null
                ? Effects.NONE
                : meant.make(reading.fields()).effects();
        result.step = UserMode.mayBranch(meant);
        result.flagsMask = (COMPARED_FLAGS | (result.step ? 0 : Rflags.TF)) & ~effects.undefined();
        result.rflags = flags();
        boolean complete = reading.fields() != null && !meant.mnemonic().startsWith("UD");
        result.rip = (codeBits == 16 ? Layout.CODE_16 : Layout.CODE)
                + (complete && values.oneIn(60)
                        ? Layout.PAGE - code.length + values.below(3)
                        : lean ? 0 : values.below(4000));
        new StateMaker(values, result, meant, made, lean).make();
        return result;
    }

    private X86Decoder.Reading read(byte[] code) {
        try {
            return decoder.read(i -> i < code.length ? code[i] & 0xFF : 0xCC, codeBits, false);
        } catch (X86Fault tooLong) {
            return null;
        }
    }

    private int flags() {
        int flags = USUAL_FLAGS;
        for (int bit : new int[] {Rflags.CF, Rflags.PF, Rflags.AF, Rflags.ZF, Rflags.SF, Rflags.OF}) {
            flags |= values.oneIn(2) ? bit : 0;
        }
        return flags | (values.oneIn(6) ? Rflags.DF : 0) | (values.oneIn(40) ? Rflags.AC : 0);
    }
}
