package ringside.cpu.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Ram;
import ringside.cpu.x86.AccessPrivilege;
import ringside.cpu.x86.AddressTranslation;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.X86Fault;

/**
 * The memory that x86 vectors run in: every linear page gets a frame of a small RAM when it is first touched.
 *
 * <p>As page tables say nothing about reading, every page that is mapped can be read. What else its letters do not permit
 * faults as the page tables of a user page would make it fault. @sdm Vol.3A 4.6, 4.7
 */
final class X86Pages implements AddressTranslation, InspectedMemory {
    private static final int FRAMES = 1 << 14;
    private static final long IN_PAGE = Ram.PAGE_SIZE - 1;
    private static final int PRESENT = 1;
    private static final int WRITE = 2;
    private static final int USER = 4;
    private static final int FETCH = 16;

    private final Ram ram = new Ram("frames", 0, (long) FRAMES * Ram.PAGE_SIZE);
    private final Bus bus = new Bus();
    private final Map<Long, Integer> frames = new HashMap<>();
    private Map<Long, PageRights> pages;
    /** CR0.WP: supervisor code too may not write to pages that cannot be written. */
    private boolean writeProtect = true;

    X86Pages() {
        bus.map(ram);
    }

    Bus bus() {
        return bus;
    }

    /** Makes all memory zero again, and maps these pages; null maps all there are. */
    void reset(Map<Long, PageRights> newPages) {
        ram.clearWritten();
        frames.clear();
        pages = newPages;
    }

    void setWriteProtect(boolean protect) {
        writeProtect = protect;
    }

    /** Puts bytes into memory, past all rights; bytes where nothing is mapped have no place and are left out. */
    void put(List<VectorBytes> all) {
        for (VectorBytes bytes : all) {
            for (int i = 0; i < bytes.values().length; i++) {
                long address = bytes.address() + i;
                if (isMapped(address)) {
                    ram.writablePage(frame(address))[(int) (address & IN_PAGE)] = bytes.values()[i];
                }
            }
        }
    }

    private boolean isMapped(long address) {
        return pages == null || pages.containsKey(address & ~IN_PAGE);
    }

    private int frame(long address) {
        long page = address & ~IN_PAGE;
        Integer frame = frames.get(page);
        if (frame == null) {
            frame = frames.size();
            if (frame == FRAMES) {
                throw new IllegalStateException("an instruction touches more than " + FRAMES + " pages");
            }
            frames.put(page, frame);
        }
        return frame;
    }

    @Override
    public long translate(long linear, MemoryAccess access, AccessPrivilege privilege) {
        if (pages != null) {
            requireRights(linear, access, privilege);
        }
        return (long) frame(linear) << 12 | linear & IN_PAGE;
    }

    private void requireRights(long linear, MemoryAccess access, AccessPrivilege privilege) {
        PageRights rights = pages.get(linear & ~IN_PAGE);
        boolean user = privilege == AccessPrivilege.USER;
        boolean permitted = rights != null
                && switch (access) {
                    case READ -> true;
                    case WRITE -> rights.write() || (!user && !writeProtect);
                    case EXECUTE -> rights.execute();
                };
        if (!permitted) {
            throw X86Fault.page(
                    linear,
                    (rights == null ? 0 : PRESENT)
                            | (access == MemoryAccess.WRITE ? WRITE : 0)
                            | (user ? USER : 0)
                            | (access == MemoryAccess.EXECUTE ? FETCH : 0));
        }
    }

    @Override
    public long peek(long linear) {
        return isMapped(linear) ? (long) frame(linear) << 12 | linear & IN_PAGE : -1;
    }

    /** A byte of code. */
    int fetch(long linear, AccessPrivilege privilege) {
        return byteOf((int) (translate(linear, MemoryAccess.EXECUTE, privilege) >>> 12), linear);
    }

    private int byteOf(int frame, long linear) {
        return ram.page(frame)[(int) (linear & IN_PAGE)] & 0xFF;
    }

    @Override
    public int at(long address) {
        if (!isMapped(address)) {
            return -1;
        }
        Integer frame = frames.get(address & ~IN_PAGE);
        return frame == null ? 0 : byteOf(frame, address);
    }

    @Override
    public List<Long> touchedPages() {
        List<Long> all = new ArrayList<>();
        frames.forEach((page, frame) -> {
            if (!ram.isUntouched(frame)) {
                all.add(page);
            }
        });
        return all;
    }

    @Override
    public byte[] page(long address) {
        return ram.page(frames.get(address));
    }
}
