package ringside.cpu.x86.segment;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.x86.DescriptorTable;
import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.X86Core;

/** Reads descriptor tables and the TSS without effects. */
final class DescriptorsReader {
    private static final int BYTES = 8;
    private static final int VECTORS = 256;
    private static final int REAL_VECTOR_BYTES = 4;
    private static final String[] REGISTERS = {"ES", "CS", "SS", "DS", "FS", "GS"};

    private final X86Core cpu;

    DescriptorsReader(X86Core cpu) {
        this.cpu = cpu;
    }

    DescriptorsView read() {
        DescriptorTable gdtr = cpu.gdtr();
        boolean isSet = !gdtr.equals(DescriptorTable.AFTER_RESET);
        List<DescriptorsView.Segment> global = isSet ? segments(gdtr.base(), gdtr.limit(), 0) : List.of();
        SegmentRegister ldtr = cpu.ldtr();
        boolean hasLocal = ldtr.isUsable() && ldtr.selector() != 0;
        int localLimit = hasLocal ? (int) Math.min(ldtr.limit(), 0xFFFF) : 0;
        List<DescriptorsView.Segment> local = hasLocal ? segments(ldtr.base(), localLimit, 4) : List.of();
        return new DescriptorsView(
                new DescriptorsView.Table(0, gdtr.base(), gdtr.limit(), global),
                new DescriptorsView.Table(ldtr.selector(), ldtr.base(), localLimit, local),
                new DescriptorsView.Vectors(cpu.idtr().base(), cpu.idtr().limit(), vectors()),
                TaskReader.read(cpu, this));
    }

    /** Bytes of memory as a number; ones where nothing is mapped. */
    long look(long linear, int bytes) {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | octet(Descriptors.wrap(cpu, linear + i));
        }
        return value;
    }

    private long octet(long linear) {
        boolean canonical = linear << 16 >> 16 == linear;
        long physical = canonical ? cpu.memory().translation().peek(linear) : -1;
        try {
            return physical < 0 ? 0xFF : cpu.memory().bus().peek(physical, Width.BYTE);
        } catch (BusFault nobody) {
            return 0xFF;
        }
    }

    private List<DescriptorsView.Segment> segments(long base, int limit, int table) {
        List<DescriptorsView.Segment> segments = new ArrayList<>();
        int offset = 0;
        while (offset + BYTES - 1 <= limit) {
            Descriptor descriptor = new Descriptor(look(base + offset, BYTES), 0);
            boolean isLong = cpu.isLongMode() && descriptor.isSystem() && DescriptorText.isLong(descriptor);
            if (isLong && offset + 2 * BYTES - 1 <= limit) {
                descriptor = new Descriptor(descriptor.low(), look(base + offset + BYTES, BYTES));
            }
            segments.add(segment(offset | table, descriptor));
            offset += isLong ? 2 * BYTES : BYTES;
        }
        return segments;
    }

    private DescriptorsView.Segment segment(int selector, Descriptor descriptor) {
        return new DescriptorsView.Segment(
                selector,
                DescriptorText.kind(descriptor, cpu.isLongMode()),
                DescriptorText.details(descriptor),
                descriptor.dpl(),
                descriptor.isPresent(),
                loadedIn(selector),
                descriptor.low(),
                descriptor.high());
    }

    private String loadedIn(int selector) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < REGISTERS.length && !cpu.is8086(); i++) {
            SegmentRegister register = cpu.segment(i);
            if (register.isUsable() && (register.selector() & ~3) == selector && selector != 0) {
                names.add(REGISTERS[i]);
            }
        }
        if ((cpu.tr().selector() & ~3) == selector && selector != 0) {
            names.add("TR");
        }
        if ((cpu.ldtr().selector() & ~3) == selector && selector != 0) {
            names.add("LDTR");
        }
        return String.join(" ", names);
    }

    private List<DescriptorsView.Vector> vectors() {
        List<DescriptorsView.Vector> vectors = new ArrayList<>();
        int bytes = !cpu.isProtected() ? REAL_VECTOR_BYTES : cpu.isLongMode() ? 2 * BYTES : BYTES;
        for (int number = 0;
                number < VECTORS && (number + 1) * bytes - 1 <= cpu.idtr().limit();
                number++) {
            long address = cpu.idtr().base() + (long) number * bytes;
            vectors.add(cpu.isProtected() ? gate(number, address) : pointer(number, address));
        }
        return vectors;
    }

    private DescriptorsView.Vector pointer(int number, long address) {
        long pointer = look(address, REAL_VECTOR_BYTES);
        return new DescriptorsView.Vector(number, "far pointer", (int) (pointer >>> 16), pointer & 0xFFFF, 0, true, 0);
    }

    private DescriptorsView.Vector gate(int number, long address) {
        long high = cpu.isLongMode() ? look(address + BYTES, 4) : 0;
        Descriptor gate = new Descriptor(look(address, BYTES), high);
        return new DescriptorsView.Vector(
                number,
                DescriptorText.kind(gate, cpu.isLongMode()),
                gate.gateSelector().value(),
                gate.gateOffset(),
                gate.dpl(),
                gate.isPresent(),
                cpu.isLongMode() ? gate.interruptStack() : 0);
    }
}
