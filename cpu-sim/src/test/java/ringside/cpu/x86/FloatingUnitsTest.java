package ringside.cpu.x86;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.insn.FlatX86;

/** When x87, MMX and SSE instructions may execute, and how their exceptions arrive. @sdm Vol.3A Table 2-2, 13.1 */
class FloatingUnitsTest {
    private static final String ADDPS = "0F58C1";
    private static final String PADDB = "0FFCC1";
    private static final String FADD = "D8C1";
    private static final String FWAIT = "9B";
    private static final String DIVSS = "F30F5EC1";
    private static final int DIVIDE_BY_ZERO = 4;

    private final FlatX86 cpu = new FlatX86(64);

    FloatingUnitsTest() {
        cpu.system().cr0 |= SystemRegisters.CR0_NE | SystemRegisters.CR0_MP;
        cpu.system().cr4 |= SystemRegisters.CR4_OSFXSR | SystemRegisters.CR4_OSXMMEXCPT;
        cpu.x87().initialize();
    }

    private int vector(String code) {
        X86Fault fault = cpu.execute(HexFormat.of().parseHex(code));
        return fault == null ? -1 : fault.vector();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # EM, TS, MP, OSFXSR, ADDPS, PADDB, FADD, FWAIT
        0, 0, 1, 1, -1, -1, -1, -1
        0, 0, 1, 0,  6, -1, -1, -1
        0, 1, 1, 1,  7,  7,  7,  7
        0, 1, 0, 1,  7,  7,  7, -1
        1, 0, 1, 1,  6,  6,  7, -1
        1, 1, 0, 0,  6,  6,  7, -1
        """)
    void theControlRegistersDecideWhetherAnInstructionMayExecute(
            int em, int ts, int mp, int osfxsr, int addps, int paddb, int fadd, int fwait) {
        set(0, SystemRegisters.CR0_EM, em);
        set(0, SystemRegisters.CR0_TS, ts);
        set(0, SystemRegisters.CR0_MP, mp);
        set(4, SystemRegisters.CR4_OSFXSR, osfxsr);
        assertEquals(addps, vector(ADDPS));
        assertEquals(fadd, vector(FADD));
        assertEquals(fwait, vector(FWAIT));
        assertEquals(paddb, vector(PADDB));
    }

    private void set(int register, long bit, int value) {
        SystemRegisters system = cpu.system();
        if (register == 0) {
            system.cr0 = value == 0 ? system.cr0 & ~bit : system.cr0 | bit;
        } else {
            system.cr4 = value == 0 ? system.cr4 & ~bit : system.cr4 | bit;
        }
    }

    @Test
    void anUnmaskedSseExceptionIsNotedAndLeavesTheRegistersAlone() {
        cpu.sse().setMxcsr(0x1F80 & ~(DIVIDE_BY_ZERO << 7));
        cpu.sse().set(0, 0x3F80_0000L, 0);
        assertEquals(X86Fault.XM, vector(DIVSS));
        assertEquals(0x3F80_0000L, cpu.sse().low(0));
        assertEquals(DIVIDE_BY_ZERO, cpu.sse().mxcsr() & 0x3F);
        set(4, SystemRegisters.CR4_OSXMMEXCPT, 0);
        assertEquals(X86Fault.UD, vector(DIVSS));
    }

    @Test
    void anUnmaskedX87ExceptionArrivesWithTheNextWaitingInstruction() {
        cpu.x87().setControl(0x37F & ~DIVIDE_BY_ZERO);
        cpu.execute(HexFormat.of().parseHex("D9E8"));
        cpu.execute(HexFormat.of().parseHex("D9EE"));
        assertEquals(-1, vector("DEF9"), "1 / 0 itself");
        assertEquals(0x80 | DIVIDE_BY_ZERO, cpu.x87().status() & 0xFF);
        assertEquals(6, cpu.x87().top(), "not popped");
        assertEquals(-1, vector("DFE0"), "FNSTSW does not wait");
        assertEquals(X86Fault.MF, vector(FWAIT));
        assertEquals(X86Fault.MF, vector(PADDB));
        set(0, SystemRegisters.CR0_NE, 0);
        assertEquals(-1, vector(FWAIT), "without CR0.NE there is no #MF");
        set(0, SystemRegisters.CR0_NE, 1);
        assertEquals(-1, vector("DBE2"), "FNCLEX");
        assertEquals(-1, vector(FWAIT));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # aligned moves and arithmetic; unaligned ones take any address
        0F28 43 08,   13
        0F58 43 08,   13
        660F6F 43 08, 13
        0FAE 43 08,   13
        0FAE 4B 08,   13
        0F10 43 08,   -1
        F30F6F 43 08, -1
        F20F58 43 04, -1
        0F28 43 10,   -1
        """)
    void operandsOfSixteenBytesMustBeAligned(String code, int vector) {
        cpu.setGpr(X86Core.RBX, 0x2000);
        assertEquals(vector, vector(code.replace(" ", "")));
    }

    @Test
    void reservedBitsOfMxcsrAreRefused() {
        cpu.setGpr(X86Core.RBX, 0x2000);
        cpu.setByte(0x2002, 1);
        assertEquals(X86Fault.GP, vector("0FAE13"));
        cpu.setByte(0x2002, 0);
        cpu.setByte(0x2001, 0xFF);
        assertEquals(-1, vector("0FAE13"));
        assertEquals(0xFF00, cpu.sse().mxcsr());
    }

    @Test
    void transcendentalInstructionsStopTheMachine() {
        assertThrows(UnimplementedEncodingException.class, () -> vector("D9FE"));
    }

    @Test
    void anMmxInstructionMakesAllRegistersValidAndEmmsEmpty() {
        assertNull(cpu.execute(HexFormat.of().parseHex("0F6EC0")));
        assertEquals(0, cpu.x87().empty());
        assertEquals(0xFFFF, cpu.x87().signExponent(0));
        assertNull(cpu.execute(HexFormat.of().parseHex("0F77")));
        assertEquals(0xFF, cpu.x87().empty());
    }
}
