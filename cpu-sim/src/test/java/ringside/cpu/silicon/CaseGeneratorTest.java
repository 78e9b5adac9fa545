package ringside.cpu.silicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.x86.decode.AllForms;
import ringside.cpu.x86.form.Form;

/** No form that can be compared is forgotten. */
class CaseGeneratorTest {
    @ParameterizedTest
    @ValueSource(ints = {64, 32, 16})
    void everyFormThatCanBeComparedGetsCases(int codeBits) {
        boolean is64 = codeBits == 64;
        Set<String> missing = new TreeSet<>();
        for (Form form : AllForms.list()) {
            if (UserMode.isComparable(form) && exists(form, is64)) {
                missing.add(form.assembly());
            }
        }
        assertTrue(missing.size() > 400, missing.size() + " forms");
        CaseGenerator generator = new CaseGenerator(1, codeBits, false);
        for (int i = 0; i < 12 * generator.formCount(); i++) {
            missing.remove(generator.next().name);
        }
        assertEquals(Set.of(), missing);
    }

    private static boolean exists(Form form, boolean is64) {
        boolean needsRex = form.parsed().rexW() == 1 && !form.parsed().isVex();
        return is64
                ? !form.is("N64")
                : !form.is("O64") && !needsRex && !form.mnemonic().equals("SYSRET");
    }
}
