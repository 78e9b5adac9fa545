package ringside.cpu.pc;

import java.util.Arrays;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.InterruptLine;
import ringside.cpu.device.ConsoleOutput;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/** A work bench for devices of a PC: a clock that is moved by hand, a wire with a lamp, and the console's text. */
final class PcBench {
    /** One cycle is one tick of the 8254, so that its tests can count them. */
    static final long PIT_HERTZ = 1_193_182;

    final Clock clock = new Clock();
    final TraceRing trace = new TraceRing(1024);
    final Lamp lamp = new Lamp();
    final Lamp nonMaskablePin = new Lamp();
    final NonMaskableLine nonMaskable = new NonMaskableLine(nonMaskablePin);

    PcBench() {
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

    void run(long cycles) {
        for (long i = 0; i < cycles; i++) {
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
        Arrays.stream(devices).forEach(device -> device.restore(in));
    }
}
