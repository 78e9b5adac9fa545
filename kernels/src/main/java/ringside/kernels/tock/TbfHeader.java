package ringside.kernels.tock;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;

/** Looks into the header of a binary in flash (Tock Binary Format, version 2). */
final class TbfHeader {
    private static final int BASE_BYTES = 16;
    private static final int NAME = 3;
    private static final int LONGEST_NAME = 64;

    private TbfHeader() {}

    /** The name that the header at this address gives the program. */
    static Optional<String> nameAt(long address, MemoryReader flash) {
        try {
            long end = address + flash.unsigned(address + 2, 2);
            long element = address + BASE_BYTES;
            while (element + 4 <= end) {
                int length = (int) flash.unsigned(element + 2, 2);
                if (flash.unsigned(element, 2) == NAME && length > 0 && length <= LONGEST_NAME) {
                    return Optional.of(new String(flash.read(element + 4, length), StandardCharsets.UTF_8));
                }
                element += 4 + ((length + 3) & ~3);
            }
            return Optional.empty();
        } catch (UnreadableException damaged) {
            return Optional.empty();
        }
    }
}
