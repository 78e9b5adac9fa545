package ringside.cpu.x86.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.interrupt.DebugBreakpoints;

/** MOV to and from debug registers. @sdm Vol.3B 17.2 */
class DebugRegistersTest {

    private static String write(SystemCore core, int number, long value) {
        core.setGpr(X86Core.RAX, value);
        return core.outcome("0f23" + Integer.toHexString(0xC0 | number << 3));
    }

    private static long read(SystemCore core, int number) {
        assertEquals("ok", core.outcome("0f21" + Integer.toHexString(0xC0 | number << 3)));
        return core.gpr(X86Core.RAX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # register | written          | outcome | read
            0          | 8000000000000000 | ok      | 8000000000000000
            3          | 1234             | ok      | 1234
            6          | 0                | ok      | ffff0ff0
            6          | ffffffff         | ok      | ffffefff
            7          | 0                | ok      | 400
            7          | ffffdfff         | ok      | ffff07ff
            6          | 100000000        | #GP(0)  | ffff0ff0
            7          | 100000000        | #GP(0)  | 400
            """)
    void fixedBits(int number, String written, String outcome, String read) {
        SystemCore core = SystemCore.long64(0);
        assertEquals(outcome, write(core, number, Long.parseUnsignedLong(written, 16)));
        assertEquals(Long.parseUnsignedLong(read, 16), read(core, number));
    }

    @Test
    void dr4AndDr5AreAliasesUnlessDeIsSet() {
        SystemCore core = SystemCore.long64(0);
        assertEquals("ok", write(core, 5, 0x155));
        assertEquals(0x555, read(core, 7));
        assertEquals(0xFFFF_0FF0L, read(core, 4));
        core.system().cr4 |= SystemRegisters.CR4_DE;
        assertEquals("#UD", write(core, 5, 0));
        assertEquals("#UD", core.outcome("0f21e0"));
    }

    @Test
    void dr8AndAboveDoNotExist() {
        assertEquals("#UD", SystemCore.long64(0).outcome("440f21c0"));
        assertEquals("#UD", SystemCore.long64(0).outcome("440f23c0"));
    }

    @Test
    void generalDetectRaisesADebugException() {
        SystemCore core = SystemCore.long64(0);
        write(core, 7, DebugBreakpoints.GENERAL_DETECT);
        assertEquals("#DB", write(core, 0, 0));
        assertEquals("#DB", core.outcome("0f21c0"));
        assertEquals(DebugBreakpoints.DEBUG_REGISTER_ACCESS, core.run("0f21c0").address());
    }

    @Test
    void theyArePrivileged() {
        assertEquals("#GP(0)", SystemCore.long64(3).outcome("0f21c0"));
        assertEquals("#GP(0)", SystemCore.long64(3).outcome("0f23c0"));
    }
}
