package ringside.cpu.armv7m;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Bus.RamLocation;
import ringside.cpu.bus.Ram;

/** Places in RAM where something is to happen before the instruction there executes. */
final class CodeMarks {
    static final CodeMarks NONE = new CodeMarks();

    private final Map<Ram, Set<Long>> offsets = new HashMap<>();

    private CodeMarks() {}

    /** The places of those addresses; addresses outside RAM are left out. */
    static CodeMarks of(Bus bus, long[] addresses) {
        CodeMarks marks = new CodeMarks();
        for (long address : addresses) {
            RamLocation at = bus.ramAt(address & 0xFFFF_FFFEL);
            if (at != null) {
                marks.offsets.computeIfAbsent(at.ram(), ram -> new HashSet<>()).add(offset(at.page(), at.offset()));
            }
        }
        return marks;
    }

    private static long offset(int page, int offset) {
        return (long) page * Ram.PAGE_SIZE + offset;
    }

    boolean contains(CodeBlock block, int index) {
        Set<Long> inRam = offsets.get(block.ram);
        return inRam != null && inRam.contains(offset(block.page, block.offset + 2 * index));
    }
}
