package ringside.kernels.session;

import java.util.List;
import java.util.Optional;
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
import ringside.cpu.machine.ProbeReader;
import ringside.cpu.machine.Probes;
import ringside.kernels.image.BoardCatalog;
import ringside.kernels.image.BootImage;
import ringside.kernels.image.Recipe;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.ObservedKernel;
import ringside.kernels.observe.ObserverFactory;

/** Puts a session together: board, machine, probes, observer, timeline. */
final class SessionOpener {
    private final BootImage image;
    private final SessionOptions options;
    private final GuestImage guest;
    private final List<ObserverFactory> factories;

    SessionOpener(BootImage image, SessionOptions options) {
        this(image, options, Observers.ALL);
    }

    SessionOpener(BootImage image, SessionOptions options, List<ObserverFactory> factories) {
        this.factories = List.copyOf(factories);
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
        Optional<KernelObserver> observer = observer(debug, new KernelMemory(machine, debug));
        return new Session(image, options, timeline, debug, observer);
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
        RegisterReader registers = Cores.registers(machine);
        MemoryReader memory = new GuestMemory(machine);
        machine.processor()
                .setProbes(new Probes(
                        probes.stream().mapToLong(StaticProbe::address).toArray(),
                        probes.stream()
                                .map(probe -> reader(probe, registers, memory))
                                .toArray(ProbeReader[]::new)));
    }

    private static ProbeReader reader(StaticProbe probe, RegisterReader registers, MemoryReader memory) {
        return arguments -> {
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

    private Optional<KernelObserver> observer(DebugInformation debug, MemoryReader memory) {
        ObservedKernel kernel =
                new ObservedKernel(image.style(), debug.dwarf(), debug.kernel().symbols(), debug.probes(), memory);
        return Observers.of(kernel, factories);
    }
}
