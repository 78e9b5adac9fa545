package ringside.kernels.redox;

import java.util.HashMap;
import java.util.Map;
import ringside.cpu.image.MemoryReader;

/** Reads memory page by page and keeps the pages: for many small readings at one instant. */
final class MemoryPages implements MemoryReader {
    private static final int PAGE = 4096;

    private final MemoryReader memory;
    private final Map<Long, byte[]> pages = new HashMap<>();

    MemoryPages(MemoryReader memory) {
        this.memory = memory;
    }

    @Override
    public byte[] read(long address, int length) {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            long at = address + done;
            int from = (int) (at & PAGE - 1);
            int count = Math.min(PAGE - from, length - done);
            byte[] page = pages.computeIfAbsent(at - from, start -> memory.read(start, PAGE));
            System.arraycopy(page, from, bytes, done, count);
            done += count;
        }
        return bytes;
    }
}
