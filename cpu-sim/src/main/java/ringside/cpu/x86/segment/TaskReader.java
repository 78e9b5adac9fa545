package ringside.cpu.x86.segment;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.X86Core;

/** Reads the fields of the present TSS that the processor uses. @sdm Vol.3A 7.2.1, 7.7 */
final class TaskReader {
    private static final int RINGS = 3;
    private static final int INTERRUPT_STACKS = 7;
    private static final int IO_MAP = 0x66;

    private final SegmentRegister tr;
    private final DescriptorsReader memory;
    private final List<DescriptorsView.Field> fields = new ArrayList<>();

    private TaskReader(SegmentRegister tr, DescriptorsReader memory) {
        this.tr = tr;
        this.memory = memory;
    }

    static DescriptorsView.Task read(X86Core cpu, DescriptorsReader memory) {
        SegmentRegister tr = cpu.tr();
        boolean is16 = (tr.type() & Descriptor.TYPE_32) == 0;
        int bits = cpu.isLongMode() ? 64 : is16 ? 16 : 32;
        TaskReader reader = new TaskReader(tr, memory);
        // After reset TR points to nothing that anyone has set up.
        if (tr.selector() != 0) {
            reader.readFields(bits);
        }
        return new DescriptorsView.Task(tr.selector(), tr.base(), tr.limit(), bits, reader.fields);
    }

    private void readFields(int bits) {
        int bytes = bits / 8;
        for (int ring = 0; ring < RINGS; ring++) {
            int offset = bits == 16 ? 2 + 4 * ring : 4 + 8 * ring;
            add(offset, (bits == 64 ? "RSP" : bits == 32 ? "ESP" : "SP") + ring, bytes);
            if (bits != 64) {
                add(offset + bytes, "SS" + ring, 2);
            }
        }
        for (int number = 1; number <= INTERRUPT_STACKS && bits == 64; number++) {
            add(0x1C + 8 * number, "IST" + number, bytes);
        }
        if (bits != 64) {
            add(TaskLayout.LINK, "LINK", 2);
        }
        if (bits == 32) {
            add(TaskLayout.PAGE_DIRECTORY, "CR3", bytes);
        }
        if (bits != 16) {
            add(IO_MAP, "IOMAP", 2);
        }
    }

    private void add(int offset, String name, int bytes) {
        if (offset + bytes - 1 <= tr.limit()) {
            fields.add(new DescriptorsView.Field(offset, name, bytes, memory.look(tr.base() + offset, bytes)));
        }
    }
}
