package ringside.cpu.board;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import ringside.cpu.board.BoardDescription.Place;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.InterruptLine;
import ringside.cpu.device.CmsdkDualTimer;
import ringside.cpu.device.CmsdkGpio;
import ringside.cpu.device.CmsdkTimer;
import ringside.cpu.device.CmsdkUart;
import ringside.cpu.device.CmsdkWatchdog;
import ringside.cpu.device.ConsoleOutput;
import ringside.cpu.device.FpgaIo;
import ringside.cpu.device.NotModelled;
import ringside.cpu.device.Scc;
import ringside.cpu.device.SharedLine;
import ringside.cpu.time.Clock;

/**
 * Makes the devices of Cortex-M boards from their places in a board's description.
 *
 * <p>An interrupt that several devices name is one wire, asserted while any of them asserts it; only the overrun
 * interrupts of serial ports can be shared so.
 */
final class CortexMDevices {
    /** The types, and the interrupt outputs that each may have. */
    static final Map<String, List<String>> TYPES = new TreeMap<>(Map.of(
            "cmsdk-timer", List.of("count"),
            "cmsdk-dual-timer", List.of("count"),
            "cmsdk-watchdog", List.of("count"),
            "cmsdk-uart", List.of("receive", "transmit", "overrun"),
            "cmsdk-gpio",
                    List.of(
                            "all", "pin0", "pin1", "pin2", "pin3", "pin4", "pin5", "pin6", "pin7", "pin8", "pin9",
                            "pin10", "pin11", "pin12", "pin13", "pin14", "pin15"),
            "mps2-fpgaio", List.of(),
            "mps2-scc", List.of(),
            "not-modelled", List.of()));

    private final Clock clock;
    private final long hertz;
    private final IntFunction<InterruptLine> lines;
    private final IntFunction<ConsoleOutput> consoles;
    private final Runnable systemReset;
    private final Map<Integer, SharedLine> shared = new TreeMap<>();

    /**
     * Makes a factory.
     *
     * @param lines the wire to an interrupt by its number
     * @param consoles the console output by its index
     * @param systemReset resets the processor and all devices
     */
    CortexMDevices(
            Clock clock,
            long hertz,
            IntFunction<InterruptLine> lines,
            IntFunction<ConsoleOutput> consoles,
            Runnable systemReset) {
        this.clock = clock;
        this.hertz = hertz;
        this.lines = lines;
        this.consoles = consoles;
        this.systemReset = systemReset;
    }

    /**
     * Makes a device.
     *
     * @param console the index of its console, if it is a serial port
     */
    Device make(Place place, int console) {
        String name = place.name();
        return switch (place.type()) {
            case "cmsdk-timer" -> new CmsdkTimer(name, clock, line(place, "count"));
            case "cmsdk-dual-timer" -> new CmsdkDualTimer(name, clock, line(place, "count"));
            case "cmsdk-watchdog" -> new CmsdkWatchdog(name, clock, line(place, "count"), systemReset);
            case "cmsdk-uart" ->
                new CmsdkUart(
                        name,
                        clock,
                        consoles.apply(console),
                        line(place, "receive"),
                        line(place, "transmit"),
                        sharedLine(place));
            case "cmsdk-gpio" -> new CmsdkGpio(name, line(place, "all"), pins(place));
            case "mps2-fpgaio" -> new FpgaIo(name, clock, hertz);
            case "mps2-scc" -> new Scc(name);
            default -> new NotModelled(name);
        };
    }

    private InterruptLine line(Place place, String output) {
        Integer number = place.interrupts().get(output);
        return number == null ? InterruptLine.UNCONNECTED : lines.apply(number);
    }

    private SharedLine sharedLine(Place place) {
        Integer number = place.interrupts().get("overrun");
        return number == null
                ? new SharedLine(InterruptLine.UNCONNECTED)
                : shared.computeIfAbsent(number, n -> new SharedLine(lines.apply(n)));
    }

    private InterruptLine[] pins(Place place) {
        int wired = (int) IntStream.range(0, 16)
                .takeWhile(pin -> place.interrupts().containsKey("pin" + pin))
                .count();
        return IntStream.range(0, wired)
                .mapToObj(pin -> line(place, "pin" + pin))
                .toArray(InterruptLine[]::new);
    }
}
