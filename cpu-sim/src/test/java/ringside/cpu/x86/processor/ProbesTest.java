package ringside.cpu.x86.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.cpu.machine.ProbeReader;
import ringside.cpu.machine.Probes;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/** Static probes: when they are reached, by which address, in which ring. */
class ProbesTest {
    /** mov ecx, 1000; l: adc rax, rcx; nop; loop l. */
    private static final String LOOP = "b9e8030000 4811c8 90 e2fa";

    private static final long NOP = TestPc.CODE_64 + 8;
    /** The same memory as at 0, seen through the upper half. */
    private static final long UPPER = 0xFFFF_FFFF_8000_0000L;

    private final TestPc pc = TestPc.long64(LOOP);

    @BeforeEach
    void mapTheUpperHalf() {
        pc.putLong(TestPc.ROOT + 511 * 8, TestPc.ROOT + 0x1003);
        pc.putLong(TestPc.ROOT + 0x1000 + 510 * 8, TestPc.ROOT + 0x2003);
        pc.cpu.trace().record(CpuEventKind.PROBE.bit());
    }

    private void watch(long address) {
        ProbeReader reader = arguments -> {
            arguments[0] = pc.cpu.readRegister("rcx");
            arguments[5] = pc.cpu.readRegister("rip");
        };
        pc.cpu.setProbes(new Probes(new long[] {0x123, address}, new ProbeReader[] {arguments -> {}, reader}));
    }

    private List<CpuEvent> events() {
        TraceRing trace = pc.cpu.trace();
        List<CpuEvent> events = new ArrayList<>();
        for (int i = 0; i < trace.size(); i++) {
            events.add(CpuEvent.read(trace, i));
        }
        trace.clear();
        return events;
    }

    @Test
    void aProbeIsReachedBeforeItsInstructionEachTime() {
        watch(NOP);
        pc.run(1 + 3 * 3);
        assertEquals(
                List.of(
                        new CpuEvent.Probe(2, 1, 1000, 0, 0, 0, 0, NOP),
                        new CpuEvent.Probe(5, 1, 999, 0, 0, 0, 0, NOP),
                        new CpuEvent.Probe(8, 1, 998, 0, 0, 0, 0, NOP)),
                events());
    }

    @Test
    void codeThatWasDecodedBeforeIsProbedToo() {
        pc.run(4);
        watch(NOP);
        pc.run(3);
        assertEquals(1, events().size());
        pc.cpu.setProbes(Probes.NONE);
        pc.run(3);
        assertEquals(List.of(), events());
    }

    @Test
    void aRunStopsBehindAProbeIfItIsToStopAtProbes() {
        watch(NOP);
        StopConditions stops = StopConditions.events(CpuEventKind.PROBE.bit());
        for (int i = 0; i < 3; i++) {
            assertEquals(new StopReason.EventSeen(CpuEventKind.PROBE), pc.cpu.run(new RunBudget(100, stops)));
            assertEquals(3 + 3 * i, pc.clock.instructions());
        }
    }

    @Test
    void aBreakpointAtAProbeStopsBeforeTheProbeIsReached() {
        watch(NOP);
        pc.run(4);
        assertEquals(1, events().size());
        RunBudget budget = new RunBudget(100, StopConditions.breakpoints(NOP));
        assertEquals(new StopReason.BreakpointReached(NOP), pc.cpu.run(budget));
        assertEquals(List.of(), events());
        assertEquals(new StopReason.BreakpointReached(NOP), pc.cpu.run(budget));
        assertEquals(1, events().size());
    }

    @Test
    void onlyTheProbesOwnAddressReachesIt() {
        watch(UPPER + NOP);
        pc.run(1 + 3 * 2);
        assertEquals(List.of(), events(), "the same memory by another address");
        pc.cpu.setRip(UPPER + TestPc.CODE_64 + 5);
        pc.run(3);
        assertEquals(1, events().size(), "although it was decoded through the other address");
    }

    @Test
    void ring3ReachesNoProbe() {
        watch(NOP);
        pc.putLong(TestPc.ROOT, TestPc.ROOT + 0x1007);
        pc.putLong(TestPc.ROOT + 0x1000, TestPc.ROOT + 0x2007);
        pc.putLong(TestPc.ROOT + 0x2000, 0x87);
        pc.cpu.setCpl(3);
        pc.run(1 + 3 * 2);
        assertEquals(List.of(), events());
        pc.cpu.setCpl(0);
        pc.run(3);
        assertEquals(1, events().size());
    }

    @Test
    void addressesAbove4GiBLeadNowhereBeforeLongMode() {
        assertEquals(TestPc.CODE_64, pc.cpu.physicalAddress(UPPER + TestPc.CODE_64));
        assertEquals(-1, pc.cpu.physicalAddress(0x8000_0000_0000_0000L));
        TestPc early = TestPc.real("f4");
        assertEquals(0x7C00, early.cpu.physicalAddress(0x7C00));
        assertEquals(-1, early.cpu.physicalAddress(UPPER + 0x7C00));
    }
}
