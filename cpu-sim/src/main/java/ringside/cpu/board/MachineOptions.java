package ringside.cpu.board;

import ringside.cpu.semihosting.GuestFiles;

/**
 * What a user may choose about a machine. All of it is input of the run: a trace must keep it.
 *
 * @param clockHertz cycles in a second, or 0 for the board's own clock
 * @param memoryBytes the size of the main memory, or 0 for the board's own
 * @param append text that the guest finds behind the image's name in its command line
 * @param files what the guest may open by semihosting
 */
public record MachineOptions(long clockHertz, long memoryBytes, String append, GuestFiles files) {

    /** Everything as the board has it. */
    public static final MachineOptions DEFAULT = new MachineOptions(0, 0, "", GuestFiles.unavailable());
}
