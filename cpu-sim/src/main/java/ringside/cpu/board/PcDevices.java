package ringside.cpu.board;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import ringside.cpu.board.BoardDescription.Place;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.InterruptLine;
import ringside.cpu.bus.Ram;
import ringside.cpu.device.ConsoleOutput;
import ringside.cpu.pc.AddressLine20;
import ringside.cpu.pc.CmosClock;
import ringside.cpu.pc.DebugExit;
import ringside.cpu.pc.DebugPorts;
import ringside.cpu.pc.FirmwareConfiguration;
import ringside.cpu.pc.IntervalTimer;
import ringside.cpu.pc.KeyboardController;
import ringside.cpu.pc.NonMaskableLine;
import ringside.cpu.pc.PciConfiguration;
import ringside.cpu.pc.PowerManagement;
import ringside.cpu.pc.SerialPort;
import ringside.cpu.pc.VgaDisplay;
import ringside.cpu.time.Clock;

/**
 * Makes the devices of a PC from their places in a board's description, but for the interrupt controllers, which the
 * builder wires first.
 *
 * @param clock the machine's clock
 * @param hertz its cycles in a second
 * @param memoryBytes the size of the main memory
 * @param video the memory of the display
 * @param firmware the items of the firmware configuration
 * @param lines the wire of an interrupt request
 * @param consoles the console output of a device by its name
 * @param exit ends the run with an exit code
 * @param systemReset resets the machine
 * @param line20 the switch of address line 20, shared by two devices
 * @param nonMaskable the wire of the non-maskable interrupt, shared by two devices
 */
record PcDevices(
        Clock clock,
        long hertz,
        long memoryBytes,
        Ram video,
        Map<Integer, byte[]> firmware,
        IntFunction<InterruptLine> lines,
        java.util.function.Function<String, ConsoleOutput> consoles,
        IntConsumer exit,
        Runnable systemReset,
        AddressLine20 line20,
        NonMaskableLine nonMaskable) {
    static final String INTERRUPT_CONTROLLERS = "8259-pair";
    static final String IO_APIC = "io-apic";
    static final String LOCAL_APIC = "local-apic";
    static final String SERIAL_PORT = "16550";
    static final String DEBUG_PORTS = "debug-console";
    static final String LINE_20 = "port-92";

    private static final String LINE = "line";

    /** The types, and the interrupt outputs that each may have. */
    static final Map<String, List<String>> TYPES = new TreeMap<>(Map.ofEntries(
            Map.entry(INTERRUPT_CONTROLLERS, List.of()),
            Map.entry(IO_APIC, List.of()),
            Map.entry(LOCAL_APIC, List.of()),
            Map.entry("8254", List.of(LINE)),
            Map.entry(SERIAL_PORT, List.of(LINE)),
            Map.entry("cmos-clock", List.of(LINE)),
            Map.entry("8042", List.of(LINE)),
            Map.entry(LINE_20, List.of()),
            Map.entry("pci-configuration", List.of()),
            Map.entry("acpi-power", List.of()),
            Map.entry("debug-exit", List.of()),
            Map.entry(DEBUG_PORTS, List.of()),
            Map.entry("fw-cfg", List.of()),
            Map.entry("vga-text", List.of())));

    /** Makes a device. */
    Device make(Place place) {
        String name = place.name();
        return switch (place.type()) {
            case "8254" -> new IntervalTimer(name, clock, hertz, line(place), nonMaskable);
            case SERIAL_PORT -> new SerialPort(name, clock, hertz, consoles.apply(name), line(place));
            case "cmos-clock" -> new CmosClock(name, clock, hertz, memoryBytes, line(place), nonMaskable);
            case "8042" -> new KeyboardController(name, clock, hertz, line20, line(place), systemReset);
            case LINE_20 -> line20;
            case "pci-configuration" -> new PciConfiguration(name, systemReset);
            case "acpi-power" -> new PowerManagement(name, clock, hertz, () -> exit.accept(0));
            case "debug-exit" -> new DebugExit(name, exit);
            case DEBUG_PORTS -> new DebugPorts(name, consoles.apply(name));
            case "fw-cfg" -> new FirmwareConfiguration(name, firmware);
            case "vga-text" -> new VgaDisplay(name, video);
            default -> throw new IllegalArgumentException("the builder makes " + place.type());
        };
    }

    private InterruptLine line(Place place) {
        Integer number = place.interrupts().get(LINE);
        return number == null ? InterruptLine.UNCONNECTED : lines.apply(number);
    }
}
