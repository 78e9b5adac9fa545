package ringside.cpu.semihosting;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ringside.cpu.armv7m.CortexMProcessor;
import ringside.cpu.armv7m.SemihostingHandler;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.BusFault;
import ringside.cpu.device.ConsoleOutput;
import ringside.cpu.machine.InputPort;
import ringside.cpu.machine.Machine;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;

/**
 * The semihosting operations, dispatched by their numbers.
 *
 * <p>An unknown operation, and SYS_SYSTEM, which would run a command on the host, return -1. A parameter that points to
 * where no memory is makes the operation fail with EFAULT; it never ends the run.
 */
public final class Semihosting implements SemihostingHandler, InputPort {
    /** Seconds from 1970 to the beginning of 2026: every machine is switched on at that moment. */
    public static final long EPOCH_SECONDS = 1_767_225_600L;

    private static final int APPLICATION_EXIT = 0x20026;

    private final SemihostingSetup setup;
    private final Clock clock;
    private final GuestMemory memory;
    private final FileCalls files;
    private final Runnable beforeExit;

    /**
     * Makes the services of one machine.
     *
     * @param beforeExit lets the devices finish what they are sending, when the guest ends itself
     */
    public Semihosting(SemihostingSetup setup, Bus bus, Clock clock, ConsoleOutput console, Runnable beforeExit) {
        this.setup = setup;
        this.clock = clock;
        this.memory = new GuestMemory(bus);
        this.files = new FileCalls(memory, console, setup.files());
        this.beforeExit = beforeExit;
    }

    /** The semihosting of a machine, if it has one. */
    public static Optional<Semihosting> of(Machine machine) {
        return machine.processor() instanceof CortexMProcessor processor
                        && processor.semihosting() instanceof Semihosting semihosting
                ? Optional.of(semihosting)
                : Optional.empty();
    }

    /** Writes what the guest has changed until now into the folder that was lent to it. */
    public void writeChangesTo(HostFolder folder) {
        folder.write(setup.files(), presentFiles());
    }

    /** The guest's files as they are now. */
    public GuestFiles presentFiles() {
        return files.presentFiles();
    }

    @Override
    public void receive(byte[] bytes) {
        files.type(bytes);
    }

    @Override
    public Reply call(int operation, int parameter) {
        try {
            if (operation == 0x18 || operation == 0x20) {
                int code = operation == 0x18 ? exitCode(parameter) : extendedExitCode(parameter);
                beforeExit.run();
                return new Exit(code);
            }
            int r0 = operate(operation, parameter);
            return new Value(r0, memory.takeWritten());
        } catch (BusFault nowhere) {
            return new Value(files.fail(Errno.BAD_ADDRESS), memory.takeWritten());
        }
    }

    /** Without a subcode, only an ordinary end is a success. */
    private static int exitCode(int reason) {
        return reason == APPLICATION_EXIT ? 0 : 1;
    }

    private int extendedExitCode(int block) {
        int reason = memory.parameter(block, 0);
        return reason == APPLICATION_EXIT ? memory.parameter(block, 1) : 1;
    }

    private int operate(int operation, int parameter) {
        return switch (operation) {
            case 0x01 -> files.open(parameter);
            case 0x02 -> files.close(parameter);
            case 0x03 -> writeByte(parameter);
            case 0x04 -> writeText(parameter);
            case 0x05 -> files.write(parameter);
            case 0x06 -> files.read(parameter);
            case 0x07 -> files.readByte();
            case 0x08 -> memory.parameter(parameter, 0) < 0 ? 1 : 0;
            case 0x09 -> files.isTerminal(parameter);
            case 0x0A -> files.seek(parameter);
            case 0x0C -> files.length(parameter);
            case 0x0D -> files.temporaryName(parameter);
            case 0x0E -> files.remove(parameter);
            case 0x0F -> files.rename(parameter);
            default -> operateOnSystem(operation, parameter);
        };
    }

    private int operateOnSystem(int operation, int parameter) {
        return switch (operation) {
            case 0x10 -> (int) (clock.cycles() / Math.max(1, setup.hertz() / 100));
            case 0x11 -> (int) (EPOCH_SECONDS + clock.cycles() / setup.hertz());
            case 0x13 -> files.errno();
            case 0x15 -> commandLine(parameter);
            case 0x16 -> heap(parameter);
            case 0x30 -> elapsed(parameter);
            case 0x31 -> (int) setup.hertz();
            default -> files.fail(Errno.NOT_SUPPORTED);
        };
    }

    private int writeByte(int address) {
        files.print(memory.byteAt(address));
        return 0;
    }

    private int writeText(int address) {
        for (int at = address; memory.byteAt(at) != 0; at++) {
            files.print(memory.byteAt(at));
        }
        return 0;
    }

    private int commandLine(int block) {
        byte[] text = (setup.commandLine() + "\0").getBytes(StandardCharsets.UTF_8);
        if (memory.parameter(block, 1) < text.length) {
            return files.fail(Errno.INVALID);
        }
        memory.set(memory.parameter(block, 0), text);
        memory.setWord(block + 4, text.length - 1);
        return 0;
    }

    private int heap(int block) {
        int at = memory.parameter(block, 0);
        memory.setWord(at, (int) setup.heapBase());
        memory.setWord(at + 4, (int) setup.heapLimit());
        memory.setWord(at + 8, (int) setup.heapLimit());
        memory.setWord(at + 12, (int) setup.heapBase());
        return 0;
    }

    private int elapsed(int block) {
        long cycles = clock.cycles();
        memory.setWord(block, (int) cycles);
        memory.setWord(block + 4, (int) (cycles >>> 32));
        return 0;
    }

    @Override
    public void reset() {
        files.reset();
    }

    @Override
    public void save(StateWriter out) {
        files.save(out);
    }

    @Override
    public void restore(StateReader in) {
        files.restore(in);
    }
}
