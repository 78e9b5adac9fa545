package ringside.cpu.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

class EventLogTest {
    private static final CpuEventKind[] KINDS = CpuEventKind.values();

    private static void fill(EventLog log, List<CpuEvent> expected, int count, Random random) {
        TraceRing ring = new TraceRing(1);
        ring.record(-1);
        long mark = expected.isEmpty() ? 0 : expected.get(expected.size() - 1).mark();
        for (int i = 0; i < count; i++) {
            mark += random.nextInt(3) == 0 ? random.nextInt(100_000) : 0;
            CpuEventKind kind = KINDS[random.nextInt(KINDS.length)];
            long a = kind == CpuEventKind.CONSOLE ? 0 : random.nextLong();
            ring.clear();
            ring.add(
                    mark,
                    kind,
                    a,
                    random.nextInt(),
                    random.nextInt(2),
                    -1L >>> random.nextInt(64),
                    random.nextLong(),
                    0);
            expected.add(CpuEvent.read(ring, 0));
            log.append(ring, 0);
        }
    }

    @Test
    void whatIsPackedIsReadBackUnchanged() {
        long seed = 99;
        Random random = new Random(seed);
        EventLog log = new EventLog(1, 1L << 30, 0);
        List<CpuEvent> expected = new ArrayList<>();
        fill(log, expected, 5_000, random);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), log.event(i), "seed " + seed + ", event " + i);
        }
        for (int round = 0; round < 20; round++) {
            int size = random.nextInt(expected.size());
            log.truncate(size);
            expected.subList(size, expected.size()).clear();
            fill(log, expected, random.nextInt(3_000), random);
            assertEquals(expected.size(), log.size());
            for (int i = 0; i < 50 && !expected.isEmpty(); i++) {
                int index = random.nextInt(expected.size());
                assertEquals(expected.get(index), log.event(index), "seed " + seed + ", round " + round);
            }
        }
    }

    @Test
    void nextPreviousAndMarksAgreeWithASimpleList() {
        Random random = new Random(7);
        EventLog log = new EventLog(1, 1L << 30, 0);
        List<CpuEvent> expected = new ArrayList<>();
        fill(log, expected, 4_000, random);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(expected.size());
            int mask = KINDS[random.nextInt(KINDS.length)].bit();
            int next = from;
            while (next < expected.size() && (expected.get(next).cpuKind().bit() & mask) == 0) {
                next++;
            }
            assertEquals(next == expected.size() ? -1 : next, log.next(from, mask));
            int previous = from - 1;
            while (previous >= 0 && (expected.get(previous).cpuKind().bit() & mask) == 0) {
                previous--;
            }
            assertEquals(previous, log.previous(from, mask));
            long mark = expected.get(from).mark();
            long at = log.indexAtMark(mark);
            assertEquals(mark, log.mark(at));
            assertTrue(at == 0 || log.mark(at - 1) < mark);
        }
    }

    @Test
    void typicalEventsTakeAFifthOfTheirLongs() {
        EventLog log = new EventLog(1, 1L << 30, 0);
        TraceRing ring = new TraceRing(1);
        ring.record(-1);
        for (int i = 0; i < 10_240; i++) {
            ring.clear();
            ring.add(i * 300L, CpuEventKind.EXCEPTION_ENTRY, 11, 0x1234, 0x2000_1000L, 1);
            log.append(ring, 0);
        }
        assertTrue(log.packedBytes() < 10_240 * 64 / 4, log.packedBytes() + " bytes");
    }
}
