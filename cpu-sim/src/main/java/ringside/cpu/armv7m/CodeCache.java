package ringside.cpu.armv7m;

import java.util.HashMap;
import java.util.Map;
import ringside.cpu.bus.Ram;

/** All decoded code, by where it lies in RAM. Aliases of the same RAM share it. */
final class CodeCache {
    private static final int BLOCKS_IN_PAGE = Ram.PAGE_SIZE / CodeBlock.SIZE;

    private final Map<Ram, CodeBlock[][]> byRam = new HashMap<>();
    private long epoch;

    /** Memory may have changed without our notice: every block is compared with it before it is used again. */
    void suspectAll() {
        epoch++;
    }

    /** Drops all blocks. */
    void clear() {
        byRam.clear();
    }

    /** The block of that place if there is one, current or not. */
    CodeBlock find(Ram ram, int page, int offset) {
        CodeBlock[][] pages = byRam.get(ram);
        CodeBlock[] blocks = pages == null ? null : pages[page];
        return blocks == null ? null : blocks[offset >>> CodeBlock.SHIFT];
    }

    /** The block of that place if it is known to be current, else null. */
    CodeBlock findCurrent(Ram ram, int page, int offset) {
        CodeBlock block = find(ram, page, offset);
        if (block != null && block.epoch != epoch) {
            if (!block.isCurrent()) {
                return null;
            }
            block.epoch = epoch;
        }
        return block;
    }

    /** Puts an empty block at that place. */
    CodeBlock make(Ram ram, int page, int offset) {
        CodeBlock[][] pages = byRam.computeIfAbsent(ram, r -> new CodeBlock[r.pageCount()][]);
        if (pages[page] == null) {
            pages[page] = new CodeBlock[BLOCKS_IN_PAGE];
        }
        CodeBlock block = new CodeBlock(ram, page, offset & -CodeBlock.SIZE, epoch);
        pages[page][offset >>> CodeBlock.SHIFT] = block;
        return block;
    }

    /** How many stretches of code are compiled now. */
    int compiledCount() {
        int count = 0;
        for (CodeBlock[][] pages : byRam.values()) {
            for (CodeBlock[] blocks : pages) {
                for (int i = 0; blocks != null && i < blocks.length; i++) {
                    count += blocks[i] == null ? 0 : blocks[i].compiledCount();
                }
            }
        }
        return count;
    }

    /** Drops the block of that place; true if there was one. */
    boolean drop(Ram ram, int page, int offset) {
        if (find(ram, page, offset) == null) {
            return false;
        }
        byRam.get(ram)[page][offset >>> CodeBlock.SHIFT] = null;
        return true;
    }
}
