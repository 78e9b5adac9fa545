package ringside.oracle;

import ringside.cpu.armv7m.CortexMConfiguration;
import ringside.cpu.armv7m.CortexMProcessor;
import ringside.cpu.armv7m.decode.ThumbInstructionDecoder;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;

/** Our processor in the two large memories of {@code mps2-an385}, with the same methods as {@link QemuGdb}. */
final class Ours {
    private static final String[] NAMES = {
        "r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12", "sp", "lr", "pc", "xpsr"
    };

    private final Bus bus = new Bus();
    private final CortexMProcessor processor;

    Ours() {
        bus.map(new Ram("ssram1", 0, 4 << 20));
        bus.map(new Ram("ssram23", 0x2000_0000L, 4 << 20));
        CortexMConfiguration configuration = new CortexMConfiguration(32, 8, 8, true, 25, 9_999, false);
        processor =
                new CortexMProcessor(bus, new Clock(), new TraceRing(16), new ThumbInstructionDecoder(), configuration);
        bus.map(processor.privatePeripherals(), 0xE000_0000L, 1 << 20);
        processor.reset();
    }

    int[] run(int[] registers, int steps) {
        for (int i = 0; i < NAMES.length; i++) {
            processor.writeRegister(NAMES[i], registers[i]);
        }
        step(steps);
        return registers();
    }

    void step(int steps) {
        for (int i = 0; i < steps; i++) {
            processor.run(RunBudget.STEP);
        }
    }

    int[] registers() {
        int[] values = new int[NAMES.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) processor.readRegister(NAMES[i]);
        }
        return values;
    }

    byte[] read(int address, int length) {
        byte[] all = new byte[length];
        for (int i = 0; i < length; i += 4) {
            int word = (int) bus.peek(Integer.toUnsignedLong(address + i), Width.WORD);
            for (int b = 0; b < 4; b++) {
                all[i + b] = (byte) (word >>> 8 * b);
            }
        }
        return all;
    }

    void write(int address, byte[] bytes) {
        bus.poke(Integer.toUnsignedLong(address), bytes);
        processor.memoryChanged();
    }

    String disassemble(int address) {
        var line = processor
                .disassemble(Integer.toUnsignedLong(address), 1)
                .lines()
                .get(0);
        return line.mnemonic() + " " + line.operands();
    }
}
