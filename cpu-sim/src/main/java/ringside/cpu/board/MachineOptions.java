package ringside.cpu.board;

import java.util.List;
import ringside.cpu.pc.boot.BootModule;
import ringside.cpu.semihosting.GuestFiles;

/**
 * What a user may choose about a machine. All of it is input of the run: a trace must keep it.
 *
 * @param clockHertz cycles in a second, or 0 for the board's own clock
 * @param memoryBytes the size of the main memory, or 0 for the board's own
 * @param append the guest's command line, or what it finds behind the image's name there
 * @param files what the guest may open by semihosting
 * @param modules files that the boot loader of a PC puts into memory
 */
public record MachineOptions(
        long clockHertz, long memoryBytes, String append, GuestFiles files, List<BootModule> modules) {

    /** Everything as the board has it. */
    public static final MachineOptions DEFAULT = new MachineOptions(0, 0, "", GuestFiles.unavailable());

    /** Copies the list. */
    public MachineOptions {
        modules = List.copyOf(modules);
    }

    /** Options without modules. */
    public MachineOptions(long clockHertz, long memoryBytes, String append, GuestFiles files) {
        this(clockHertz, memoryBytes, append, files, List.of());
    }

    /** The same options with modules. */
    public MachineOptions withModules(List<BootModule> newModules) {
        return new MachineOptions(clockHertz, memoryBytes, append, files, newModules);
    }
}
