package ringside.cpu.armv7m;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.armv7m.mpu.AccessKind;
import ringside.cpu.trace.CpuEvent;

/** The memory protection as code meets it. @arm B3.5 */
class MpuAccessTest {
    private static final int RNR = 0xE000_ED98;
    private static final int RBAR = 0xE000_ED9C;
    private static final int RASR = 0xE000_EDA0;
    private static final int CTRL = 0xE000_ED94;
    private static final int CFSR = 0xE000_ED28;
    private static final int DATA = 0x2000_1000;

    private final Program program = Rig.program();

    /** Region 0: code, read and execute for all. Region 1: 4 KiB of data with subregions 4 to 7 disabled. */
    @BeforeEach
    void regions() {
        program.poke(0xE000_ED24, 7 << 16);
        region(0, 0, 0x0600_0000 | 15 << 1 | 1);
        region(1, DATA, 0x1300_0000 | 0xF0 << 8 | 11 << 1 | 1);
        region(2, 0x2000_4000, 0x1300_0000 | 13 << 1 | 1);
    }

    private void region(int number, int base, int rasr) {
        program.poke(RBAR, base | 0x10 | number).poke(RASR, rasr);
    }

    private void unprivileged(int control) {
        program.poke(CTRL, control)
                .load(0, 0x2000_6000)
                .msr(9, 0)
                .movs(0, 3)
                .msr(20, 0)
                .load(1, DATA);
    }

    @ParameterizedTest
    @CsvSource({"000, true", "07c, true", "07d, true", "800, false", "ffc, false"})
    void subregionsBoundWhatAProcessMayWrite(String offset, boolean allowed) {
        unprivileged(5);
        program.load(2, DATA + Integer.parseInt(offset, 16));
        int at = program.here();
        Rig rig = Rig.with(program.str(1, 2, 0).nop());
        rig.runTo(at);
        rig.step();
        assertEquals(allowed ? at + 2 : Rig.handler(4), rig.pc());
        if (!allowed) {
            assertEquals(0x82, rig.register(CFSR), "DACCVIOL and MMARVALID");
            assertEquals(DATA + Integer.parseInt(offset, 16), rig.register(0xE000_ED34));
            assertEquals(0x2000_6000 - 32, rig.reg("psp"));
        }
        assertEquals(
                allowed,
                rig.cpu
                        .mpuView()
                        .decide(DATA + Integer.parseInt(offset, 16), AccessKind.WRITE, false)
                        .allowed(),
                "the view tells the same");
    }

    @Test
    void anUnalignedAccessAcrossTheBorderFaultsAtTheByteBeyond() {
        unprivileged(5);
        program.load(2, DATA + 0x7FE);
        int at = program.here();
        Rig rig = Rig.with(program.str(1, 2, 0).nop());
        rig.runTo(at).step();
        assertEquals(Rig.handler(4), rig.pc());
        assertEquals(DATA + 0x800, rig.register(0xE000_ED34));
    }

    @Test
    void privilegedCodeUsesTheBackgroundMapIfItHasIt() {
        program.poke(CTRL, 5).load(2, 0x2000_3000).movs(1, 7).str(1, 2, 0);
        int end = program.here();
        Rig rig = Rig.with(program.nop());
        rig.runTo(end);
        assertEquals(7, rig.word(0x2000_3000));
    }

    @Test
    void whatWasAllowedIsForbiddenFromTheNextInstructionOn() {
        program.load(2, 0x2000_3000).movs(1, 7).str(1, 2, 0).str(1, 2, 4).poke(CTRL, 1);
        int at = program.here();
        Rig rig = Rig.with(program.str(1, 2, 8).nop());
        rig.runTo(at).step();
        assertEquals(0x82, rig.register(CFSR));
        assertEquals(0, rig.word(0x2000_3008));
        assertEquals(7, rig.word(0x2000_3004));
    }

    @Test
    void anUnprivilegedProcessMayNotTouchTheSystemControlSpace() {
        unprivileged(5);
        program.load(2, CTRL).movs(1, 0);
        int at = program.here();
        Rig rig = Rig.with(program.str(1, 2, 0).nop());
        rig.runTo(at).step();
        assertEquals(Rig.handler(5), rig.pc());
        assertEquals(0x8200, rig.register(CFSR), "PRECISERR and BFARVALID");
        assertEquals(5, rig.register(CTRL));
    }

    @Test
    void ldrtChecksAsUnprivileged() {
        program.poke(CTRL, 5).load(2, 0x2000_3000).ldr(3, 2, 0);
        int at = program.here();
        Rig rig = Rig.with(program.half(0xF852, 0x3E00).nop()); // ldrt r3, [r2]
        rig.runTo(at).step();
        assertEquals(Rig.handler(4), rig.pc());
        assertEquals(0x82, rig.register(CFSR));
    }

    @Test
    void executingDataIsIaccviol() {
        unprivileged(5);
        Rig rig = Rig.with(program.load(2, DATA | 1).bx(2));
        rig.runTo(DATA).step();
        assertEquals(Rig.handler(4), rig.pc());
        assertEquals(1, rig.register(CFSR));
    }

    @Test
    void stackingOutsideTheProcessIsMstkerr() {
        unprivileged(5);
        int at = program.here();
        Rig rig = Rig.with(program.svc(0).nop());
        rig.runTo(at);
        rig.cpu.writeRegister("psp", 0x2000_4010);
        rig.step();
        assertEquals(0x10, rig.register(CFSR) & 0xFF);
        assertEquals(Rig.handler(4), rig.pc());
        assertEquals(0x2000_3FF0, rig.reg("psp"));
    }

    @Test
    void hardFaultGoesPastTheMpuUnlessHfnmiena() {
        for (int control : new int[] {1, 3}) {
            Program own = Rig.program();
            own.poke(RBAR, 0x10).poke(RASR, 0x0600_0000 | 15 << 1 | 1);
            own.poke(RBAR, 0x2000_4000 | 0x11).poke(RASR, 0x1300_0000 | 13 << 1 | 1);
            Rig rig = Rig.with(own.poke(CTRL, control).half(0xDE00));
            rig.handler(3, p -> p.load(2, 0x2000_3000).movs(1, 7).str(1, 2, 0).nop());
            rig.run(20);
            assertEquals(control == 1 ? 7 : 0, rig.word(0x2000_3000));
        }
    }

    @Test
    void a32ByteRegionProtectsItsNeighboursByTheByte() {
        region(3, 0x2000_2020, 0x1300_0000 | 4 << 1 | 1);
        unprivileged(5);
        program.load(2, 0x2000_2020).str(1, 2, 0).str(1, 2, 28);
        int at = program.here();
        Rig rig = Rig.with(program.str(1, 2, 32).nop());
        rig.runTo(at);
        assertEquals(DATA, rig.word(0x2000_203C));
        rig.step();
        assertEquals(Rig.handler(4), rig.pc());
        assertEquals(0x2000_2040, rig.register(0xE000_ED34));
    }

    @Test
    void codeInASmallRegionRunsAndStopsAtItsEnd() {
        Program own = Rig.program();
        own.poke(0xE000_ED24, 7 << 16);
        own.poke(RBAR, 0x10).poke(RASR, 0x0600_0000 | 15 << 1 | 1);
        own.poke(RBAR, 0x2000_4000 | 0x11).poke(RASR, 0x1300_0000 | 13 << 1 | 1);
        own.poke(RBAR, 0x2000_2020 | 0x12).poke(RASR, 0x0300_0000 | 4 << 1 | 1);
        own.poke(CTRL, 1).load(2, 0x2000_2021).bx(2);
        Rig rig = Rig.with(own);
        Program inRam = new Program(0x2000_2020);
        for (int i = 0; i < 20; i++) {
            inRam.adds(0, 1);
        }
        rig.poke(0x2000_2020, inRam.toBytes());
        rig.runTo(0x2000_2020);
        int before = rig.reg("r0");
        rig.run(16);
        assertEquals(0x2000_2040, rig.pc());
        rig.step();
        assertEquals(before + 16, rig.word(rig.reg("sp")));
        assertEquals(1, rig.register(CFSR) & 1);
    }

    @Test
    void everyWriteOfARegisterIsAnEvent() {
        Rig rig = Rig.with(Rig.program().poke(RNR, 3).poke(CTRL, 4).nop());
        rig.run(8);
        assertEquals(2, rig.events(CpuEvent.MpuUpdate.class).size());
        assertEquals(3, rig.events(CpuEvent.MpuUpdate.class).get(0).region());
        assertTrue(rig.cpu.mpuView().rules().hasPrivilegedBackground());
        assertFalse(rig.cpu.mpuView().isEnabled());
    }
}
