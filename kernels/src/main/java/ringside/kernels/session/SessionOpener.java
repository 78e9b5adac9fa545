package ringside.kernels.session;

import java.util.List;
import java.util.Optional;
import ringside.cpu.armv7m.CortexMProcessor;
import ringside.cpu.armv7m.ProbeReader;
import ringside.cpu.board.BoardDescription;
import ringside.cpu.board.MachineBuilder;
import ringside.cpu.history.InputLog;
import ringside.cpu.history.Timeline;
import ringside.cpu.image.GuestImage;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.ProbeArgument;
import ringside.cpu.image.RegisterReader;
import ringside.cpu.image.StaticProbe;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.machine.Machine;
import ringside.kernels.image.BoardCatalog;
import ringside.kernels.image.BootImage;
import ringside.kernels.image.Recipe;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.tock.TockObserver;

/** Puts a session together: board, machine, probes, observer, timeline. */
final class SessionOpener {
    private final BootImage image;
    private final SessionOptions options;
    private final GuestImage guest;

    SessionOpener(BootImage image, SessionOptions options) {
        this.image = image;
        this.options = options;
        guest = GuestImage.of(image.name(), image.elf());
    }

    Session open(InputLog inputs) {
        DebugInformation debug = new DebugInformation(image);
        Machine machine = new MachineBuilder(board(), guest, options.machine()).build();
        watchProbes(machine, debug.probes());
        machine.trace().record(-1);
        Timeline timeline = new Timeline(machine, inputs, options.history());
        return new Session(image, options, timeline, debug, observer(debug, machine));
    }

    private BoardDescription board() {
        String chosen = options.board();
        if (!chosen.isEmpty()) {
            return BoardCatalog.open(chosen);
        }
        Optional<String> own = image.recipe().map(Recipe::board);
        return own.isPresent() ? BoardCatalog.open(own.get()) : BoardCatalog.defaultFor(guest);
    }

    private static void watchProbes(Machine machine, List<StaticProbe> probes) {
        if (machine.processor() instanceof CortexMProcessor core) {
            RegisterReader registers = core::readRegister;
            MemoryReader memory = new GuestMemory(machine);
            core.setProbes(
                    probes.stream().mapToLong(StaticProbe::address).toArray(),
                    probes.stream()
                            .map(probe -> reader(probe, registers, memory))
                            .toArray(ProbeReader[]::new));
        }
    }

    private static ProbeReader reader(StaticProbe probe, RegisterReader registers, MemoryReader memory) {
        return (cpu, arguments) -> {
            for (int i = 0; i < arguments.length && i < probe.arguments().size(); i++) {
                arguments[i] = value(probe.arguments().get(i), registers, memory);
            }
        };
    }

    /** An argument that cannot be read counts as 0, as a debugger shows it when the guest's pointer is wrong. */
    private static long value(ProbeArgument argument, RegisterReader registers, MemoryReader memory) {
        try {
            return argument.value(registers, memory);
        } catch (UnreadableException nothingThere) {
            return 0;
        }
    }

    /** Who understands the image: told by its probes, so that a rebuilt kernel is observed as well as a bundled one. */
    private static Optional<KernelObserver> observer(DebugInformation debug, Machine machine) {
        if (!TockObserver.understands(debug.probes())) {
            return Optional.empty();
        }
        return Optional.of(
                new TockObserver(debug.dwarf(), debug.main().symbols(), debug.probes(), new GuestMemory(machine)));
    }
}
