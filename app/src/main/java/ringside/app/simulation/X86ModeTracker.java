package ringside.app.simulation;

import ringside.cpu.history.EventLog;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.x86.processor.X86Processor;
import ringside.pane.Words;
import ringside.pane.timeline.TimelineView.Subject;

/** The mode of an x86 processor, by the numbers of its events, and the ring. @sdm Vol.3A 2.2 */
final class X86ModeTracker implements ModeTracker {
    private static final int MODE_BEFORE = 0;
    private static final int MODE_AFTER = 1;
    private static final int RING_BEFORE = 2;
    private static final int RING_AFTER = 3;
    private static final int USER = 3;
    private static final int KINDS = CpuEventKind.PROCESSOR_MODE.bit();

    private int mode;
    private int ring;

    private X86ModeTracker(int mode, int ring) {
        this.mode = mode;
        this.ring = ring;
    }

    /** What the last change left, else what the first one found, else what there has always been. */
    static X86ModeTracker before(EventLog log, long index, X86Processor processor) {
        long last = log.previous(index, KINDS);
        if (last >= 0) {
            return new X86ModeTracker((int) log.argument(last, MODE_AFTER), (int) log.argument(last, RING_AFTER));
        }
        long first = log.next(index, KINDS);
        if (first >= 0) {
            return new X86ModeTracker((int) log.argument(first, MODE_BEFORE), (int) log.argument(first, RING_BEFORE));
        }
        return new X86ModeTracker(processor.modeNumber(), processor.cpl());
    }

    @Override
    public int kinds() {
        return KINDS;
    }

    @Override
    public long effect(EventLog log, long index) {
        return log.mark(index) + 1;
    }

    @Override
    public void follow(EventLog log, long index) {
        mode = (int) log.argument(index, MODE_AFTER);
        ring = (int) log.argument(index, RING_AFTER);
    }

    @Override
    public boolean isPrivileged() {
        return ring != USER;
    }

    @Override
    public int mode() {
        return mode;
    }

    @Override
    public String modeName() {
        return Words.of("timeline.mode." + CpuEvent.ProcessorMode.nameOf(mode));
    }

    @Override
    public int privilege() {
        return ring;
    }

    @Override
    public String privilegeName() {
        return Words.of("timeline.ring", ring);
    }

    @Override
    public Subject privilegeSubject() {
        return Subject.RING;
    }
}
