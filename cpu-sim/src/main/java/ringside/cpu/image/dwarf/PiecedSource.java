package ringside.cpu.image.dwarf;

import java.util.List;
import java.util.OptionalLong;
import ringside.cpu.image.UnreadableException;

/** A value whose parts lie in several places, one behind the other. */
record PiecedSource(List<Part> parts) implements ValueSource {
    /** A part of the value. */
    record Part(ValueSource source, long sizeInBytes) {}

    @Override
    public byte[] read(long offset, int length) {
        byte[] whole = new byte[length];
        long partStart = 0;
        int done = 0;
        for (Part part : parts) {
            long from = Math.max(offset + done, partStart);
            int here = (int) Math.min((long) length - done, partStart + part.sizeInBytes - from);
            if (here > 0) {
                System.arraycopy(part.source.read(from - partStart, here), 0, whole, done, here);
                done += here;
            }
            partStart += part.sizeInBytes;
        }
        if (done < length) {
            throw new UnreadableException("optimised out: this part was removed");
        }
        return whole;
    }

    @Override
    public OptionalLong address(long offset) {
        return OptionalLong.empty();
    }
}
