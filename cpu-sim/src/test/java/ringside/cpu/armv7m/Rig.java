package ringside.cpu.armv7m;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringside.cpu.armv7m.decode.ThumbInstructionDecoder;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/** A machine for tests: code at 0, RAM at 0x2000_0000, handlers that can be told from each other by their address. */
final class Rig {
    static final int CODE = 0x100;
    static final int HANDLERS = 0x8000;
    static final int RAM = 0x2000_0000;
    static final int STACK = 0x2000_8000;

    final Bus bus = new Bus();
    final Clock clock = new Clock();
    final TraceRing trace = new TraceRing(4096);
    final Ram flash = new Ram("flash", 0, 0x1_0000);
    final Ram ram = new Ram("ram", RAM, 0x1_0000);
    final CortexMProcessor cpu;
    final Machine machine;

    Rig() {
        this(CortexMConfiguration.AN385);
    }

    Rig(CortexMConfiguration configuration) {
        bus.map(flash);
        bus.map(ram);
        cpu = new CortexMProcessor(bus, clock, trace, new ThumbInstructionDecoder(), configuration);
        machine = new Machine("cortex-m3", "rig", cpu, bus, clock, trace, List.of(), Map.of());
        word(0, STACK);
        word(4, CODE | 1);
        for (int number = 2; number < 48; number++) {
            word(4 * number, handler(number) | 1);
            poke(handler(number), new Program(handler(number)).bx(14).toBytes());
        }
        int every = 0;
        for (CpuEventKind kind : CpuEventKind.values()) {
            every |= kind.bit();
        }
        trace.record(every);
    }

    /** Where the handler of an exception lies; by default it is BX LR. */
    static int handler(int number) {
        return HANDLERS + 0x100 * number;
    }

    /** A rig with a program at {@link #CODE}, after reset. */
    static Rig with(Program program) {
        Rig rig = new Rig();
        rig.poke(CODE, program.toBytes());
        rig.cpu.reset();
        return rig;
    }

    static Program program() {
        return new Program(CODE);
    }

    /** Replaces a handler. */
    Rig handler(int number, java.util.function.Consumer<Program> body) {
        Program program = new Program(handler(number));
        body.accept(program);
        poke(handler(number), program.toBytes());
        cpu.memoryChanged();
        return this;
    }

    void poke(int address, byte[] bytes) {
        bus.poke(address & 0xFFFF_FFFFL, bytes);
    }

    void word(int address, int value) {
        poke(address, new byte[] {(byte) value, (byte) (value >>> 8), (byte) (value >>> 16), (byte) (value >>> 24)});
    }

    int word(int address) {
        return (int) bus.peek(address & 0xFFFF_FFFFL, Width.WORD);
    }

    /** A word of the private peripherals, without effects. */
    int register(int address) {
        return cpu.privatePeripherals().peek(address - 0xE000_0000, Width.WORD);
    }

    StopReason run(long instructions) {
        return machine.run(RunBudget.of(instructions));
    }

    StopReason step() {
        return machine.step();
    }

    /** Steps until the next instruction is at an address; fails after a thousand steps. */
    Rig runTo(int address) {
        for (int i = 0; i < 1000; i++) {
            if (pc() == address) {
                return this;
            }
            step();
        }
        throw new AssertionError(
                "never came to 0x" + Integer.toHexString(address) + ", but to 0x" + Integer.toHexString(pc()));
    }

    int pc() {
        return (int) cpu.programCounter();
    }

    int reg(String name) {
        return (int) cpu.readRegister(name);
    }

    /** All events so far of a type. */
    <E extends CpuEvent> List<E> events(Class<E> type) {
        List<E> found = new ArrayList<>();
        for (int i = 0; i < trace.size(); i++) {
            CpuEvent event = CpuEvent.read(trace, i);
            if (type.isInstance(event)) {
                found.add(type.cast(event));
            }
        }
        return found;
    }
}
