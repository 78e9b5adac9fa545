package ringside.cpu.x86;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Bus.RamLocation;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.WatchedMemory;

/**
 * Memory by linear address, behind paging.
 *
 * <p>How it works: (1) Two small tables, one for reads and one for writes, remember for a page that the present privilege
 * may access it, and the page array it lies in; that is the fast path of every access. A tag is the page's address and
 * the {@code context}: the privilege, and a generation that grows to forget everything at once. (2) A page is remembered
 * only if it is plain RAM, nothing in it is watched, and, for writes, nothing in it was decoded as code and the array is
 * ours to write. (3) All else goes the slow way: canonical check, translation, bus. (4) The tables hold nothing that the
 * translation does not hold itself: when it drops a page, it says so by {@link #forget}.
 */
public final class LinearMemory {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int ENTRIES = 1024;
    private static final int PAGE_SHIFT = 12;
    private static final int IN_PAGE = (1 << PAGE_SHIFT) - 1;
    private static final long PAGE = -1L << PAGE_SHIFT;
    private static final int GENERATION_SHIFT = 2;
    private static final int LAST_GENERATION = 1023;
    /** Not a segment: an access of the processor itself. */
    public static final int NO_SEGMENT = -1;

    private final long[] readTags = new long[ENTRIES];
    private final long[] writeTags = new long[ENTRIES];
    private final byte[][] readPages = new byte[ENTRIES][];
    private final byte[][] writePages = new byte[ENTRIES][];
    private final Bus bus;
    private final WatchedMemory watched = new WatchedMemory();
    private final HardwareBreakpoints breakpoints;
    private AddressTranslation translation;
    private CodeObserver code;
    private Runnable attention = () -> {};

    private long context = 1L << GENERATION_SHIFT;
    private AccessPrivilege privilege = AccessPrivilege.SUPERVISOR;
    /** Linear addresses have 48 bits, sign-extended; else 32. */
    private boolean longMode;
    /** Unaligned accesses by user code fault. */
    private boolean alignmentChecked;

    LinearMemory(Bus bus, HardwareBreakpoints breakpoints) {
        this.bus = bus;
        this.breakpoints = breakpoints;
    }

    /** Connects it. The attention is called when an access may change what the step loop has to do next. */
    public void connect(AddressTranslation newTranslation, CodeObserver newCode, Runnable newAttention) {
        translation = newTranslation;
        code = newCode;
        attention = newAttention;
    }

    /** What physical addresses lead to. */
    public Bus bus() {
        return bus;
    }

    /** The watched memory of the present run. */
    public WatchedMemory watched() {
        return watched;
    }

    /** How linear addresses become physical. */
    public AddressTranslation translation() {
        return translation;
    }

    // ---- what is remembered ----

    /** Forgets everything the tables know. */
    public void forgetAll() {
        long generation = (context >>> GENERATION_SHIFT) + 1;
        if (generation > LAST_GENERATION) {
            Arrays.fill(readTags, 0);
            Arrays.fill(writeTags, 0);
            generation = 1;
        }
        context = generation << GENERATION_SHIFT | privilege.ordinal();
        attention.run();
    }

    /** Forgets one page. */
    public void forget(long linear) {
        readTags[index(linear)] = 0;
        writeTags[index(linear)] = 0;
        code.translationForgotten(linear);
    }

    /** Follows a change of mode or privilege. */
    void setRegime(AccessPrivilege newPrivilege, boolean newLongMode, boolean newAlignmentChecked) {
        if (longMode != newLongMode || alignmentChecked != newAlignmentChecked) {
            forgetAll();
        }
        privilege = newPrivilege;
        longMode = newLongMode;
        alignmentChecked = newAlignmentChecked;
        context = context & -1L << GENERATION_SHIFT | newPrivilege.ordinal();
    }

    /** On whose behalf ordinary accesses are made now. */
    public AccessPrivilege privilege() {
        return privilege;
    }

    /** A number that is different whenever what was found out about pages no longer holds. */
    public long context() {
        return context;
    }

    private static int index(long linear) {
        return (int) (linear >>> PAGE_SHIFT) & ENTRIES - 1;
    }

    // ---- loads. The segment only decides which fault a bad address gets ----

    /** Eight bits, zero-extended. */
    public int load8(long linear, int segment) {
        int i = index(linear);
        return readTags[i] == (linear & PAGE | context)
                ? readPages[i][(int) linear & IN_PAGE] & 0xFF
                : (int) loadSlowly(linear, 1, segment, privilege, MemoryAccess.READ);
    }

    /** Sixteen bits, zero-extended. */
    public int load16(long linear, int segment) {
        int i = index(linear);
        int offset = (int) linear & IN_PAGE;
        return readTags[i] == (linear & PAGE | context) && offset <= IN_PAGE - 1
                ? (short) SHORTS.get(readPages[i], offset) & 0xFFFF
                : (int) loadSlowly(linear, 2, segment, privilege, MemoryAccess.READ);
    }

    /** Thirty-two bits, zero-extended. */
    public long load32(long linear, int segment) {
        int i = index(linear);
        int offset = (int) linear & IN_PAGE;
        return readTags[i] == (linear & PAGE | context) && offset <= IN_PAGE - 3
                ? (int) INTS.get(readPages[i], offset) & 0xFFFF_FFFFL
                : loadSlowly(linear, 4, segment, privilege, MemoryAccess.READ);
    }

    /** Sixty-four bits. */
    public long load64(long linear, int segment) {
        int i = index(linear);
        int offset = (int) linear & IN_PAGE;
        return readTags[i] == (linear & PAGE | context) && offset <= IN_PAGE - 7
                ? (long) LONGS.get(readPages[i], offset)
                : loadSlowly(linear, 8, segment, privilege, MemoryAccess.READ);
    }

    /** A load of 1, 2, 4 or 8 bytes that is followed by a store to the same place: it faults as the store would. */
    public long loadForStore(long linear, int bytes, int segment) {
        int i = index(linear);
        int offset = (int) linear & IN_PAGE;
        if (writeTags[i] != (linear & PAGE | context) || offset > IN_PAGE + 1 - bytes) {
            return loadSlowly(linear, bytes, segment, privilege, MemoryAccess.WRITE);
        }
        byte[] page = writePages[i];
        return switch (bytes) {
            case 1 -> page[offset] & 0xFF;
            case 2 -> (short) SHORTS.get(page, offset) & 0xFFFF;
            case 4 -> (int) INTS.get(page, offset) & 0xFFFF_FFFFL;
            default -> (long) LONGS.get(page, offset);
        };
    }

    /** A load by the processor itself, as from a descriptor table: supervisor mode whatever the CPL. */
    public long loadSystem(long linear, int bytes) {
        return loadSlowly(linear, bytes, NO_SEGMENT, AccessPrivilege.SUPERVISOR, MemoryAccess.READ);
    }

    // ---- stores ----

    /** Eight bits. */
    public void store8(long linear, int segment, int value) {
        int i = index(linear);
        if (writeTags[i] == (linear & PAGE | context)) {
            writePages[i][(int) linear & IN_PAGE] = (byte) value;
        } else {
            storeSlowly(linear, 1, segment, privilege, value);
        }
    }

    /** Sixteen bits. */
    public void store16(long linear, int segment, int value) {
        int i = index(linear);
        int offset = (int) linear & IN_PAGE;
        if (writeTags[i] == (linear & PAGE | context) && offset <= IN_PAGE - 1) {
            SHORTS.set(writePages[i], offset, (short) value);
        } else {
            storeSlowly(linear, 2, segment, privilege, value);
        }
    }

    /** Thirty-two bits. */
    public void store32(long linear, int segment, int value) {
        int i = index(linear);
        int offset = (int) linear & IN_PAGE;
        if (writeTags[i] == (linear & PAGE | context) && offset <= IN_PAGE - 3) {
            INTS.set(writePages[i], offset, value);
        } else {
            storeSlowly(linear, 4, segment, privilege, value);
        }
    }

    /** Sixty-four bits. */
    public void store64(long linear, int segment, long value) {
        int i = index(linear);
        int offset = (int) linear & IN_PAGE;
        if (writeTags[i] == (linear & PAGE | context) && offset <= IN_PAGE - 7) {
            LONGS.set(writePages[i], offset, value);
        } else {
            storeSlowly(linear, 8, segment, privilege, value);
        }
    }

    /** A store by the processor itself, supervisor mode whatever the CPL. */
    public void storeSystem(long linear, int bytes, long value) {
        storeSlowly(linear, bytes, NO_SEGMENT, AccessPrivilege.SUPERVISOR, value);
    }

    /** Makes sure that so many bytes can be stored, so that an instruction of several stores faults before the first. */
    public void requireStore(long linear, int bytes, int segment, AccessPrivilege by) {
        requireCanonical(linear, bytes, segment);
        long last = wrap(linear + bytes - 1);
        translation.translate(linear, MemoryAccess.WRITE, by);
        if (((linear ^ last) & PAGE) != 0) {
            translation.translate(last & PAGE, MemoryAccess.WRITE, by);
        }
    }

    // ---- the slow way ----

    private long wrap(long linear) {
        return longMode ? linear : linear & 0xFFFF_FFFFL;
    }

    private void requireCanonical(long linear, int bytes, int segment) {
        long last = linear + bytes - 1;
        if (longMode && (linear << 16 >> 16 != linear || last << 16 >> 16 != last)) {
            throw X86Fault.of(segment == X86Core.SS ? X86Fault.SS : X86Fault.GP, 0);
        }
    }

    private void requireAligned(long linear, int bytes) {
        if (alignmentChecked && (linear & bytes - 1) != 0) {
            throw X86Fault.of(X86Fault.AC, 0);
        }
    }

    private long loadSlowly(long linear, int bytes, int segment, AccessPrivilege by, MemoryAccess access) {
        requireCanonical(linear, bytes, segment);
        if (segment != NO_SEGMENT) {
            requireAligned(linear, bytes);
        }
        long physical = translation.translate(linear, access, by);
        long last = wrap(linear + bytes - 1);
        long lastPhysical = ((linear ^ last) & PAGE) == 0
                ? physical + bytes - 1
                : translation.translate(last & PAGE, access, by) | last & IN_PAGE;
        watch(linear, bytes, false);
        if (lastPhysical - physical == bytes - 1 && ((linear ^ last) & PAGE) == 0) {
            return loadPhysical(linear, physical, bytes, by);
        }
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | busLoad(piece(linear, physical, lastPhysical, i), 1);
        }
        return value;
    }

    /** The physical address of byte i of an access that begins in one page and ends in the next. */
    private static long piece(long linear, long physical, long lastPhysical, int i) {
        boolean first = ((linear & IN_PAGE) + i) <= IN_PAGE;
        return first ? physical + i : (lastPhysical & PAGE) + ((linear + i) & IN_PAGE);
    }

    private long loadPhysical(long linear, long physical, int bytes, AccessPrivilege by) {
        RamLocation at = bus.ramAt(physical);
        if (at == null) {
            attention.run();
        } else if (by == privilege && !alignmentChecked && !isWatched(linear & PAGE)) {
            readPages[index(linear)] = at.ram().page(at.page());
            readTags[index(linear)] = linear & PAGE | context;
        }
        return busLoad(physical, bytes);
    }

    /** What nobody answers reads as ones. */
    private long busLoad(long physical, int bytes) {
        try {
            return bus.load(physical, width(bytes));
        } catch (BusFault nobody) {
            return -1L >>> (64 - 8 * bytes);
        }
    }

    private static Width width(int bytes) {
        return switch (bytes) {
            case 1 -> Width.BYTE;
            case 2 -> Width.HALFWORD;
            case 4 -> Width.WORD;
            default -> Width.DOUBLEWORD;
        };
    }

    private void storeSlowly(long linear, int bytes, int segment, AccessPrivilege by, long value) {
        requireCanonical(linear, bytes, segment);
        if (segment != NO_SEGMENT) {
            requireAligned(linear, bytes);
        }
        long physical = translation.translate(linear, MemoryAccess.WRITE, by);
        long last = wrap(linear + bytes - 1);
        boolean onePage = ((linear ^ last) & PAGE) == 0;
        long lastPhysical = onePage
                ? physical + bytes - 1
                : translation.translate(last & PAGE, MemoryAccess.WRITE, by) | last & IN_PAGE;
        watch(linear, bytes, true);
        if (onePage) {
            storePhysical(physical, bytes, value);
            rememberWrite(linear, physical, by);
            return;
        }
        for (int i = 0; i < bytes; i++) {
            storePhysical(piece(linear, physical, lastPhysical, i), 1, value >>> 8 * i);
        }
    }

    private void rememberWrite(long linear, long physical, AccessPrivilege by) {
        RamLocation at = bus.ramAt(physical);
        if (at != null
                && at.writable()
                && by == privilege
                && !alignmentChecked
                && !isWatched(linear & PAGE)
                && !code.hasCode(at.ram(), at.page())) {
            writePages[index(linear)] = at.ram().writablePage(at.page());
            writeTags[index(linear)] = linear & PAGE | context;
        }
    }

    /** A store by physical address, as page-table walks make them too. */
    public void storePhysical(long physical, int bytes, long value) {
        RamLocation at = bus.ramAt(physical);
        if (at != null && at.writable()) {
            code.codeWritten(at.ram(), at.page(), at.offset(), bytes);
            byte[] before = at.ram().page(at.page());
            if (at.ram().writablePage(at.page()) != before) {
                forgetAll();
            }
        } else {
            attention.run();
        }
        try {
            bus.store(physical, width(bytes), value);
        } catch (BusFault nobody) {
            // A write that nobody takes is lost, as on the bus of a PC.
            return;
        }
    }

    private boolean isWatched(long page) {
        return watched.touches(page, IN_PAGE + 1) || breakpoints.touches(page, IN_PAGE + 1);
    }

    private void watch(long linear, int bytes, boolean write) {
        boolean hit = !watched.isEmpty() && watched.access(linear, bytes, write);
        if (breakpoints.access(linear, bytes, write) || hit) {
            attention.run();
        }
    }
}
