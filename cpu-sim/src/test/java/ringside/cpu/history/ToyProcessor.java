package ringside.cpu.history;

import java.util.List;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.Probes;
import ringside.cpu.machine.Processor;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Alarm;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.view.RegistersView;

/**
 * A processor that makes something of any program word: it computes, writes memory, branches, prints, reads input, sets
 * an alarm and sleeps. It exists to test time travel without a real processor.
 */
final class ToyProcessor implements Processor {
    static final int CODE_WORDS = 512;
    static final int DATA = 0x4000;
    static final long UART = 0x4000_0000L;

    private final int[] r = new int[8];
    private final Bus bus;
    private final Clock clock;
    private final TraceRing trace;
    private final Alarm alarm;
    private int pc;
    private boolean asleep;
    private boolean halted;
    private CpuEventKind seen;

    ToyProcessor(Bus bus, Clock clock, TraceRing trace) {
        this.bus = bus;
        this.clock = clock;
        this.trace = trace;
        alarm = clock.alarm("toy", this::ring);
    }

    private void ring() {
        asleep = false;
        r[7] += (int) clock.cycles();
        note(CpuEventKind.INTERRUPT_PEND, r[7] & 0xF, 0);
    }

    /** Input arrived. */
    void wake() {
        asleep = false;
    }

    private void note(CpuEventKind kind, long a, long b) {
        seen = kind;
        if (trace.wants(kind)) {
            trace.add(clock.instructions(), kind, a, b, 0, 0);
        }
    }

    @Override
    public void reset() {
        pc = 0;
    }

    @Override
    public void setProbes(Probes probes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public StopReason run(RunBudget budget) {
        StopConditions stops = budget.stops();
        long end = clock.instructions() + budget.instructions();
        boolean first = true;
        while (clock.instructions() < end) {
            if (halted) {
                return new StopReason.Halted(r[0] & 0xFF);
            }
            if (!first && stops.breaksAt(pc)) {
                return new StopReason.BreakpointReached(pc);
            }
            first = false;
            seen = null;
            if (asleep && !alarm.isSet()) {
                return new StopReason.WaitingForInput();
            }
            execute((int) bus.load(pc, Width.WORD));
            settle();
            if (seen != null && (stops.eventMask() & seen.bit()) != 0) {
                return new StopReason.EventSeen(seen);
            }
        }
        return new StopReason.BudgetSpent();
    }

    /** Lets due alarms ring, and sleeps: part of the instruction, so that a mark has one state. */
    private void settle() {
        clock.fireDue();
        while (asleep && clock.skipToNextDue()) {
            clock.fireDue();
        }
    }

    private void execute(int word) {
        int a = word >>> 4 & 7;
        int b = word >>> 7 & 7;
        pc = (pc + 4) % (CODE_WORDS * 4);
        clock.retire();
        switch (word & 15) {
            case 0, 1, 2 -> r[a] += r[b] * 31 + word;
            case 3 -> r[a] ^= r[b] >>> 3;
            case 4, 5 -> bus.store(DATA + (r[a] & 0xFFFC), Width.WORD, r[b] + word);
            case 6 -> r[a] += (int) bus.load(DATA + (r[b] & 0xFFFC), Width.WORD);
            case 7, 8 -> {
                if ((r[a] & 1) != 0) {
                    pc = (word >>> 12) % CODE_WORDS * 4;
                }
            }
            case 9 -> note(CpuEventKind.CONSOLE, 0, r[a] & 0xFF);
            case 10 -> alarm.setAfter((word >>> 8 & 0x3FF) + 1);
            case 11 -> asleep = alarm.isSet() || (word & 0x8000) == 0 && (r[a] & 0x3FF) == 0;
            case 12 -> r[a] += (int) bus.load(UART, Width.WORD);
            case 13 -> note(CpuEventKind.FAULT, r[a] & 3, pc);
            default -> r[a]++;
        }
        if (word == 0x7FFF_FFFF) {
            halted = true;
        }
    }

    @Override
    public long programCounter() {
        return pc;
    }

    @Override
    public long physicalAddress(long address) {
        return address;
    }

    @Override
    public void memoryChanged() {}

    @Override
    public RegistersView registers() {
        return new RegistersView("toy", true, List.of());
    }

    @Override
    public DisassemblyView disassemble(long address, int count) {
        return new DisassemblyView(List.of());
    }

    @Override
    public List<String> registerNames() {
        return List.of("pc");
    }

    @Override
    public long readRegister(String name) {
        return pc;
    }

    @Override
    public void writeRegister(String name, long value) {
        pc = (int) value;
    }

    @Override
    public void save(StateWriter out) {
        out.words(r);
        out.word(pc);
        out.flag(asleep);
        out.flag(halted);
    }

    @Override
    public void restore(StateReader in) {
        in.words(r);
        pc = in.word();
        asleep = in.flag();
        halted = in.flag();
    }
}
