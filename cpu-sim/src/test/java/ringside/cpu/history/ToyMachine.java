package ringside.cpu.history;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.Machine;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;

/** A machine with a {@link ToyProcessor}, RAM and a serial port, whose program is random words of a seed. */
public final class ToyMachine {
    private ToyMachine() {}

    /** A machine whose program is made of the seed. */
    public static Machine random(long seed) {
        Random random = new Random(seed);
        ByteBuffer program = ByteBuffer.allocate(ToyProcessor.CODE_WORDS * 4).order(ByteOrder.LITTLE_ENDIAN);
        while (program.hasRemaining()) {
            program.putInt(random.nextInt());
        }
        return with(program.array());
    }

    static Machine with(byte[] program) {
        Bus bus = new Bus();
        bus.map(new Ram("ram", 0, 0x2_0000));
        Serial serial = new Serial();
        bus.map(serial, ToyProcessor.UART, 0x1000);
        bus.poke(0, program);
        Clock clock = new Clock();
        TraceRing trace = new TraceRing(16);
        ToyProcessor processor = new ToyProcessor(bus, clock, trace);
        return new Machine(
                "toy", "toy-board", processor, bus, clock, trace, List.of("serial"), Map.of("serial", bytes -> {
                    for (byte b : bytes) {
                        serial.received.add(b & 0xFF);
                    }
                    processor.wake();
                }));
    }

    private static final class Serial implements Device {
        private final ArrayDeque<Integer> received = new ArrayDeque<>();

        @Override
        public String name() {
            return "serial";
        }

        @Override
        public int load(int offset, Width width) {
            return received.isEmpty() ? 0 : received.poll();
        }

        @Override
        public int peek(int offset, Width width) {
            return received.isEmpty() ? 0 : received.peek();
        }

        @Override
        public void store(int offset, Width width, int value) {}

        @Override
        public void reset() {
            received.clear();
        }

        @Override
        public void save(StateWriter out) {
            out.word(received.size());
            received.forEach(out::word);
        }

        @Override
        public void restore(StateReader in) {
            received.clear();
            for (int n = in.word(); n > 0; n--) {
                received.add(in.word());
            }
        }
    }
}
