package ringside.cpu.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import ringside.cpu.machine.Processor;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.view.DisassemblyView;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;

/** Stepping over and out, both ways, in the kernel, in its handlers and in its processes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCallStepsTest {
    private static final long SEED = 20261122;
    private static final long LIMIT = 10_000_000;

    private final Session session = Session.open(ImageCatalog.open("mini-tock"));
    private final Timeline timeline = session.timeline();
    private final CallSteps steps = session.calls(StopConditions.NONE, LIMIT, Cancellation.NEVER);
    private final long end = timeline.seek(LIMIT).mark();

    private Processor processor() {
        return timeline.machine().processor();
    }

    private DisassemblyView.Line here() {
        return processor().disassemble(processor().programCounter(), 1).lines().get(0);
    }

    private String place() {
        return "seed " + SEED + ", mark " + timeline.mark() + ": " + here();
    }

    /** Goes to the next instruction with one of these mnemonics, at or after a mark. */
    private void goToNext(long mark, String... mnemonics) {
        timeline.seek(mark);
        while (Arrays.stream(mnemonics).noneMatch(here().mnemonic()::equals)) {
            timeline.step();
        }
    }

    @Test
    void overACallArrivesBehindItAndBackAtIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < 25; i++) {
            goToNext((long) (random.nextDouble() * end * 0.9), "bl", "blx");
            String from = place();
            long call = timeline.mark();
            long behind = processor().programCounter() + here().length();
            long stackPointer = processor().readRegister("sp");
            Arrival over = steps.over();
            if (over.stop() != null && over.stop().isFinal()) {
                continue;
            }
            assertEquals(behind, processor().programCounter(), from);
            assertEquals(stackPointer, processor().readRegister("sp"), from);
            assertEquals(call, steps.overBack().mark(), from);
        }
    }

    @Test
    void overASystemCallArrivesBehindItAndBackAtIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < 12; i++) {
            goToNext((long) (random.nextDouble() * end * 0.5), "svc");
            long call = timeline.mark();
            String from = place();
            long behind = processor().programCounter() + 2;
            Arrival over = steps.over();
            if (over.stop() != null && over.stop().isFinal()) {
                continue;
            }
            assertEquals(behind, processor().programCounter(), from);
            assertTrue(over.mark() > call + 10, from);
            assertEquals(call, steps.overBack().mark(), from);
        }
    }

    @Test
    void outAndBackOutMeetAtTheSameCall() {
        Random random = new Random(SEED);
        int compared = 0;
        for (int i = 0; i < 25; i++) {
            long mark = (long) (random.nextDouble() * end * 0.9);
            timeline.seek(mark);
            boolean inHandler = (processor().readRegister("xpsr") & 0x1FF) != 0;
            String from = place();
            Arrival caller = steps.outBack();
            assertTrue(caller.mark() < mark || caller.cause() == Arrival.Cause.AT_START, from);
            if (inHandler || !here().mnemonic().startsWith("bl")) {
                continue;
            }
            Arrival over = steps.over();
            timeline.seek(mark);
            Arrival out = steps.out();
            if (over.cause() == Arrival.Cause.REACHED && out.cause() == Arrival.Cause.REACHED) {
                assertEquals(over.mark(), out.mark(), from);
                compared++;
            }
        }
        assertTrue(compared > 8, compared + " compared");
    }

    @Test
    void debuggingInformationOnlyMakesItFaster() {
        CallSteps slow = new CallSteps(timeline, StopConditions.NONE, LIMIT, Cancellation.NEVER);
        Random random = new Random(SEED);
        for (int i = 0; i < 5; i++) {
            long mark = random.nextInt(300_000);
            timeline.seek(mark);
            String from = place();
            boolean inProcess = (processor().readRegister("control") & 2) != 0;
            long back = steps.outBack().mark();
            timeline.seek(mark);
            long slowBack = slow.outBack().mark();
            assertTrue(back == slowBack || inProcess && back < slowBack, from + " to " + back + " or " + slowBack);
            timeline.seek(mark);
            long out = steps.out().mark();
            timeline.seek(mark);
            assertEquals(out, slow.out().mark(), from);
        }
    }

    @Test
    void theFirstInstantHasNothingBeforeIt() {
        timeline.seek(0);
        assertEquals(Arrival.Cause.AT_START, steps.overBack().cause());
        assertEquals(Arrival.Cause.AT_START, steps.outBack().cause());
        timeline.seek(3);
        assertEquals(0, steps.outBack().mark());
    }

    @Test
    void outOfAFaultGoesOnAndBackOutIsTheInstructionThatFaulted() {
        timeline.seek(0);
        Arrival fault = timeline.runToEvent(CpuEventKind.FAULT.bit(), EventTest.ANY, LIMIT, Cancellation.NEVER);
        assertEquals("event", fault.stop().label());
        long inHandler = timeline.mark();
        assertTrue((processor().readRegister("xpsr") & 0x1FF) >= 3, place());
        Arrival back = steps.outBack();
        assertEquals(inHandler - 1, back.mark());
        assertTrue(here().mnemonic().startsWith("str"), place());
        timeline.seek(inHandler);
        Arrival out = steps.out();
        assertEquals(Arrival.Cause.REACHED, out.cause());
        assertEquals(0, processor().readRegister("xpsr") & 0x1FF, place());
    }

    @Test
    void aBreakpointInsideACallEndsTheStepOver() {
        goToNext(300_000, "bl", "blx");
        long call = timeline.mark();
        timeline.step();
        timeline.step();
        long inside = processor().programCounter();
        timeline.seek(call);
        CallSteps stopping = session.calls(StopConditions.breakpoints(inside), LIMIT, Cancellation.NEVER);
        Arrival over = stopping.over();
        assertEquals(new StopReason.BreakpointReached(inside), over.stop());
        assertEquals(call + 2, over.mark());
    }
}
