package ringside.cpu.image;

import java.util.Optional;

/**
 * A file that a machine boots: an ELF image, or bytes without structure such as a ROM.
 *
 * @param fileName the name for messages
 * @param content the whole file; must not be changed any more
 * @param elf what its ELF header says, if it has one
 */
public record GuestImage(String fileName, byte[] content, Optional<Elf> elf) {

    /**
     * Reads a file.
     *
     * @throws ringside.cpu.BadInputException if it begins as an ELF image and is none
     */
    public static GuestImage of(String fileName, byte[] content) {
        Optional<Elf> elf = isElf(content) ? Optional.of(Elf.parse(fileName, content)) : Optional.empty();
        return new GuestImage(fileName, content, elf);
    }

    /** Whether bytes begin as an ELF image does. */
    public static boolean isElf(byte[] content) {
        return content.length >= 4 && content[0] == 0x7F && content[1] == 'E' && content[2] == 'L' && content[3] == 'F';
    }
}
