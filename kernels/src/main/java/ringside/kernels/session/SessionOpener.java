package ringside.kernels.session;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.cpu.armv7m.CortexMProcessor;
import ringside.cpu.armv7m.ProbeReader;
import ringside.cpu.board.BoardDescription;
import ringside.cpu.board.MachineBuilder;
import ringside.cpu.history.InputLog;
import ringside.cpu.history.Timeline;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.ProbeArgument;
import ringside.cpu.image.RegisterReader;
import ringside.cpu.image.StaticProbe;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.machine.Machine;
import ringside.kernels.image.BootImage;
import ringside.kernels.image.Recipe;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.tock.TockObserver;

/** Puts a session together: board, machine, probes, observer, timeline. */
final class SessionOpener {
    private static final String DEFAULT_BOARD = "mps2-an385";

    private final BootImage image;
    private final SessionOptions options;

    SessionOpener(BootImage image, SessionOptions options) {
        this.image = image;
        this.options = options;
    }

    Session open(InputLog inputs) {
        DebugInformation debug = new DebugInformation(image);
        Machine machine = new MachineBuilder(board(), debug.main().elf(), options.machine()).build();
        watchProbes(machine, debug.probes());
        machine.trace().record(-1);
        Timeline timeline = new Timeline(machine, inputs, options.history());
        return new Session(image, options, timeline, debug, observer(debug, machine));
    }

    private BoardDescription board() {
        String name =
                options.board().isEmpty() ? image.recipe().map(Recipe::board).orElse(DEFAULT_BOARD) : options.board();
        InputStream text = name.matches("[A-Za-z0-9-]+")
                ? SessionOpener.class.getResourceAsStream("/boards/" + name + ".json")
                : null;
        if (text == null) {
            throw new BadInputException("there is no board \"" + name + "\"; this version has " + DEFAULT_BOARD);
        }
        return BoardDescription.read("the board " + name, new InputStreamReader(text, StandardCharsets.UTF_8));
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
