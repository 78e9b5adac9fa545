package ringside.cpu.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Device;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * The memory that a vector runs in, and what has become of it.
 *
 * <p>A page that can be read and executed is RAM, for only RAM is fetched from; any other is a device that refuses what
 * the page does not permit. On ARMv7-M execution needs the right to read, so a page {@code x} permits nothing.
 */
final class CortexMPages implements InspectedMemory {
    private static final int PAGE = Ram.PAGE_SIZE;

    private final Bus bus = new Bus();
    private final List<Ram> rams = new ArrayList<>();
    private final List<PageDevice> devices = new ArrayList<>();

    /** Flat memory over the whole address space. */
    static CortexMPages flat() {
        CortexMPages memory = new CortexMPages();
        Ram ram = new Ram("flat", 0, 1L << 32);
        memory.rams.add(ram);
        memory.bus.map(ram);
        return memory;
    }

    /** These pages and nothing else. */
    static CortexMPages of(Map<Long, PageRights> pages) {
        CortexMPages memory = new CortexMPages();
        pages.forEach(memory::addPage);
        return memory;
    }

    private void addPage(long address, PageRights rights) {
        if (!rights.read() || !rights.execute()) {
            PageDevice page = new PageDevice(address, rights, new byte[PAGE]);
            devices.add(page);
            bus.map(page, address, PAGE);
            return;
        }
        Ram ram = new Ram("page", address, PAGE);
        rams.add(ram);
        if (rights.write()) {
            bus.map(ram);
        } else {
            bus.mapWriteProtected(ram);
        }
    }

    Bus bus() {
        return bus;
    }

    /** Puts bytes into memory, past all rights; bytes where nothing is mapped have no place and are left out. */
    void put(List<VectorBytes> all) {
        for (VectorBytes bytes : all) {
            for (int i = 0; i < bytes.values().length; i++) {
                put(bytes.address() + i, bytes.values()[i]);
            }
        }
    }

    private void put(long address, byte value) {
        for (PageDevice page : devices) {
            if (page.contains(address)) {
                page.bytes[(int) (address - page.base)] = value;
                return;
            }
        }
        if (bus.ramAt(address) != null) {
            bus.poke(address, new byte[] {value});
        }
    }

    @Override
    public int at(long address) {
        for (PageDevice page : devices) {
            if (page.contains(address)) {
                return page.bytes[(int) (address - page.base)] & 0xFF;
            }
        }
        return bus.ramAt(address) == null ? -1 : (int) bus.peek(address, Width.BYTE);
    }

    @Override
    public List<Long> touchedPages() {
        List<Long> all = new ArrayList<>();
        for (Ram ram : rams) {
            for (int page : ram.writtenPages()) {
                all.add(ram.base() + (long) page * PAGE);
            }
        }
        devices.forEach(page -> all.add(page.base));
        return all;
    }

    @Override
    public byte[] page(long address) {
        for (PageDevice page : devices) {
            if (page.base == address) {
                return page.bytes;
            }
        }
        Bus.RamLocation at = bus.ramAt(address);
        return at.ram().page(at.page());
    }

    /** Makes everything zero again. */
    void clear() {
        rams.forEach(Ram::clearWritten);
    }

    /** A page that does not permit everything. */
    private record PageDevice(long base, PageRights rights, byte[] bytes) implements Device {

        boolean contains(long address) {
            return address >= base && address < base + PAGE;
        }

        @Override
        public String name() {
            return "page-" + Long.toHexString(base);
        }

        @Override
        public int load(int offset, Width width) {
            if (!rights.read()) {
                throw new BusFault(offset);
            }
            return peek(offset, width);
        }

        @Override
        public int peek(int offset, Width width) {
            int value = 0;
            for (int i = width.bytes() - 1; i >= 0; i--) {
                value = value << 8 | bytes[offset + i] & 0xFF;
            }
            return value;
        }

        @Override
        public void store(int offset, Width width, int value) {
            if (!rights.write()) {
                throw new BusFault(offset);
            }
            for (int i = 0; i < width.bytes(); i++) {
                bytes[offset + i] = (byte) (value >>> 8 * i);
            }
        }

        @Override
        public void reset() {}

        @Override
        public void save(StateWriter out) {
            out.block(bytes);
        }

        @Override
        public void restore(StateReader in) {
            byte[] saved = in.block();
            System.arraycopy(saved, 0, bytes, 0, bytes.length);
        }
    }
}
