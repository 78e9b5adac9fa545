package ringside.cpu.x86.insn.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.LocalInterrupts;
import ringside.cpu.x86.Ports;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.X86Core;

/** IN, OUT, INS and OUTS, and who may use a port. @sdm Vol.1 19.5 */
class PortTest {
    private static final int TSS_LIMIT = 0x2068;
    private static final int MAP = 0x68;

    private final List<String> asked = new ArrayList<>();

    /** Every port reads as its own number, in every byte. */
    private SystemCore connected(SystemCore cpu) {
        cpu.connect(
                new Ports() {
                    @Override
                    public int in(int port, int bytes) {
                        asked.add("in " + Integer.toHexString(port) + " " + bytes);
                        return port * 0x0101_0101;
                    }

                    @Override
                    public void out(int port, int bytes, int value) {
                        asked.add("out " + Integer.toHexString(port) + " " + bytes + " " + Integer.toHexString(value));
                    }
                },
                LocalInterrupts.NONE);
        return cpu;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # code  | RAX afterwards    | what was asked of the ports
            E460    | 1122334455667760  | in 60 1
            EC      | 1122334455667743  | in 43 1
            66ED    | 1122334455664343  | in 43 2
            ED      | 43434343          | in 43 4
            48ED    | 43434343          | in 43 4
            E5F0    | f0f0f0f0          | in f0 4
            E660    | 1122334455667788  | out 60 1 88
            EE      | 1122334455667788  | out 43 1 88
            66E720  | 1122334455667788  | out 20 2 7788
            EF      | 1122334455667788  | out 43 4 55667788
            """)
    void aRegisterAndAPortExchangeOneTwoOrFourBytes(String code, String accumulator, String asks) {
        SystemCore cpu = connected(SystemCore.long64(0));
        cpu.setGpr(X86Core.RAX, 0x1122_3344_5566_7788L);
        cpu.setGpr(X86Core.RDX, 0xFFFF_0043L);
        assertEquals("ok", cpu.outcome(code));
        assertEquals(accumulator, Long.toHexString(cpu.gpr(X86Core.RAX)));
        assertEquals(List.of(asks), asked);
    }

    @Test
    void insWritesWhatThePortGaveAndCountsDown() {
        SystemCore cpu = connected(SystemCore.long64(0));
        cpu.setGpr(X86Core.RDX, 0x1F0);
        cpu.setGpr(X86Core.RDI, 0x9000);
        cpu.setGpr(X86Core.RCX, 2);
        assertEquals("ok", cpu.outcome("F3 66 6D"));
        assertEquals(SystemCore.CODE, cpu.rip());
        assertEquals("ok", cpu.outcome("F3 66 6D"));
        assertEquals(SystemCore.CODE + 3, cpu.rip());
        assertEquals(0xF1F0_F1F0L, cpu.peek(0x9000, 4));
        assertEquals(0x9004, cpu.gpr(X86Core.RDI));
        assertEquals(0, cpu.gpr(X86Core.RCX));
        assertEquals(List.of("in 1f0 2", "in 1f0 2"), asked);
    }

    @Test
    void outsReadsThroughASegmentOverrideAndGoesDownWithDf() {
        SystemCore cpu = connected(SystemCore.long64(0));
        cpu.segment(X86Core.FS).setBase(0x100);
        cpu.poke(0x9100, 1, 0x5A);
        cpu.setGpr(X86Core.RDX, 0xE9);
        cpu.setGpr(X86Core.RSI, 0x9000);
        cpu.setRflags(Rflags.DF);
        assertEquals("ok", cpu.outcome("64 6E"));
        assertEquals(List.of("out e9 1 5a"), asked);
        assertEquals(0x8FFF, cpu.gpr(X86Core.RSI));
    }

    @Test
    void aPortIsNotReadIfTheMemoryCannotBeWritten() {
        SystemCore cpu = connected(SystemCore.long64(0));
        cpu.setGpr(X86Core.RDI, 1L << 47);
        assertEquals("#GP(0)", cpu.outcome("6C"));
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # CPL, IOPL, outcome
            0, 0, ok
            3, 0, #GP(0)
            3, 2, #GP(0)
            3, 3, ok
            """)
    void codeWhoseCplIsNotAboveTheIoplMayUseAllPorts(int cpl, int iopl, String outcome) {
        for (String code : List.of("EC", "EE", "6C", "6E", "E460")) {
            SystemCore cpu = connected(SystemCore.long64(cpl));
            cpu.setGpr(X86Core.RDI, 0x9000);
            cpu.setGpr(X86Core.RSI, 0x9000);
            cpu.poke(SystemCore.TSS + 0x66, 2, 0xFFFF);
            cpu.setRflags(iopl << Rflags.IOPL_SHIFT);
            assertEquals(outcome, cpu.outcome(code), code);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # port, bytes, port whose bit is set, outcome
            0x60,   1, 0x61, ok
            0x60,   1, 0x60, #GP(0)
            0x60,   2, 0x61, #GP(0)
            0x60,   4, 0x63, #GP(0)
            0x60,   4, 0x64, ok
            0x67,   2, 0x68, #GP(0)
            0xFFFF, 1, 0x10, ok
            0xFFFF, 1, 0xFFFF, #GP(0)
            """)
    void theBitmapOfTheTaskGivesOtherCodeSinglePorts(String port, int bytes, String refused, String outcome) {
        SystemCore cpu = connected(SystemCore.long64(3));
        cpu.tr().load(SystemCore.TASK, SystemCore.TSS, TSS_LIMIT, 0x8B00);
        cpu.poke(SystemCore.TSS + 0x66, 2, MAP);
        int bit = Integer.decode(refused);
        cpu.poke(SystemCore.TSS + MAP + bit / 8, 1, 1 << bit % 8);
        cpu.setGpr(X86Core.RDX, Integer.decode(port));
        String code = bytes == 1 ? "EC" : bytes == 2 ? "66 ED" : "ED";
        assertEquals(outcome, cpu.outcome(code));
        assertEquals(outcome.equals("ok") ? 1 : 0, asked.size());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # what is wrong,                      limit, attributes, map base
            the map begins behind the limit,      0x67,  0x8B00,     0x68
            its second byte is behind the limit,  0x74,  0x8B00,     0x68
            the TSS is too short for a map base,  0x66,  0x8B00,     0x10
            the TSS has 16 bits,                  0x2068, 0x8300,    0x68
            """)
    void withoutAWholeMapNothingIsPermitted(String what, String limit, String attributes, String mapBase) {
        SystemCore cpu = connected(SystemCore.protected32(3));
        cpu.tr().load(SystemCore.TASK, SystemCore.TSS, Integer.decode(limit), Integer.decode(attributes));
        cpu.poke(SystemCore.TSS + 0x66, 2, Integer.decode(mapBase));
        assertEquals("#GP(0)", cpu.outcome("E460"), what);
        assertEquals(List.of(), asked);
    }

    @Test
    void realModeMayUseAllPorts() {
        SystemCore cpu = connected(SystemCore.real());
        assertEquals("ok", cpu.outcome("E460"));
        assertEquals(List.of("in 60 1"), asked);
    }
}
