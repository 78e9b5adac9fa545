package ringside.cpu.armv7m;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEvent;

/** What faults, how it is reported, and what becomes of it. @arm B1.5.14, B1.5.15, B3.2.15 */
class FaultTest {
    private static final int SHCSR = 0xE000_ED24;
    private static final int CFSR = 0xE000_ED28;
    private static final int HFSR = 0xE000_ED2C;
    private static final int MMFAR = 0xE000_ED34;
    private static final int BFAR = 0xE000_ED38;

    /** One halfword or two that fault; R0 = 1, R1 = an address where nothing is, R2 = an odd address in RAM. */
    @ParameterizedTest
    @CsvSource({
        "de00,      00010000, 6", // udf
        "f7f0a000,  00010000, 6", // udf.w
        "ee000000,  00080000, 6", // cdp
        "6808,      00008200, 5", // ldr r0, [r1]
        "6008,      00008200, 5", // str r0, [r1]
        "c810,      01000000, 6", // ldm r0!, {r4}: R0 is 1
        "e8520f00,  01000000, 6", // ldrex r0, [r2]
        "e9d20100,  01000000, 6", // ldrd r0, r1, [r2]
        "fbb0f0f3,  02000000, 6", // udiv r0, r0, r3 (R3 = 0)
        "4718,      00020000, 6", // bx r3: no Thumb bit
    })
    void faultsSetTheirBit(String code, String status, int number) {
        Program program = Rig.program();
        program.poke(SHCSR, 7 << 16).poke(0xE000_ED14, 0x210);
        program.movs(0, 1).load(1, 0x6000_0000).load(2, 0x2000_0001).movs(3, 0);
        int at = program.here();
        program.half(Integer.parseInt(code.substring(0, 4), 16));
        if (code.length() > 4) {
            program.half(Integer.parseInt(code.substring(4), 16));
        }
        Rig rig = Rig.with(program.nop());
        rig.runTo(at);
        rig.step();
        if (code.equals("4718")) {
            assertEquals(0, rig.pc(), "the branch itself is fine");
            rig.step();
        }
        assertEquals(Rig.handler(number), rig.pc());
        assertEquals(Integer.parseUnsignedInt(status, 16), rig.register(CFSR));
        int returnAddress = code.equals("4718") ? 0 : at;
        assertEquals(returnAddress, rig.word(rig.reg("sp") + 24), "the return address is the instruction itself");
        if (number == 5) {
            assertEquals(0x6000_0000, rig.register(BFAR));
        }
        assertEquals(1, rig.events(CpuEvent.Fault.class).size());
        assertEquals(number, rig.events(CpuEvent.Fault.class).get(0).number());
    }

    @Test
    void divisionByZeroGivesZeroUnlessItTraps() {
        Program program = Rig.program().movs(0, 9).movs(1, 0).half(0xFBB0, 0xF2F1);
        Rig rig = Rig.with(program.nop());
        rig.run(3);
        assertEquals(0, rig.reg("r2"));
        assertEquals(0, rig.register(CFSR));
    }

    @Test
    void unalignedAccessWorksUnlessItTraps() {
        Program program = Rig.program()
                .load(0, 0x2000_00FD)
                .load(1, 0x4433_2211)
                .str(1, 0, 0)
                .ldr(2, 0, 0);
        int at = program.poke(0xE000_ED14, 0x208).here();
        Rig rig = Rig.with(program.ldr(3, 0, 0).nop());
        rig.runTo(at);
        assertEquals(0x4433_2211, rig.reg("r2"));
        assertEquals(0x3322_1100, rig.word(0x2000_00FC));
        assertEquals(0x0000_0044, rig.word(0x2000_0100));
        rig.step();
        assertEquals(1 << 24, rig.register(CFSR));
        assertEquals(Rig.handler(3), rig.pc());
    }

    @Test
    void aDisabledFaultIsAHardFault() {
        Program program = Rig.program();
        int at = program.here();
        Rig rig = Rig.with(program.half(0xDE00));
        rig.step();
        assertEquals(Rig.handler(3), rig.pc());
        assertEquals(1 << 30, rig.register(HFSR), "FORCED");
        assertEquals(1 << 16, rig.register(CFSR));
        assertEquals(at, rig.word(rig.reg("sp") + 24));
        assertEquals(3, rig.events(CpuEvent.Fault.class).get(0).number());
    }

    @Test
    void statusBitsAreClearedByWritingOnes() {
        Rig rig = Rig.with(Rig.program().half(0xDE00));
        rig.handler(
                3,
                p -> p.poke(HFSR, 1 << 30)
                        .load(7, CFSR + 2)
                        .movs(6, 1)
                        .half(0x803E)
                        .nop()); // strh r6, [r7]
        rig.run(8);
        assertEquals(0, rig.register(HFSR));
        assertEquals(0, rig.register(CFSR));
    }

    @Test
    void aFaultInTheHardFaultHandlerLocksUp() {
        Rig rig = Rig.with(Rig.program().half(0xDE00));
        rig.handler(3, p -> p.load(0, 0x7000_0000).ldr(0, 0, 0));
        StopReason reason = rig.run(100);
        assertInstanceOf(StopReason.LockedUp.class, reason);
        assertTrue(reason.explanation().contains("PRECISERR"), reason.explanation());
        assertTrue(reason.explanation().contains("HardFault"), reason.explanation());
        long mark = rig.machine.mark();
        assertEquals(3, mark, "the faulting instruction counts");
        String digest = rig.machine.digest();
        assertEquals(reason, rig.run(100));
        assertEquals(digest, rig.machine.digest());
    }

    @Test
    void svcInTheHardFaultHandlerLocksUp() {
        Rig rig = Rig.with(Rig.program().half(0xDE00));
        rig.handler(3, p -> p.svc(1));
        assertInstanceOf(StopReason.LockedUp.class, rig.run(100));
    }

    @Test
    void svcThatCannotPreemptIsAHardFault() {
        Program program = Rig.program().half(0xB672).svc(0); // cpsid i
        int next = program.here();
        Rig rig = Rig.with(program.nop());
        rig.run(2);
        assertEquals(Rig.handler(3), rig.pc());
        assertEquals(1 << 30, rig.register(HFSR));
        assertEquals(next, rig.word(rig.reg("sp") + 24));
    }

    @Test
    void aBreakpointWithoutADebuggerIsAHardFault() {
        Program program = Rig.program();
        Rig rig = Rig.with(program.bkpt(1).nop());
        rig.step();
        assertEquals(Rig.handler(3), rig.pc());
        assertEquals(1 << 31, rig.register(HFSR), "DEBUGEVT");
        assertEquals(2, rig.register(0xE000_ED30), "DFSR.BKPT");
        assertEquals(Rig.CODE, rig.word(rig.reg("sp") + 24));
    }

    @Test
    void aBreakpointInAnItBlockIsUnconditional() {
        // cmp r0, #0 gives Z; it ne; bkpt
        Rig rig = Rig.with(Rig.program().half(0x2800).half(0xBF18).bkpt(0).nop());
        rig.run(3);
        assertEquals(Rig.handler(3), rig.pc());
    }

    @Test
    void aVectorThatCannotBeReadIsAHardFault() {
        Program program = Rig.program().poke(0xE000_ED08, 0x6000_0000).svc(0);
        Rig rig = Rig.with(program);
        StopReason reason = rig.run(100);
        assertInstanceOf(StopReason.LockedUp.class, reason, "the vector of HardFault is not readable either");
        assertEquals(2, rig.register(HFSR), "VECTTBL");
    }

    @Test
    void aVectorWithoutTheThumbBitIsInvstateInTheHandler() {
        Rig rig = Rig.with(Rig.program()
                .poke(SHCSR, 1 << 18)
                .poke(0xE000_ED1C, 0x8000_0000)
                .svc(0)
                .nop());
        rig.word(4 * 11, Rig.handler(11));
        rig.cpu.memoryChanged();
        rig.runTo(Rig.handler(11));
        rig.step();
        assertEquals(Rig.handler(6), rig.pc());
        assertEquals(1 << 17, rig.register(CFSR));
    }

    @Test
    void stackingWhereNothingIsAddsABusFault() {
        Program program = Rig.program().poke(SHCSR, 1 << 17);
        int at = program.here();
        Rig rig = Rig.with(program.svc(0).nop());
        rig.runTo(at);
        rig.cpu.writeRegister("sp", 0x6000_0000);
        rig.step();
        assertEquals(1 << 12, rig.register(CFSR), "STKERR without an address");
        assertEquals(Rig.handler(5), rig.pc(), "the same priority: the lower number first");
        assertTrue(rig.cpu.nvicView().exceptions().stream().anyMatch(e -> e.number() == 11 && e.pending()));
    }

    @Test
    void unstackingWhereNothingIsIsABusFaultWithTheFrameLeft() {
        Rig rig = Rig.with(Rig.program().poke(SHCSR, 1 << 17).svc(0).nop());
        rig.runTo(Rig.handler(11));
        rig.cpu.writeRegister("psp", 0x6000_0000);
        rig.cpu.writeRegister("lr", 0xFFFF_FFFDL);
        rig.step();
        assertEquals(1 << 11, rig.register(CFSR), "UNSTKERR");
        assertEquals(Rig.handler(5), rig.pc());
        assertEquals(0x6000_0000, rig.reg("psp"));
        assertEquals(0xFFFF_FFFD, rig.reg("lr"));
    }

    @Test
    void jumpingIntoAPeripheralIsIaccviolAndIntoNothingIbuserr() {
        for (boolean peripheral : new boolean[] {true, false}) {
            int target = peripheral ? 0x4000_0000 : 0x6000_0000;
            Program program =
                    Rig.program().poke(SHCSR, 3 << 16).load(0, target | 1).bx(0);
            Rig rig = Rig.with(program);
            rig.runTo(target);
            long mark = rig.machine.mark();
            rig.step();
            assertEquals(mark + 1, rig.machine.mark());
            assertEquals(Rig.handler(peripheral ? 4 : 5), rig.pc());
            assertEquals(peripheral ? 1 : 1 << 8, rig.register(CFSR), "no address is recorded");
            assertEquals(target, rig.word(rig.reg("sp") + 24));
            assertEquals(0, rig.register(MMFAR));
        }
    }

    @Test
    void busFaultsAreIgnoredAtNegativePriorityIfSoftwareAsks() {
        Program program = Rig.program().poke(0xE000_ED14, 0x300).half(0xB671); // cpsid f
        program.load(0, 0x6000_0000).movs(1, 5).ldr(1, 0, 0).str(1, 0, 0);
        int end = program.here();
        Rig rig = Rig.with(program.nop());
        rig.runTo(end);
        assertEquals(0, rig.reg("r1"));
    }
}
