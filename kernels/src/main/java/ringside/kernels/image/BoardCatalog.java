package ringside.kernels.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ringside.cpu.BadInputException;
import ringside.cpu.board.BoardDescription;
import ringside.cpu.image.ElfMachine;
import ringside.cpu.image.GuestImage;
import ringside.cpu.pc.boot.DirectBoot;

/** The boards that the program knows, as texts among its resources. */
public final class BoardCatalog {
    private static final List<String> NAMES = List.of("mps2-an385", "pc");

    private BoardCatalog() {}

    /** The names for {@code --board}. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The board that a machine has when the user names none.
     *
     * @param machine the machine's kind, such as {@code cortex-m3}
     * @throws BadInputException if this version has no board with such a processor
     */
    public static BoardDescription defaultFor(String machine) {
        for (String name : NAMES) {
            BoardDescription board = open(name);
            if (board.processor().equals(machine)) {
                return board;
            }
        }
        throw new BadInputException("there is no board with the machine \"" + machine + "\" in this version; it has "
                + "mps2-an385 with cortex-m3, and pc with x86-64");
    }

    /**
     * The board that an image boots on when neither the user nor a recipe names one.
     *
     * @throws BadInputException if the image does not tell
     */
    public static BoardDescription defaultFor(GuestImage image) {
        if (image.elf().isPresent()) {
            return defaultFor(image.elf().get().machine() == ElfMachine.ARM ? "cortex-m3" : "x86-64");
        }
        if (DirectBoot.isKernel(image)) {
            return defaultFor("x86-64");
        }
        throw new BadInputException(
                image.fileName()
                        + " is neither an ELF file nor a multiboot kernel; to boot it as the ROM of a PC, add --machine x86-64");
    }

    /**
     * Opens a board by its name.
     *
     * @throws BadInputException if there is no such board
     */
    public static BoardDescription open(String name) {
        if (!NAMES.contains(name)) {
            throw new BadInputException(
                    "there is no board named \"" + name + "\"; there is " + String.join(", ", NAMES));
        }
        String path = "boards/" + name + ".json";
        try (InputStream in = BoardCatalog.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + path + " is missing from the program");
            }
            return BoardDescription.read(path, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
