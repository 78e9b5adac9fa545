package ringside.cpu.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.cpu.BadInputException;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.DeviceSpace;
import ringside.cpu.bus.Ram;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.view.MemoryView;

/**
 * An emulated computer: processor, bus, clock, devices, and the ports by which input enters.
 *
 * <p>Mutable, and owned by one thread. {@link #save} and {@link #restore} move it through time; {@link #digest}
 * identifies a state.
 */
public final class Machine {
    private final String kind;
    private final String board;
    private final Processor processor;
    private final Bus bus;
    private final Clock clock;
    private final TraceRing trace;
    private final Map<String, InputPort> ports = new LinkedHashMap<>();
    private final List<String> consoles;
    private final List<DeviceSpace> spaces = new ArrayList<>();
    private List<LoadedPart> loaded = List.of();

    /**
     * Puts the parts together. All devices are on the bus.
     *
     * @param kind {@code cortex-m3}, {@code cortex-m4} or {@code x86-64}
     * @param board the name of the board
     * @param consoles the names of the ports that send console events; an event's port is an index into this list
     * @param ports the ports for input, by name
     */
    public Machine(
            String kind,
            String board,
            Processor processor,
            Bus bus,
            Clock clock,
            TraceRing trace,
            List<String> consoles,
            Map<String, InputPort> ports) {
        this.kind = kind;
        this.board = board;
        this.processor = processor;
        this.bus = bus;
        this.clock = clock;
        this.trace = trace;
        this.consoles = List.copyOf(consoles);
        this.ports.putAll(ports);
        spaces.add(bus);
    }

    /** The same machine with devices in one more address space. Called before it runs. */
    public Machine with(DeviceSpace space) {
        spaces.add(space);
        return this;
    }

    /** The same machine, with what a boot loader has put into its memory. Called before it runs. */
    public Machine with(List<LoadedPart> parts) {
        loaded = List.copyOf(parts);
        return this;
    }

    /** What a boot loader has put into memory before the first instruction. */
    public List<LoadedPart> loaded() {
        return loaded;
    }

    /** {@code cortex-m3}, {@code cortex-m4} or {@code x86-64}. */
    public String kind() {
        return kind;
    }

    /** The name of the board. */
    public String board() {
        return board;
    }

    /** The processor. */
    public Processor processor() {
        return processor;
    }

    /** The bus. Use {@link Bus#peek} to look at memory. */
    public Bus bus() {
        return bus;
    }

    /** The address spaces that have devices in them, that of memory first. */
    public List<DeviceSpace> spaces() {
        return Collections.unmodifiableList(spaces);
    }

    /** The clock. */
    public Clock clock() {
        return clock;
    }

    /** Where events are left. */
    public TraceRing trace() {
        return trace;
    }

    /** The names of the ports that send console events, in the order of their indices. */
    public List<String> consoles() {
        return consoles;
    }

    /** The names of the ports that take input. */
    public List<String> ports() {
        return Collections.unmodifiableList(new ArrayList<>(ports.keySet()));
    }

    /** Instructions retired since reset. */
    public long mark() {
        return clock.instructions();
    }

    /** Runs. See {@link Processor#run}. */
    public StopReason run(RunBudget budget) {
        return processor.run(budget);
    }

    /** Runs one instruction. */
    public StopReason step() {
        return processor.run(RunBudget.STEP);
    }

    /**
     * Lets input arrive now.
     *
     * @throws BadInputException if the machine has no such port
     */
    public void apply(Input input) {
        InputPort port = ports.get(input.port());
        if (port == null) {
            throw new BadInputException("the board " + board + " has no input port \"" + input.port() + "\"; it has "
                    + String.join(", ", ports.keySet()));
        }
        port.receive(input.bytes().clone());
        if (trace.wants(CpuEventKind.INPUT)) {
            int index = ports().indexOf(input.port());
            trace.add(mark(), CpuEventKind.INPUT, index, input.bytes().length, 0, 0);
        }
    }

    /** Bytes of memory as code sees it now, by the addresses that it uses, read without effects. */
    public MemoryView memory(long address, int length) {
        return MemoryView.read(bus, processor::physicalAddress, address, length);
    }

    /** The whole state. Costs one copy of an array of page references for each RAM. */
    public MachineState save() {
        List<Ram> rams = bus.rams();
        byte[][][] pages = new byte[rams.size()][][];
        for (int i = 0; i < pages.length; i++) {
            pages[i] = rams.get(i).snapshot();
        }
        processor.memoryChanged();
        return new MachineState(mark(), encodeParts(), pages);
    }

    /** Returns to a state of this machine, or of one built from the same board. */
    public void restore(MachineState state) {
        List<Ram> rams = bus.rams();
        for (int i = 0; i < rams.size(); i++) {
            rams.get(i).restore(state.pages()[i]);
        }
        StateReader in = new StateReader(state.parts());
        clock.restore(in);
        processor.restore(in);
        for (DeviceSpace space : spaces) {
            for (Device device : space.devices()) {
                device.restore(in);
            }
        }
        processor.memoryChanged();
    }

    /** Identifies the state: see {@link StateDigest}. */
    public String digest() {
        return StateDigest.of(this);
    }

    byte[] encodeParts() {
        StateWriter out = new StateWriter();
        clock.save(out);
        processor.save(out);
        for (DeviceSpace space : spaces) {
            for (Device device : space.devices()) {
                device.save(out);
            }
        }
        return out.toByteArray();
    }
}
