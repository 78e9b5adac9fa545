package ringside.cpu.x86.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.X86Core;

/** LAR, LSL, VERR, VERW, ARPL. @sdm Vol.3A 5.10 */
class DescriptorAccessTest {
    private static final String LAR_EAX_ECX = "0f02c1";
    private static final String LSL_EAX_ECX = "0f03c1";
    private static final String VERR_CX = "0f00e1";
    private static final String VERW_CX = "0f00e9";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # mode | cpl | selector | access | LAR   | LSL   | VERR  | VERW
            prot   | 0   | 0        | 93     | false | false | false | false
            prot   | 0   | 60       | 93     | true  | true  | true  | true
            prot   | 0   | 60       | 91     | true  | true  | true  | false
            prot   | 0   | 60       | 9b     | true  | true  | true  | false
            prot   | 0   | 60       | 99     | true  | true  | false | false
            prot   | 0   | 63       | 93     | false | false | false | false
            prot   | 3   | 60       | 93     | false | false | false | false
            prot   | 3   | 63       | f3     | true  | true  | true  | true
            prot   | 3   | 63       | 9f     | true  | true  | true  | false
            prot   | 0   | 60       | 13     | true  | true  | true  | true
            prot   | 0   | 60       | 80     | false | false | false | false
            prot   | 0   | 60       | 81     | true  | true  | false | false
            prot   | 0   | 60       | 82     | true  | true  | false | false
            prot   | 0   | 60       | 84     | true  | false | false | false
            prot   | 0   | 60       | 85     | true  | false | false | false
            prot   | 0   | 60       | 86     | false | false | false | false
            prot   | 0   | 60       | 89     | true  | true  | false | false
            prot   | 0   | 60       | 8c     | true  | false | false | false
            prot   | 0   | 60       | 8e     | false | false | false | false
            long   | 0   | 60       | 81     | false | false | false | false
            long   | 0   | 60       | 84     | false | false | false | false
            long   | 0   | 60       | 85     | false | false | false | false
            long   | 0   | 60       | 82     | true  | true  | false | false
            long   | 0   | 60       | 8b     | true  | true  | false | false
            long   | 0   | 60       | 8c     | true  | false | false | false
            prot   | 0   | 100      | 93     | false | false | false | false
            """)
    void whatCanBeSeen(
            String mode,
            int cpl,
            String selector,
            String access,
            boolean lar,
            boolean lsl,
            boolean verr,
            boolean verw) {
        SystemCore core = mode.equals("long") ? SystemCore.long64(cpl) : SystemCore.protected32(cpl);
        core.segment(SystemCore.FREE, Integer.parseInt(access, 16), 0xC);
        core.setGpr(X86Core.RCX, Integer.parseInt(selector, 16));
        assertEquals(lar, answer(core, LAR_EAX_ECX), "LAR");
        assertEquals(lsl, answer(core, LSL_EAX_ECX), "LSL");
        assertEquals(verr, answer(core, VERR_CX), "VERR");
        assertEquals(verw, answer(core, VERW_CX), "VERW");
    }

    private static boolean answer(SystemCore core, String code) {
        assertEquals("ok", core.outcome(code));
        return core.flag(Rflags.ZF);
    }

    @Test
    void larGivesAccessRightsAndLslBytes() {
        SystemCore core = SystemCore.protected32(0);
        core.descriptor(SystemCore.FREE, SystemCore.descriptor(0x1234_5678, 0x12345, 0x93, 0xC), 0);
        core.setGpr(X86Core.RCX, SystemCore.FREE);
        core.run(LAR_EAX_ECX);
        assertEquals(0x00C0_9300, core.gpr(X86Core.RAX));
        core.run(LSL_EAX_ECX);
        assertEquals(0x1234_5FFF, core.gpr(X86Core.RAX));
    }

    @Test
    void theyDoNotExistInRealMode() {
        assertEquals("#UD", SystemCore.real().outcome(LAR_EAX_ECX));
        assertEquals("#UD", SystemCore.real().outcome(VERR_CX));
    }

    @ParameterizedTest
    @CsvSource({"8, b, b, true", "b, 8, b, false", "a, 9, a, false", "9, 3, b, true"})
    void arplOnlyRaises(String own, String other, String result, boolean raised) {
        SystemCore core = SystemCore.protected32(3);
        core.setGpr(X86Core.RAX, Integer.parseInt(own, 16));
        core.setGpr(X86Core.RCX, Integer.parseInt(other, 16));
        assertEquals("ok", core.outcome("63c8"));
        assertEquals(Integer.parseInt(result, 16), core.gpr(X86Core.RAX));
        assertEquals(raised, core.flag(Rflags.ZF));
    }
}
