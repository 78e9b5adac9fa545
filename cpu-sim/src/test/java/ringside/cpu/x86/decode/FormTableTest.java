package ringside.cpu.x86.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.OpcodeMap;
import ringside.cpu.x86.form.Prefixes;
import ringside.cpu.x86.form.Repeat;

/** No encoding is two instructions: where two forms match, one of them is declared the more particular. */
class FormTableTest {
    private static final FormTable TABLE = new FormTable(AllForms.list());
    private static final int[] REX = {0, 0x48, 0x41, 0x49};

    private static List<Prefixes> allPrefixes() {
        List<Prefixes> all = new ArrayList<>();
        for (Repeat repeat : Repeat.values()) {
            for (int rex : REX) {
                all.add(new Prefixes(false, repeat, false, false, -1, rex, 0));
                all.add(new Prefixes(false, repeat, true, false, -1, rex, 0));
            }
        }
        return all;
    }

    private static boolean bothMatch(Form a, Form b) {
        for (Prefixes prefixes : allPrefixes()) {
            for (int codeBits : new int[] {16, 32, 64}) {
                if (prefixes.rex() != 0 && codeBits != 64 && !a.parsed().isVex()) {
                    continue;
                }
                for (int modRm = 0; modRm < 256; modRm++) {
                    if (FormTable.matches(a, prefixes, modRm, codeBits, false)
                            && FormTable.matches(b, prefixes, modRm, codeBits, false)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Test
    void noTwoFormsOfTheSameRankMatchTheSameBytes() {
        List<String> ambiguous = new ArrayList<>();
        int opcodes = 0;
        for (OpcodeMap map : OpcodeMap.values()) {
            for (int opcode = 0; opcode < 256; opcode++) {
                Form[] forms = TABLE.of(map, opcode);
                opcodes += Math.min(forms.length, 1);
                for (int i = 0; i < forms.length; i++) {
                    for (int j = i + 1; j < forms.length; j++) {
                        if (FormTable.rank(forms[i]) == FormTable.rank(forms[j]) && bothMatch(forms[i], forms[j])) {
                            ambiguous.add(forms[i] + " / " + forms[j]);
                        }
                    }
                }
            }
        }
        assertTrue(opcodes > 200, "only " + opcodes + " opcodes");
        assertEquals(List.of(), ambiguous);
    }

    @Test
    void twoFormsOfOneEncodingAreFoundOut() {
        List<Form> forms = Form.table(f -> null, """
                0F 0B /1    AN r/m8
                0F 0B /1    OTHER r/m8
                0F 0B /2    THIRD r/m8
                """);
        assertTrue(bothMatch(forms.get(0), forms.get(1)));
        assertEquals(false, bothMatch(forms.get(0), forms.get(2)));
        Form particular = Form.table(f -> null, "F3 0F 0B /1    FOURTH r/m8").get(0);
        FormTable table = new FormTable(List.of(forms.get(0), particular));
        Prefixes repeated = new Prefixes(false, Repeat.REPE, false, false, -1, 0, 1);
        assertSame(particular, table.find(OpcodeMap.TWO_BYTE, 0x0B, repeated, 0xC8, 64, false));
    }

    /** F2 and F3 are opcodes too, of ANDN and BLSR. */
    @Test
    void behindAVexPrefixNoByteIsAMandatoryPrefix() {
        Form form = Form.table(f -> null, "VEX.LZ.0F38 F3 /1    BLSR r32|64(v), r/m32|64")
                .get(0);
        assertEquals(0xF3, form.parsed().opcode());
        assertEquals(OpcodeMap.VEX_0F38, form.parsed().map());
    }
}
