package ringside.cpu.board;

import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.cpu.image.Elf;
import ringside.cpu.image.GuestImage;
import ringside.cpu.machine.Machine;

/**
 * Builds a machine from a board, an image and options, ready to run its first instruction. Each family of processors has
 * a builder of its own.
 */
public final class MachineBuilder {
    private final BoardDescription board;
    private final GuestImage image;
    private final MachineOptions options;

    /** Prepares to build. */
    public MachineBuilder(BoardDescription board, GuestImage image, MachineOptions options) {
        this.board = board;
        this.image = image;
        this.options = options;
    }

    /** Prepares to build with an ELF image of which nothing but its segments is needed. */
    public MachineBuilder(BoardDescription board, Elf image, MachineOptions options) {
        this(board, new GuestImage(image.fileName(), new byte[0], Optional.of(image)), options);
    }

    /**
     * Builds the machine. Called once.
     *
     * @throws BadInputException if the image does not fit the board, or the board does not have what the options ask for
     */
    public Machine build() {
        if (board.cortexM().isEmpty()) {
            return new PcBuilder(board, image, options).build();
        }
        Elf elf = image.elf()
                .orElseThrow(() -> new BadInputException(image.fileName() + " is not an ELF image, and the board "
                        + board.name() + " boots nothing else"));
        return new CortexMBuilder(board, elf, options).build();
    }
}
