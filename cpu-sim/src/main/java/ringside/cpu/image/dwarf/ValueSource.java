package ringside.cpu.image.dwarf;

import java.util.OptionalLong;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;

/** Where the bytes of a value come from. */
interface ValueSource {
    /**
     * Some bytes of the value.
     *
     * @throws UnreadableException if they cannot be read
     */
    byte[] read(long offset, int length);

    /** The address of a byte of the value, if it lies in memory. */
    OptionalLong address(long offset);

    /** A value in memory. */
    record InMemory(MemoryReader memory, long start, long addressMask) implements ValueSource {
        @Override
        public byte[] read(long offset, int length) {
            return memory.read((start + offset) & addressMask, length);
        }

        @Override
        public OptionalLong address(long offset) {
            return OptionalLong.of((start + offset) & addressMask);
        }
    }

    /** A value whose bytes are all known. */
    record Known(byte[] bytes, OptionalLong start) implements ValueSource {
        @Override
        public byte[] read(long offset, int length) {
            byte[] part = new byte[length];
            if (offset < 0 || offset > bytes.length - length) {
                throw new UnreadableException("only " + bytes.length + " bytes of it are known");
            }
            System.arraycopy(bytes, (int) offset, part, 0, length);
            return part;
        }

        @Override
        public OptionalLong address(long offset) {
            return start.isPresent() ? OptionalLong.of(start.getAsLong() + offset) : OptionalLong.empty();
        }
    }

    /** A value that is nowhere. */
    record Gone(String reason) implements ValueSource {
        @Override
        public byte[] read(long offset, int length) {
            throw new UnreadableException(reason);
        }

        @Override
        public OptionalLong address(long offset) {
            return OptionalLong.empty();
        }
    }
}
