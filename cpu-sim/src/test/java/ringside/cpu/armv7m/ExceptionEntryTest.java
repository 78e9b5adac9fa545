package ringside.cpu.armv7m;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.trace.CpuEvent;

/** Stacking, vectors, returns, tail-chaining and pre-emption. @arm B1.5.6 to B1.5.9 */
class ExceptionEntryTest {
    private static final int ISER = 0xE000_E100;
    private static final int ISPR = 0xE000_E200;
    private static final int IPR0 = 0xE000_E400;
    private static final int CCR = 0xE000_ED14;

    @Test
    void resetTakesStackPointerAndAddressFromTheVectorTable() {
        Rig rig = Rig.with(Rig.program().nop());
        assertEquals(Rig.CODE, rig.pc());
        assertEquals(Rig.STACK, rig.reg("msp"));
        assertEquals(-1, rig.reg("lr"));
        assertEquals(0x0100_0000, rig.reg("xpsr"));
        assertEquals("Thread mode, privileged, on MSP", rig.cpu.registers().mode());
    }

    @Test
    void entryStacksEightWordsAndRunsTheHandlerOnTheMainStack() {
        Program program =
                Rig.program().movs(0, 1).movs(1, 2).movs(2, 3).movs(3, 4).svc(7);
        int next = program.here();
        Rig rig = Rig.with(program.nop());
        rig.cpu.writeRegister("r12", 12);
        rig.cpu.writeRegister("lr", 0x1234_5678);
        rig.run(5);
        assertEquals(Rig.handler(11), rig.pc());
        int frame = Rig.STACK - 32;
        assertEquals(frame, rig.reg("sp"));
        int[] expected = {1, 2, 3, 4, 12, 0x1234_5678, next, 0x0100_0000};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], rig.word(frame + 4 * i), "word " + i);
        }
        assertEquals(0xFFFF_FFF9, rig.reg("lr"));
        assertEquals(11, rig.reg("xpsr") & 0x1FF);
        assertEquals(
                "Handler mode (SVCall), privileged, on MSP", rig.cpu.registers().mode());
        assertTrue(rig.cpu.nvicView().exceptions().stream().anyMatch(e -> e.number() == 11 && e.active()));
        rig.step();
        assertEquals(next, rig.pc());
        assertEquals(Rig.STACK, rig.reg("sp"));
        assertEquals(0x1234_5678, rig.reg("lr"));
        assertEquals(6, rig.machine.mark());
        assertEquals(
                List.of(5L),
                rig.events(CpuEvent.ExceptionEntry.class).stream()
                        .map(e -> e.mark())
                        .toList());
        assertEquals(next, rig.events(CpuEvent.ExceptionReturn.class).get(0).address());
    }

    /** @arm B1.5.7: with CCR.STKALIGN the frame is aligned to 8 bytes, and bit 9 of the stacked xPSR remembers. */
    @ParameterizedTest
    @CsvSource({"true, 20007ffc, 20007fd8, true", "false, 20007ffc, 20007fdc, false", "true, 20007ff8, 20007fd8, false"
    })
    void stackAlignment(boolean stkalign, String before, String frame, boolean bit9) {
        Program program = Rig.program();
        program.poke(CCR, stkalign ? 0x200 : 0);
        int start = program.here();
        Rig rig = Rig.with(program.svc(0).nop());
        rig.runTo(start);
        rig.cpu.writeRegister("sp", Long.parseLong(before, 16));
        rig.step();
        assertEquals(Integer.parseUnsignedInt(frame, 16), rig.reg("sp"));
        assertEquals(bit9, (rig.word(rig.reg("sp") + 28) & 0x200) != 0);
        rig.step();
        assertEquals(Integer.parseUnsignedInt(before, 16), rig.reg("sp"));
        assertEquals(0x0100_0000, rig.reg("xpsr") & 0x0100_0200);
    }

    @Test
    void threadModeOnTheProcessStackStacksThereAndReturnsThere() {
        Program program = Rig.program();
        program.load(0, 0x2000_4000).msr(9, 0).movs(0, 3).msr(20, 0);
        int start = program.here();
        Rig rig = Rig.with(program.svc(0).nop());
        rig.runTo(start);
        assertEquals("Thread mode, unprivileged, on PSP", rig.cpu.registers().mode());
        rig.step();
        assertEquals(0xFFFF_FFFD, rig.reg("lr"));
        assertEquals(0x2000_4000 - 32, rig.reg("psp"));
        assertEquals(Rig.STACK, rig.reg("sp"));
        assertEquals(1, rig.reg("control"), "SPSEL reads as 0 in Handler mode");
        rig.step();
        assertEquals(0x2000_4000, rig.reg("sp"));
        assertEquals(3, rig.reg("control"));
    }

    @Test
    void aBetterInterruptPreemptsAndTheHandlersReturnInOrder() {
        Program program = Rig.program();
        program.poke(IPR0, 0x0000_2040).poke(ISER, 3).poke(ISPR, 1).nop();
        Rig rig = Rig.with(program);
        rig.handler(16, p -> p.poke(ISPR, 2).bx(14));
        rig.runTo(Rig.handler(16));
        rig.runTo(Rig.handler(17));
        assertEquals(0xFFFF_FFF1, rig.reg("lr"));
        assertEquals(
                2,
                rig.cpu.nvicView().exceptions().stream().filter(e -> e.active()).count());
        rig.step();
        assertEquals(16, rig.reg("xpsr") & 0x1FF);
        rig.step();
        assertEquals(0, rig.reg("xpsr") & 0x1FF);
    }

    @Test
    void anInterruptOfTheSamePriorityWaitsAndIsTailChained() {
        Program program = Rig.program();
        program.poke(ISER, 3).poke(ISPR, 3);
        int back = program.here();
        Rig rig = Rig.with(program.nop());
        rig.runTo(Rig.handler(16));
        int sp = rig.reg("sp");
        rig.step();
        assertEquals(Rig.handler(17), rig.pc());
        assertEquals(sp, rig.reg("sp"), "nothing was unstacked or stacked");
        assertEquals(0xFFFF_FFF9, rig.reg("lr"));
        rig.step();
        assertEquals(back, rig.pc());
        List<CpuEvent.ExceptionReturn> returns = rig.events(CpuEvent.ExceptionReturn.class);
        assertTrue(returns.get(0).tailChained());
        assertFalse(returns.get(1).tailChained());
    }

    @Test
    void anItBlockIsInterruptedInTheMiddleAndGoesOn() {
        Program program = Rig.program();
        program.poke(ISER, 1).load(7, ISPR).movs(6, 1).movs(0, 0).half(0x2800); // cmp r0, #0
        int block = program.here();
        // ittte eq; str r6, [r7]; moveq r1, #11; moveq r2, #12; movne r3, #13
        program.half(0xBF03).str(6, 7, 0).movs(1, 11).movs(2, 12).movs(3, 13);
        Rig rig = Rig.with(program.nop());
        rig.runTo(block).step();
        rig.step();
        assertEquals(Rig.handler(16), rig.pc());
        assertEquals(0, rig.cpu.itState(), "the handler starts outside the IT block");
        int stacked = rig.word(rig.reg("sp") + 28);
        assertEquals(0x06, stacked >>> 25 & 3 | stacked >>> 8 & 0xFC, "ITSTATE of the next instruction");
        rig.step();
        assertEquals(0x06, rig.cpu.itState());
        rig.run(3);
        assertEquals(11, rig.reg("r1"));
        assertEquals(12, rig.reg("r2"));
        assertEquals(0, rig.reg("r3"));
        assertEquals(0, rig.cpu.itState());
    }

    @Test
    void svcInAnItBlockReturnsBehindItself() {
        Program program = Rig.program().movs(0, 0);
        // itt eq; svceq 0; moveq r1, #5
        Rig rig = Rig.with(program.half(0xBF04).svc(0).movs(1, 5).movs(2, 6));
        rig.run(3);
        assertEquals(Rig.handler(11), rig.pc());
        rig.run(3);
        assertEquals(5, rig.reg("r1"));
        assertEquals(6, rig.reg("r2"));
    }

    /** An exception return checks where it may go. @arm B1.5.8 */
    @ParameterizedTest
    @CsvSource({"fffffff0", "fffffff5", "ffffffe9", "fffffffb", "f0000001"})
    void anIllegalExcReturnIsAUsageFault(String value) {
        Rig rig = Rig.with(Rig.program().poke(0xE000_ED24, 1 << 18).svc(0).nop());
        rig.handler(11, p -> p.load(0, Integer.parseUnsignedInt(value, 16)).bx(0));
        rig.runTo(Rig.handler(11));
        int sp = rig.reg("sp");
        rig.step();
        rig.step();
        assertEquals(Rig.handler(6), rig.pc());
        assertEquals(1 << 18, rig.register(0xE000_ED28), "INVPC");
        assertEquals(sp, rig.reg("sp"));
        assertEquals(0xF000_0000 | Integer.parseUnsignedInt(value, 16), rig.reg("lr"));
    }

    @Test
    void returningToThreadModeWithTwoActiveNeedsNonbasethrdena() {
        for (boolean permitted : new boolean[] {false, true}) {
            Program program = Rig.program();
            program.poke(CCR, permitted ? 0x201 : 0x200).poke(0xE000_ED24, 1 << 18);
            program.poke(IPR0, 0x0000_4060).poke(ISER, 3).poke(ISPR, 1).nop();
            Rig rig = Rig.with(program);
            rig.handler(16, p -> p.poke(ISPR, 2).bx(14));
            rig.handler(17, p -> p.load(0, 0xFFFF_FFF9).bx(0));
            rig.runTo(Rig.handler(17));
            // Make the frame of the inner handler look like one of Thread mode.
            rig.word(rig.reg("sp") + 28, 0x0100_0000);
            rig.cpu.memoryChanged();
            rig.step();
            rig.step();
            assertEquals(permitted ? 0 : 6, rig.reg("xpsr") & 0x1FF);
        }
    }

    @Test
    void aPoppedExceptionNumberThatDoesNotFitTheModeIsInvpc() {
        Rig rig = Rig.with(Rig.program().poke(0xE000_ED24, 1 << 18).svc(0).nop());
        rig.runTo(Rig.handler(11));
        rig.word(rig.reg("sp") + 28, 0x0100_0003);
        rig.cpu.memoryChanged();
        rig.step();
        assertEquals(Rig.handler(6), rig.pc());
        assertEquals(1 << 18, rig.register(0xE000_ED28));
    }

    @Test
    void faultmaskFallsAtTheEndOfAHandlerAndPrimaskStays() {
        Rig rig = Rig.with(Rig.program().svc(0).nop());
        // cpsid if; bx lr
        rig.handler(11, p -> p.half(0xB673).bx(14));
        rig.run(2);
        assertEquals(1, rig.reg("faultmask"));
        assertEquals(1, rig.reg("primask"));
        rig.step();
        assertEquals(0, rig.reg("faultmask"));
        assertEquals(1, rig.reg("primask"));
    }

    @Test
    void pendSvIsTakenWhenItsPriorityAllows() {
        Program program = Rig.program();
        program.half(0xB672).poke(0xE000_ED04, 1 << 28).nop(); // cpsid i
        int before = program.here();
        Rig rig = Rig.with(program.half(0xB662).nop()); // cpsie i
        rig.runTo(before);
        assertEquals(0, rig.reg("xpsr") & 0x1FF, "PRIMASK holds it back");
        assertEquals(14, rig.cpu.nvicView().next());
        assertFalse(rig.cpu.nvicView().nextIsTakable());
        rig.step();
        assertEquals(Rig.handler(14), rig.pc());
    }

    @Test
    void theVectorTableMovesWithVtor() {
        Program program = Rig.program().poke(0xE000_ED08, 0x2000_0080).svc(0);
        Rig rig = Rig.with(program);
        rig.word(0x2000_0080 + 4 * 11, 0x2001);
        rig.runTo(0x2000);
        assertEquals(11, rig.reg("xpsr") & 0x1FF);
    }
}
