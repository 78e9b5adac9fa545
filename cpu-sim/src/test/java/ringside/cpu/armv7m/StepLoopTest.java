package ringside.cpu.armv7m;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.cpu.machine.ProbeReader;
import ringside.cpu.machine.Probes;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopConditions.Watchpoint;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;

/** What ends a run, what a step is, sleep, probes, code that changes itself. */
class StepLoopTest {
    private static final int SYST_CSR = 0xE000_E010;
    private static final int SYST_RVR = 0xE000_E014;
    private static final int SCR = 0xE000_ED10;

    private static Rig counting() {
        Program program = Rig.program().movs(0, 0);
        int loop = program.here();
        return Rig.with(program.adds(0, 1).adds(1, 1).branch(loop));
    }

    private static StopReason runUntil(Rig rig, StopConditions stops) {
        return rig.machine.run(new RunBudget(1000, stops));
    }

    @Test
    void aBudgetIsExact() {
        Rig rig = counting();
        assertEquals(new StopReason.BudgetSpent(), rig.run(0));
        assertEquals(0, rig.machine.mark());
        rig.run(301);
        assertEquals(301, rig.machine.mark());
        assertEquals(100, rig.reg("r0"));
    }

    @Test
    void breakpointsStopBeforeTheirInstructionButNotAtTheStart() {
        Rig rig = counting();
        StopConditions stops = StopConditions.breakpoints(Rig.CODE + 4);
        for (int i = 0; i < 3; i++) {
            assertEquals(new StopReason.BreakpointReached(Rig.CODE + 4), runUntil(rig, stops));
            assertEquals(Rig.CODE + 4, rig.pc());
            assertEquals(2 + 3 * i, rig.machine.mark());
        }
        assertEquals(new StopReason.BudgetSpent(), rig.run(50));
        assertEquals(
                new StopReason.BreakpointReached(Rig.CODE + 2),
                runUntil(rig, StopConditions.breakpoints(Rig.CODE + 2)));
    }

    @Test
    void aBreakpointStopsInCodeThatWasCompiled() {
        Rig rig = counting();
        rig.cpu.arrivalsToCompile = 1;
        rig.run(1000);
        assertEquals(1, rig.cpu.codeCache.compiledCount());
        assertEquals(333, rig.reg("r0"));
        StopConditions stops = StopConditions.breakpoints(Rig.CODE + 4);
        for (int i = 1; i < 4; i++) {
            assertEquals(new StopReason.BreakpointReached(Rig.CODE + 4), runUntil(rig, stops));
            assertEquals(998 + 3 * i, rig.machine.mark());
        }
        rig.run(1000);
        assertEquals(1, rig.cpu.codeCache.compiledCount(), "compiled again without the breakpoint");
    }

    @Test
    void compiledCodeThatChangesItselfRunsTheNewCode() {
        // In RAM: loop: adds r0, #1; strh r2, [r1] (over the first instruction once r1 points there); b loop
        Program inRam = new Program(0x2000_0200).adds(0, 1).half(0x800A).branch(0x2000_0200);
        Rig rig = Rig.with(Rig.program()
                .load(1, 0x2000_0400)
                .load(2, 0x3064)
                .load(7, 0x2000_0201)
                .bx(7));
        rig.cpu.arrivalsToCompile = 1;
        rig.poke(0x2000_0200, inRam.toBytes());
        rig.run(4 + 30);
        assertEquals(10, rig.reg("r0"));
        assertEquals(1, rig.cpu.codeCache.compiledCount());
        rig.cpu.writeRegister("r1", 0x2000_0200);
        rig.run(30);
        assertEquals(10 + 1 + 9 * 100, rig.reg("r0"), "one more of the old, then the new: adds r0, #100");
    }

    @Test
    void aBreakpointAtAHandlerStopsAtItsFirstInstruction() {
        Rig rig = Rig.with(Rig.program().nop().svc(0).nop().nop());
        assertEquals(
                new StopReason.BreakpointReached(Rig.handler(11)),
                runUntil(rig, StopConditions.breakpoints(Rig.handler(11))));
        assertEquals(2, rig.machine.mark());
    }

    @Test
    void watchpointsStopAfterTheAccess() {
        Program program = Rig.program()
                .load(0, 0x2000_0100)
                .movs(1, 5)
                .str(1, 0, 0)
                .ldr(2, 0, 4)
                .str(1, 0, 8)
                .nop();
        Rig rig = Rig.with(program);
        StopConditions writes = watch(0x2000_0100, 2, false, true);
        assertEquals(new StopReason.WatchpointHit(0x2000_0100, true), runUntil(rig, writes));
        assertEquals(3, rig.machine.mark());
        assertEquals(5, rig.word(0x2000_0100));
        assertEquals(
                new StopReason.WatchpointHit(0x2000_0104, false), runUntil(rig, watch(0x2000_0107, 1, true, false)));
        assertEquals(new StopReason.WatchpointHit(0x2000_0108, true), runUntil(rig, watch(0x2000_0108, 4, true, true)));
        assertEquals(5, rig.machine.mark());
    }

    private static StopConditions watch(long address, int length, boolean read, boolean write) {
        return new StopConditions(new long[0], 0, List.of(new Watchpoint(address, length, read, write)));
    }

    @Test
    void watchpointsSeeByteAccessesAndMissNeighbours() {
        Program program = Rig.program()
                .load(0, 0x2000_0100)
                .strb(1, 0, 0)
                .strb(1, 0, 2)
                .strb(1, 0, 1)
                .nop();
        Rig rig = Rig.with(program);
        assertEquals(
                new StopReason.WatchpointHit(0x2000_0101, true), runUntil(rig, watch(0x2000_0101, 1, false, true)));
        assertEquals(4, rig.machine.mark());
    }

    @Test
    void eventsStopAfterTheyHappenAlsoWhenTheyAreNotRecorded() {
        Rig rig = Rig.with(Rig.program().nop().svc(0).nop().half(0xDE00));
        rig.trace.record(0);
        int entry = CpuEventKind.EXCEPTION_ENTRY.bit();
        assertEquals(
                new StopReason.EventSeen(CpuEventKind.EXCEPTION_ENTRY), runUntil(rig, StopConditions.events(entry)));
        assertEquals(2, rig.machine.mark());
        int fault = CpuEventKind.FAULT.bit();
        assertEquals(new StopReason.EventSeen(CpuEventKind.FAULT), runUntil(rig, StopConditions.events(fault)));
        assertEquals(Rig.handler(3), rig.pc());
        assertEquals(0, rig.trace.size());
    }

    @Test
    void probesReadTheirArgumentsBeforeTheInstruction() {
        Rig rig = counting();
        rig.cpu.setProbes(new Probes(new long[] {Rig.CODE + 4, Rig.CODE + 0x50}, new ProbeReader[] {
            arguments -> {
                arguments[0] = rig.cpu.readRegister("r0");
                arguments[5] = rig.cpu.readRegister("r1");
            },
            arguments -> {}
        }));
        rig.run(8);
        List<CpuEvent.Probe> seen = rig.events(CpuEvent.Probe.class);
        assertEquals(2, seen.size());
        assertEquals(new CpuEvent.Probe(2, 0, 1, 0, 0, 0, 0, 0), seen.get(0));
        assertEquals(new CpuEvent.Probe(5, 0, 2, 0, 0, 0, 0, 1), seen.get(1));
        assertEquals(
                new StopReason.EventSeen(CpuEventKind.PROBE),
                runUntil(rig, StopConditions.events(CpuEventKind.PROBE.bit())));
        assertEquals(9, rig.machine.mark());
    }

    @Test
    void codeThatChangesItselfRunsTheNewCode() {
        Program program = Rig.program().load(7, 0x2000_0200);
        // In RAM: movs r0, #1; strh r2, [r1]; <movs r3, #3 becomes adds r0, #9>; bx lr
        Rig rig = Rig.with(program.load(1, 0x2000_0204)
                .load(2, 0x3009)
                .adds(7, 1)
                .half(0x47B8)
                .nop()
                .nop());
        rig.poke(
                0x2000_0200,
                new Program(0x2000_0200)
                        .movs(0, 1)
                        .half(0x800A)
                        .movs(3, 3)
                        .bx(14)
                        .toBytes());
        rig.run(9);
        assertEquals(10, rig.reg("r0"));
        assertEquals(0, rig.reg("r3"));
    }

    @Test
    void aWideInstructionAcrossTwoBlocksSeesAWriteToItsSecondHalf() {
        // movw r0, #... lies at 0x2000_02FE, its second half in the next block of 256 bytes.
        Program inRam = new Program(0x2000_02FE).half(0xF240, 0x0001).bx(14);
        Program program =
                Rig.program().load(7, 0x2000_02FF).load(1, 0x2000_0300).movs(2, 0x55);
        int loop = program.here();
        program.half(0x47B8).half(0x800A).branch(loop); // blx r7; strh r2, [r1]
        Rig rig = Rig.with(program);
        rig.poke(0x2000_02FE, new byte[] {0x40, (byte) 0xF2, 0x01, 0, 0x70, 0x47});
        assertEquals(4, inRam.here() - 0x2000_0300);
        rig.run(6);
        assertEquals(1, rig.reg("r0"));
        rig.run(4);
        assertEquals(0x55, rig.reg("r0"));
    }

    @Test
    void wfiSleepsWithinItsStepUntilTheTimer() {
        Program program = Rig.program().poke(SYST_RVR, 999).poke(SYST_CSR, 7);
        int at = program.here();
        Rig rig = Rig.with(program.wfi().nop());
        rig.runTo(at);
        long before = rig.clock.cycles();
        rig.step();
        assertEquals(7, rig.machine.mark());
        assertEquals(Rig.handler(15), rig.pc());
        assertEquals(before - 1 + 1000, rig.clock.cycles(), "the timer started one instruction before");
        assertEquals(1, rig.events(CpuEvent.Sleep.class).size());
        assertEquals(
                rig.clock.cycles() - 7, rig.events(CpuEvent.Wake.class).get(0).cycles());
    }

    @Test
    void wfiWithPrimaskWakesWithoutTheHandler() {
        Program program =
                Rig.program().half(0xB672).poke(SYST_RVR, 99).poke(SYST_CSR, 7).wfi();
        int after = program.here();
        Rig rig = Rig.with(program.nop());
        rig.run(8);
        assertEquals(after, rig.pc());
        assertTrue(rig.cpu.nvicView().exceptions().stream().anyMatch(e -> e.number() == 15 && e.pending()));
    }

    @Test
    void aSleepThatNothingCanEndWaitsForInput() {
        Rig rig = Rig.with(Rig.program().poke(0xE000_E100, 1).wfi().movs(0, 1).forever());
        assertInstanceOf(StopReason.WaitingForInput.class, rig.run(100));
        assertEquals(4, rig.machine.mark());
        String digest = rig.machine.digest();
        assertInstanceOf(StopReason.WaitingForInput.class, rig.run(100));
        assertInstanceOf(StopReason.WaitingForInput.class, rig.step());
        assertEquals(digest, rig.machine.digest());
        rig.cpu.line(0).set(true);
        assertInstanceOf(StopReason.BudgetSpent.class, rig.step());
        assertEquals(16, rig.events(CpuEvent.ExceptionEntry.class).get(0).number());
        rig.cpu.line(0).set(false);
        rig.run(10);
        assertEquals(1, rig.reg("r0"));
    }

    /** A handler of the same priority sleeps: the timer goes on for ever and wakes nobody. */
    @Test
    void aSleepWithUselessAlarmsEndsToo() {
        Rig rig = Rig.with(Rig.program().poke(SYST_RVR, 9).poke(SYST_CSR, 7).half(0xDE00));
        rig.handler(3, Program::wfi);
        assertInstanceOf(StopReason.WaitingForInput.class, rig.run(100));
        String digest = rig.machine.digest();
        assertInstanceOf(StopReason.WaitingForInput.class, rig.run(100));
        assertEquals(digest, rig.machine.digest());
    }

    @Test
    void wfeWaitsForAnEventThatMayHaveHappenedBefore() {
        Program program = Rig.program().half(0xBF40).wfe().wfe(); // sev
        Rig rig = Rig.with(program.nop());
        assertInstanceOf(StopReason.BudgetSpent.class, rig.run(2));
        assertInstanceOf(StopReason.WaitingForInput.class, rig.step());
    }

    @Test
    void sevonpendWakesWfeByADisabledInterrupt() {
        Rig rig = Rig.with(Rig.program().poke(SCR, 0x10).wfe().movs(0, 1));
        assertInstanceOf(StopReason.WaitingForInput.class, rig.run(100));
        rig.cpu.line(3).set(true);
        rig.step();
        assertEquals(1, rig.reg("r0"));
    }

    @Test
    void sleeponexitSleepsAfterTheLastHandler() {
        Program program = Rig.program().poke(SCR, 2).poke(SYST_RVR, 99).poke(SYST_CSR, 7);
        int end = program.here();
        Rig rig = Rig.with(program.forever());
        rig.handler(15, p -> p.adds(4, 1).bx(14));
        rig.runTo(end);
        rig.run(1000);
        assertEquals(
                451, rig.reg("r4"), "the timer starts at 8, ticks at 108; then every tick has its two instructions");
    }

    @Test
    void aSystemResetStartsAgainAndTheClockGoesOn() {
        Rig rig = Rig.with(Rig.program()
                .movs(0, 7)
                .poke(0xE000_E100, -1)
                .poke(0xE000_ED0C, 0x05FA_0004)
                .nop());
        rig.run(7);
        assertEquals(Rig.CODE, rig.pc());
        assertEquals(7, rig.machine.mark());
        assertEquals(0, rig.reg("r0"));
        assertEquals(0, rig.register(0xE000_E100));
    }

    @Test
    void semihostingAnswersOrEnds() {
        Rig rig = Rig.with(
                Rig.program().movs(0, 5).movs(1, 6).bkpt(0xAB).bkpt(0xAB).nop());
        rig.cpu.setSemihosting(new Answers());
        assertInstanceOf(StopReason.BudgetSpent.class, rig.run(3));
        assertEquals(11, rig.reg("r0"));
        assertEquals(new StopReason.Halted(17), rig.run(10));
        assertEquals(4, rig.machine.mark());
        assertEquals(new StopReason.Halted(17), rig.run(10));
    }

    /** Adds its arguments; ends the guest when the first is 11. */
    private static final class Answers implements SemihostingHandler {
        @Override
        public Reply call(int operation, int parameter) {
            return operation == 11 ? new Exit(operation + parameter) : new Value(operation + parameter, true);
        }

        @Override
        public void reset() {}

        @Override
        public void save(ringside.cpu.state.StateWriter out) {}

        @Override
        public void restore(ringside.cpu.state.StateReader in) {}
    }
}
