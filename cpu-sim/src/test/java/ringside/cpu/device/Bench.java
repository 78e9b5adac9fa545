package ringside.cpu.device;

import ringside.cpu.bus.Device;
import ringside.cpu.bus.InterruptLine;
import ringside.cpu.bus.Width;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/** A work bench for one device: a clock that is moved by hand, wires with a lamp, and the console's text. */
final class Bench {
    final Clock clock = new Clock();
    final TraceRing trace = new TraceRing(1024);

    Bench() {
        trace.record(CpuEventKind.CONSOLE.bit());
    }

    /** A wire that remembers its level, and how often it rose. */
    static final class Lamp implements InterruptLine {
        boolean lit;
        int rises;

        @Override
        public void set(boolean asserted) {
            rises += asserted && !lit ? 1 : 0;
            lit = asserted;
        }
    }

    /** Lets instructions retire one by one, as the step loop does. */
    void run(int cycles) {
        for (int i = 0; i < cycles; i++) {
            clock.retire();
            clock.fireDue();
        }
    }

    ConsoleOutput console() {
        return new ConsoleOutput(trace, clock, 0);
    }

    String printed() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < trace.size(); i++) {
            text.append((char) trace.argument(i, 1));
        }
        return text.toString();
    }

    static int read(Device device, int offset) {
        return device.load(offset, Width.WORD);
    }

    static void write(Device device, int offset, int value) {
        device.store(offset, Width.WORD, value);
    }

    byte[] save(Device... devices) {
        StateWriter out = new StateWriter();
        clock.save(out);
        for (Device device : devices) {
            device.save(out);
        }
        return out.toByteArray();
    }

    void restore(byte[] saved, Device... devices) {
        StateReader in = new StateReader(saved);
        clock.restore(in);
        for (Device device : devices) {
            device.restore(in);
        }
    }
}
