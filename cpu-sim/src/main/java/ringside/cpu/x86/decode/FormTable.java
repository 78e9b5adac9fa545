package ringside.cpu.x86.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ringside.cpu.x86.form.Encoding;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.MandatoryPrefix;
import ringside.cpu.x86.form.OpcodeMap;
import ringside.cpu.x86.form.Prefixes;
import ringside.cpu.x86.form.Repeat;

/**
 * Finds the form of an encoding. Of several that could match, the more particular one comes first: a fixed ModRM byte
 * before a digit, a digit before none, a mandatory prefix before none, a condition on REX before none.
 */
public final class FormTable {
    private static final int NO_MODRM = -1;

    private final Form[][][] forms = new Form[OpcodeMap.values().length][256][];

    /** Sorts forms by their opcodes. */
    public FormTable(List<Form> all) {
        List<List<List<Form>>> lists = new ArrayList<>();
        for (int map = 0; map < forms.length; map++) {
            List<List<Form>> opcodes = new ArrayList<>();
            for (int opcode = 0; opcode < 256; opcode++) {
                opcodes.add(new ArrayList<>());
            }
            lists.add(opcodes);
        }
        for (Form form : all) {
            Encoding e = form.parsed();
            for (int i = 0; i < e.span(); i++) {
                lists.get(e.map().ordinal()).get(e.opcode() + i).add(form);
            }
        }
        for (int map = 0; map < forms.length; map++) {
            for (int opcode = 0; opcode < 256; opcode++) {
                List<Form> here = lists.get(map).get(opcode);
                here.sort(Comparator.comparingInt(FormTable::rank));
                forms[map][opcode] = here.toArray(new Form[0]);
            }
        }
    }

    /** Lower numbers come first. */
    static int rank(Form form) {
        Encoding e = form.parsed();
        boolean particular = e.rexW() >= 0 || form.is("NOREXB") || form.is("N64") || form.is("O64");
        return (e.fixedModRm() >= 0 ? 0 : e.digit() >= 0 ? 8 : 16)
                + (e.prefix() == MandatoryPrefix.ANY ? 4 : e.prefix() == MandatoryPrefix.NONE ? 2 : 0)
                + (particular ? 0 : 1);
    }

    /** The forms of an opcode, the more particular first. */
    Form[] of(OpcodeMap map, int opcode) {
        return forms[map.ordinal()][opcode];
    }

    /** Whether some form of the opcode has a ModRM byte. */
    boolean needsModRm(OpcodeMap map, int opcode) {
        for (Form form : of(map, opcode)) {
            if (form.parsed().hasModRm()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The form, or null.
     *
     * @param modRm the ModRM byte, or -1 if the opcode has none
     */
    Form find(OpcodeMap map, int opcode, Prefixes prefixes, int modRm, int codeBits, boolean realMode) {
        for (Form form : of(map, opcode)) {
            if (matches(form, prefixes, modRm, codeBits, realMode)) {
                return form;
            }
        }
        return null;
    }

    /** Whether an instruction whose opcode is the form's could be of that form; another one may come before it. */
    static boolean matches(Form form, Prefixes prefixes, int modRm, int codeBits, boolean realMode) {
        return matchesPrefixes(form, prefixes)
                && matchesMode(form, codeBits, realMode)
                && (modRm == NO_MODRM || matchesModRm(form, modRm));
    }

    private static boolean matchesPrefixes(Form form, Prefixes prefixes) {
        Encoding e = form.parsed();
        MandatoryPrefix given = prefixes.repeat() == Repeat.REPE
                ? MandatoryPrefix.F3
                : prefixes.repeat() == Repeat.REPNE
                        ? MandatoryPrefix.F2
                        : prefixes.operandSize() ? MandatoryPrefix.P66 : MandatoryPrefix.NONE;
        return (e.prefix() == MandatoryPrefix.ANY || e.prefix() == given)
                && (e.rexW() < 0 || e.rexW() == 1 == prefixes.rexW())
                && !(form.is("NOREXB") && prefixes.rexB() != 0);
    }

    private static boolean matchesMode(Form form, int codeBits, boolean realMode) {
        return !(form.is("O64") && codeBits != 64)
                && !(form.is("N64") && codeBits == 64)
                && !(form.is("PROT") && realMode);
    }

    private static boolean matchesModRm(Form form, int modRm) {
        Encoding e = form.parsed();
        if (!e.hasModRm()) {
            return true;
        }
        if (e.fixedModRm() >= 0) {
            return modRm >= e.fixedModRm() && modRm < e.fixedModRm() + e.modRmSpan();
        }
        boolean register = modRm >>> 6 == 3 || form.is("ANYMOD");
        return (e.digit() < 0 || e.digit() == (modRm >>> 3 & 7))
                && (register ? form.allowsRegister() : form.allowsMemory());
    }
}
