package ringside.cpu.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.cpu.board.BoardDescription.Memory;
import ringside.cpu.board.BoardDescription.Place;
import ringside.cpu.board.BoardDescription.PortRange;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.Ram;
import ringside.cpu.device.ConsoleOutput;
import ringside.cpu.image.GuestImage;
import ringside.cpu.machine.InputPort;
import ringside.cpu.machine.LoadedPart;
import ringside.cpu.machine.Machine;
import ringside.cpu.pc.AddressLine20;
import ringside.cpu.pc.ApicConnections;
import ringside.cpu.pc.InterruptControllers;
import ringside.cpu.pc.InterruptWiring;
import ringside.cpu.pc.IoApic;
import ringside.cpu.pc.KeyboardController;
import ringside.cpu.pc.LocalApic;
import ringside.cpu.pc.NonMaskableLine;
import ringside.cpu.pc.PortBus;
import ringside.cpu.pc.SerialPort;
import ringside.cpu.pc.boot.AcpiTables;
import ringside.cpu.pc.boot.DirectBoot;
import ringside.cpu.pc.boot.FirmwareItems;
import ringside.cpu.pc.boot.MemoryMap;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.x86.decode.X86Decoder;
import ringside.cpu.x86.decode.X86Disassembler;
import ringside.cpu.x86.processor.X86Processor;

/**
 * Builds a PC.
 *
 * <p>An ELF file, or a flat file with a multiboot header, is a kernel that is loaded directly; any other flat file is a
 * ROM that ends at 4 GiB. The consoles are the serial ports, then {@code debug}. The input ports are the serial ports,
 * then {@code keyboard} (text) and {@code scancodes} (bytes of the keyboard), and {@code nmi} (a button).
 */
final class PcBuilder {
    private static final int TRACE_RECORDS = 1 << 14;
    private static final long LEAST_MEMORY = 1 << 20;
    private static final long MOST_MEMORY = 1 << 30;
    private static final long LOW_END = 1 << 20;
    private static final long LARGEST_ROM = 16 << 20;
    private static final long SHADOW = 128 << 10;
    private static final int PAGE = Ram.PAGE_SIZE;
    private static final String MAIN = "main";
    private static final String VIDEO = "video";
    private static final String FIRMWARE = "firmware";

    private final BoardDescription board;
    private final GuestImage image;
    private final MachineOptions options;
    private final Optional<DirectBoot> kernel;
    private final Bus bus = new Bus();
    private final PortBus portBus = new PortBus();
    private final Clock clock = new Clock();
    private final TraceRing trace = new TraceRing(TRACE_RECORDS);
    private final Map<String, InputPort> inputs = new LinkedHashMap<>();
    private final List<String> consoles = new ArrayList<>();
    private final List<Ram> writable = new ArrayList<>();
    private final X86Processor processor;
    private Ram video;

    PcBuilder(BoardDescription board, GuestImage image, MachineOptions options) {
        this.board = board;
        this.image = image;
        this.options = options;
        boolean isKernel = image.elf().isPresent() || DirectBoot.isKernel(image);
        kernel = isKernel ? Optional.of(new DirectBoot(image, options.append(), options.modules())) : Optional.empty();
        X86Decoder decoder = new X86Decoder();
        processor = new X86Processor(bus, clock, trace, decoder, new X86Disassembler(decoder));
    }

    /**
     * Builds the machine. Called once.
     *
     * @throws BadInputException if the image does not fit the board, or the board does not have what the options ask for
     */
    Machine build() {
        requireOptions();
        mapMemory();
        if (kernel.isEmpty()) {
            mapRom();
        }
        makeDevices();
        processor.connectSystemReset(this::systemReset);
        processor.reset();
        List<LoadedPart> loaded = startKernel();
        Machine machine = new Machine(board.processor(), board.name(), processor, bus, clock, trace, consoles, inputs);
        return machine.with(portBus).with(loaded);
    }

    // ---- options ----

    private long hertz() {
        return options.clockHertz() != 0 ? options.clockHertz() : board.clockHertz();
    }

    private long memoryBytes() {
        return options.memoryBytes() != 0
                ? options.memoryBytes()
                : LOW_END + memory(MAIN).size();
    }

    private Memory memory(String name) {
        return board.memory().stream()
                .filter(memory -> memory.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new BadInputException("the board " + board.name() + " needs a memory named \"" + name + "\""));
    }

    private void requireOptions() {
        long bytes = memoryBytes();
        if (bytes < LEAST_MEMORY || bytes > MOST_MEMORY || bytes % PAGE != 0) {
            throw new BadInputException("the board " + board.name()
                    + " takes memory from 1M to 1G, in steps of 4K; not " + bytes + " bytes");
        }
        if (options.files().isAvailable()) {
            throw new BadInputException(
                    "--host-folder is for semihosting, which the board " + board.name() + " does not have");
        }
    }

    // ---- memory ----

    private void mapMemory() {
        for (Memory memory : board.memory()) {
            boolean main = memory.name().equals(MAIN);
            long size = main ? memoryBytes() - LOW_END : memory.size();
            boolean firmware = memory.name().equals(FIRMWARE);
            if (size > 0 && (!firmware || kernel.isPresent())) {
                map(new Ram(memory.name(), memory.base(), size), firmware);
            }
        }
        if (video == null) {
            throw new BadInputException("the board " + board.name() + " needs a memory named \"" + VIDEO + "\"");
        }
    }

    private void map(Ram ram, boolean readOnly) {
        if (readOnly) {
            bus.mapReadOnly(ram);
        } else {
            bus.map(ram);
        }
        writable.add(ram);
        video = ram.name().equals(VIDEO) ? ram : video;
    }

    /** The ROM ends at 4 GiB; its end is there once more below 1 MiB, where real mode can reach it. */
    private void mapRom() {
        byte[] content = image.content();
        if (content.length == 0 || content.length % PAGE != 0 || content.length > LARGEST_ROM) {
            throw new BadInputException(
                    image.fileName() + " is neither an ELF file nor a ROM image: a ROM is a multiple"
                            + " of 4 KiB, at most 16 MiB; this file has " + content.length + " bytes");
        }
        mapRom("rom", (1L << 32) - content.length, content);
        int shadow = (int) Math.min(content.length, SHADOW);
        mapRom(FIRMWARE, LOW_END - shadow, Arrays.copyOfRange(content, content.length - shadow, content.length));
    }

    private void mapRom(String name, long base, byte[] content) {
        Ram rom = new Ram(name, base, content.length);
        bus.mapReadOnly(rom);
        bus.poke(base, content);
    }

    // ---- devices ----

    private Place place(String type) {
        return board.devices().stream()
                .filter(place -> place.type().equals(type))
                .findFirst()
                .orElseThrow(
                        () -> new BadInputException("the board " + board.name() + " needs a device of type " + type));
    }

    private void makeDevices() {
        for (Place place : board.devices()) {
            if (place.type().equals(PcDevices.SERIAL_PORT)) {
                consoles.add(place.name());
            }
        }
        consoles.add(place(PcDevices.DEBUG_PORTS).name());
        Map<String, Device> controllers = new LinkedHashMap<>();
        InterruptWiring wiring = wireInterrupts(controllers);
        LocalApic apic = (LocalApic) controllers.get(PcDevices.LOCAL_APIC);
        NonMaskableLine nonMaskable = new NonMaskableLine(asserted -> apic.setPin(1, asserted));
        PcDevices factory = new PcDevices(
                clock,
                hertz(),
                memoryBytes(),
                video,
                firmwareItems(),
                wiring::line,
                name -> new ConsoleOutput(trace, clock, consoles.indexOf(name)),
                processor::finish,
                processor::reset,
                new AddressLine20(
                        place(PcDevices.LINE_20).name(), processor::reset, processor.paging()::setAddressLine20),
                nonMaskable);
        for (Place place : board.devices()) {
            Device device = controllers.get(place.type());
            connect(place, device != null ? device : factory.make(place));
        }
        inputs.put("nmi", nonMaskable);
    }

    private InterruptWiring wireInterrupts(Map<String, Device> made) {
        LocalApic[] apic = new LocalApic[1];
        InterruptControllers pair = new InterruptControllers(
                place(PcDevices.INTERRUPT_CONTROLLERS).name(), asserted -> apic[0].setPin(0, asserted));
        IoApic ioApic = new IoApic(place(PcDevices.IO_APIC).name(), message -> apic[0].receive(message));
        apic[0] = new LocalApic(place(PcDevices.LOCAL_APIC).name(), clock, connections(pair, ioApic));
        processor.connect(portBus, apic[0]);
        made.put(PcDevices.INTERRUPT_CONTROLLERS, pair);
        made.put(PcDevices.IO_APIC, ioApic);
        made.put(PcDevices.LOCAL_APIC, apic[0]);
        return new InterruptWiring(pair, ioApic);
    }

    private ApicConnections connections(InterruptControllers pair, IoApic ioApic) {
        return new ApicConnections() {
            @Override
            public int acknowledgeControllers() {
                return pair.acknowledge();
            }

            @Override
            public void endOfInterrupt(int vector) {
                ioApic.end(vector);
            }

            @Override
            public void attention() {
                processor.requestAttention();
            }

            @Override
            public void nonMaskable() {
                processor.signalNonMaskable();
            }

            /** Firmware would begin anew. Where it is only supposed, the kernel does, as after a reset. */
            @Override
            public void initialize() {
                if (kernel.isPresent()) {
                    processor.reset();
                } else {
                    processor.signalInitialize();
                }
            }

            @Override
            public void place(long base, boolean present) {
                bus.move(base, present);
                processor.memory().forgetAll();
            }
        };
    }

    private void connect(Place place, Device device) {
        int offset = 0;
        for (PortRange range : place.ports()) {
            portBus.map(device, range.first(), range.count(), offset);
            offset += range.count();
        }
        if (device instanceof LocalApic) {
            bus.mapMovable(device, place.base(), place.size());
        } else if (place.size() != 0) {
            bus.map(device, place.base(), place.size());
        }
        if (device instanceof SerialPort port) {
            inputs.put(place.name(), port);
        } else if (device instanceof KeyboardController keyboard) {
            inputs.put(place.name(), keyboard);
            inputs.put("scancodes", keyboard::receiveScanCodes);
        }
    }

    private Map<Integer, byte[]> firmwareItems() {
        FirmwareItems items =
                new FirmwareItems(memoryBytes(), MemoryMap.of(memoryBytes()), options.append(), new AcpiTables());
        if (kernel.isEmpty() && !options.modules().isEmpty()) {
            items.withInitrd(options.modules().get(0).content());
        }
        return items.all();
    }

    // ---- start and restart ----

    /** All devices are as after power-on; a kernel that was loaded directly is loaded anew into empty memory. */
    private void systemReset() {
        bus.devices().forEach(Device::reset);
        portBus.devices().forEach(Device::reset);
        if (kernel.isPresent()) {
            writable.forEach(Ram::clear);
            startKernel();
            processor.memoryChanged();
        }
    }

    private List<LoadedPart> startKernel() {
        return kernel.map(boot -> boot.start(bus, MemoryMap.of(memoryBytes()), portBus, processor))
                .orElse(List.of());
    }
}
