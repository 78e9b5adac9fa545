package ringside.cpu.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.cpu.BadInputException;
import ringside.cpu.armv7m.CortexMConfiguration;
import ringside.cpu.armv7m.CortexMProcessor;
import ringside.cpu.armv7m.decode.ThumbInstructionDecoder;
import ringside.cpu.board.BoardDescription.Memory;
import ringside.cpu.board.BoardDescription.Place;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.InterruptLine;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;
import ringside.cpu.device.CmsdkGpio;
import ringside.cpu.device.CmsdkUart;
import ringside.cpu.device.ConsoleOutput;
import ringside.cpu.device.FpgaIo;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfSegment;
import ringside.cpu.machine.InputPort;
import ringside.cpu.machine.Machine;
import ringside.cpu.semihosting.Semihosting;
import ringside.cpu.semihosting.SemihostingSetup;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;

/**
 * Builds a Cortex-M machine.
 *
 * <p>The consoles are the serial ports in the order of the board, then {@code semihosting}. The input ports are the
 * same, then {@code buttons} and the general-purpose pins.
 */
final class CortexMBuilder {
    private static final int TRACE_RECORDS = 1 << 14;
    private static final long PRIVATE_PERIPHERALS = 0xE000_0000L;
    private static final long PRIVATE_SIZE = 1 << 20;
    private static final String SEMIHOSTING = "semihosting";
    private static final String BUTTONS = "buttons";

    private final BoardDescription board;
    private final BoardDescription.CortexM core;
    private final Elf image;
    private final MachineOptions options;
    private final Bus bus = new Bus();
    private final Clock clock = new Clock();
    private final TraceRing trace = new TraceRing(TRACE_RECORDS);
    private final List<Device> devices = new ArrayList<>();
    private final Map<String, InputPort> ports = new LinkedHashMap<>();
    private final List<String> consoles = new ArrayList<>();
    private Semihosting semihosting;
    private CortexMProcessor processor;

    /** Prepares to build. */
    CortexMBuilder(BoardDescription board, Elf image, MachineOptions options) {
        this.board = board;
        core = board.cortexM().orElseThrow();
        this.image = image;
        this.options = options;
    }

    /**
     * Builds the machine. Called once.
     *
     * @throws BadInputException if the image does not fit the board, or the board does not have what the options ask for
     */
    Machine build() {
        requireOptions();
        mapMemory();
        new FlashLoader(board, bus, image).load();
        for (Place place : board.devices()) {
            if (place.type().equals("cmsdk-uart")) {
                consoles.add(place.name());
            }
        }
        consoles.add(SEMIHOSTING);
        semihosting =
                new Semihosting(semihostingSetup(), bus, clock, console(consoles.size() - 1), this::finishSending);
        processor = new CortexMProcessor(bus, clock, trace, new ThumbInstructionDecoder(), configuration());
        processor.setSemihosting(semihosting);
        processor.whenLockedUp(this::finishSending);
        makeDevices();
        ports.put(SEMIHOSTING, semihosting);
        addOtherPorts();
        bus.map(processor.privatePeripherals(), PRIVATE_PERIPHERALS, PRIVATE_SIZE);
        processor.reset();
        return new Machine(board.processor(), board.name(), processor, bus, clock, trace, consoles, ports);
    }

    private long hertz() {
        return options.clockHertz() != 0 ? options.clockHertz() : board.clockHertz();
    }

    private void requireOptions() {
        if (!options.modules().isEmpty()) {
            throw new BadInputException(
                    "--module is for x86-64 machines; the board " + board.name() + " has a " + board.processor());
        }
        Memory largest = largestMemory();
        if (options.memoryBytes() != 0 && options.memoryBytes() != largest.size()) {
            throw new BadInputException("the board " + board.name() + " has " + (largest.size() >>> 10)
                    + " KiB of main memory, soldered on; leave out --memory");
        }
    }

    private Memory largestMemory() {
        Memory largest = board.memory().get(0);
        for (Memory memory : board.memory()) {
            largest = memory.size() > largest.size() ? memory : largest;
        }
        return largest;
    }

    private void mapMemory() {
        for (Memory memory : board.memory()) {
            Ram ram = new Ram(memory.name(), memory.base(), memory.size());
            bus.map(ram);
            for (long alias : memory.aliases()) {
                bus.mapAlias(ram, alias, true);
            }
        }
    }

    private CortexMConfiguration configuration() {
        return new CortexMConfiguration(
                core.interrupts(),
                core.priorityBits(),
                core.mpuRegions(),
                core.bitBand(),
                core.sysTickDivider(),
                core.sysTickCalibration(),
                false);
    }

    private void makeDevices() {
        CortexMDevices factory = new CortexMDevices(clock, hertz(), this::line, this::console, processor::reset);
        for (Place place : board.devices()) {
            Device device = factory.make(place, consoles.indexOf(place.name()));
            bus.map(device, place.base(), place.size());
            devices.add(device);
            if (device instanceof CmsdkUart uart) {
                ports.put(place.name(), uart);
            }
        }
    }

    private void addOtherPorts() {
        for (Device device : devices) {
            if (device instanceof FpgaIo buttons) {
                ports.put(BUTTONS, buttons);
            } else if (device instanceof CmsdkGpio pins) {
                ports.put(pins.name(), pins);
            }
        }
    }

    private InterruptLine line(int number) {
        return number == Place.NMI ? processor.nonMaskableLine() : processor.line(number);
    }

    private ConsoleOutput console(int index) {
        return new ConsoleOutput(trace, clock, index);
    }

    private void finishSending() {
        for (Device device : devices) {
            if (device instanceof CmsdkUart uart) {
                uart.finishSending();
            }
        }
    }

    /** The heap is what the image leaves free in the memory that its first stack pointer points into. */
    private SemihostingSetup semihostingSetup() {
        long stackPointer = bus.peek(0, Width.WORD);
        Ram ram = memoryBelow(stackPointer);
        long end = ram == null ? 0 : ram.base() + ram.size();
        long base = ram == null ? 0 : ram.base();
        for (ElfSegment segment : image.loadSegments()) {
            long segmentEnd = segment.virtualAddress() + segment.memorySize();
            if (segment.virtualAddress() < end && segmentEnd > base) {
                base = (segmentEnd + 7) & -8;
            }
        }
        String commandLine = options.append().isEmpty() ? image.fileName() : image.fileName() + " " + options.append();
        return new SemihostingSetup(hertz(), commandLine, options.files(), base, end);
    }

    private Ram memoryBelow(long stackPointer) {
        for (Ram ram : bus.rams()) {
            if (stackPointer > ram.base() && stackPointer <= ram.base() + ram.size()) {
                return ram;
            }
        }
        return null;
    }
}
