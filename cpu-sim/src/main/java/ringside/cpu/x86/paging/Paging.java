package ringside.cpu.x86.paging;

import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.x86.AccessPrivilege;
import ringside.cpu.x86.AddressTranslation;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.TranslationCache;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.paging.Tlb.Entry;

/**
 * The translation of linear addresses: TLB first, then the tables.
 *
 * <p>How it works: (1) A translation in the TLB is used as it is, stale or not, if it permits the access and, for a
 * write, has the dirty flag. (2) Else the tables are walked, the accessed and dirty flags are set, and the result is kept.
 * A translation that does not permit the access is dropped first, as a page fault does (@sdm Vol.3A 4.10.4.1). (3) An access
 * that faults sets no accessed flags. (4) What leaves the TLB is forgotten by {@link ringside.cpu.x86.LinearMemory} too.
 * (5) Address line 20 is a mask on every physical address, tables' too, and on none that is remembered here.
 */
public final class Paging implements AddressTranslation, TranslationCache {
    private static final long PHYSICAL_32 = 0xFFFF_FFFFL;
    private static final long LINE_20 = 1 << 20;
    /** Bits that must be 0 in the page-directory-pointer entries of PAE paging. @sdm Vol.3A Table 4-8 */
    private static final long RESERVED_IN_POINTER = ~((1L << 40) - 1) | 0x1E6;

    private final X86Core cpu;
    private final Tlb tlb = new Tlb();
    private final PageWalk walk;
    private final PageWalk peeking;
    private final long[] pointers = new long[4];
    /** The address lines that are on. */
    private long lines = -1;

    /** Makes the paging of a processor. */
    public Paging(X86Core cpu) {
        this.cpu = cpu;
        walk = new PageWalk(this::load);
        peeking = new PageWalk(this::look);
    }

    /** Switches address line 20: while it is off, bit 20 of every physical address is 0. @sdm Vol.3A 8.7.13.4 */
    public void setAddressLine20(boolean on) {
        lines = on ? -1 : ~LINE_20;
        cpu.memory().forgetAll();
    }

    private long load(long physical, int bytes) {
        try {
            return cpu.memory().bus().load(physical & lines, bytes == 4 ? Width.WORD : Width.DOUBLEWORD);
        } catch (BusFault nobody) {
            return -1L >>> 64 - 8 * bytes;
        }
    }

    private long look(long physical, int bytes) {
        try {
            return cpu.memory().bus().peek(physical & lines, bytes == 4 ? Width.WORD : Width.DOUBLEWORD);
        } catch (BusFault nobody) {
            return -1L >>> 64 - 8 * bytes;
        }
    }

    private int pcid() {
        SystemRegisters system = cpu.system();
        return (system.cr4 & SystemRegisters.CR4_PCIDE) != 0 ? (int) system.cr3 & 0xFFF : 0;
    }

    // ---- translating ----

    @Override
    public long translate(long linear, MemoryAccess access, AccessPrivilege privilege) {
        SystemRegisters system = cpu.system();
        PagingMode mode = PagingMode.of(system);
        if (mode == PagingMode.NONE) {
            return linear & PHYSICAL_32 & lines;
        }
        Entry known = tlb.find(linear, pcid());
        if (known != null) {
            boolean dirty = access != MemoryAccess.WRITE || known.dirty();
            if (dirty && PageRights.permits(system, known.rights(), access, privilege)) {
                return known.physical(linear) & lines;
            }
            drop(linear, pcid());
        }
        walk.walk(mode, system, pointers, linear);
        require(linear, access, privilege);
        setFlags(mode, access);
        keep(linear);
        return walk.physical(linear) & lines;
    }

    private void require(long linear, MemoryAccess access, AccessPrivilege privilege) {
        SystemRegisters system = cpu.system();
        boolean permitted =
                walk.present && !walk.reserved && PageRights.permits(system, walk.rights, access, privilege);
        if (!permitted) {
            int code = PageRights.errorCode(system, access, privilege)
                    | (walk.present ? PageRights.ERROR_PRESENT : 0)
                    | (walk.reserved ? PageRights.ERROR_RESERVED : 0);
            throw X86Fault.page(linear, code);
        }
    }

    /** Sets the accessed flags of all entries, and the dirty flag of the last. @sdm Vol.3A 4.8 */
    private void setFlags(PagingMode mode, MemoryAccess access) {
        for (int level = walk.firstLevel; level >= walk.lastLevel; level--) {
            boolean pointer = mode == PagingMode.PAE && level == 3;
            long wanted = walk.entries[level] | PageEntry.ACCESSED;
            if (level == walk.lastLevel && access == MemoryAccess.WRITE) {
                wanted |= PageEntry.DIRTY;
                walk.dirty = true;
            }
            if (!pointer && wanted != walk.entries[level]) {
                cpu.memory().storePhysical(walk.addresses[level] & lines, mode.entryBytes(), wanted);
            }
        }
    }

    private void keep(long linear) {
        Entry entry = new Entry(
                linear & -1L << walk.pageShift,
                walk.pageShift,
                walk.frame,
                walk.rights,
                walk.dirty,
                walk.global,
                pcid());
        Entry old = tlb.add(entry);
        if (old != null) {
            forget(old.page(), old.shift() != 12);
        }
    }

    private void forget(long linear, boolean large) {
        if (large) {
            cpu.memory().forgetAll();
        } else {
            cpu.memory().forget(linear);
        }
    }

    @Override
    public long peek(long linear) {
        PagingMode mode = PagingMode.of(cpu.system());
        if (mode == PagingMode.NONE) {
            return linear & PHYSICAL_32 & lines;
        }
        Entry known = tlb.find(linear, pcid());
        if (known != null) {
            return known.physical(linear) & lines;
        }
        peeking.walk(mode, cpu.system(), pointers, linear);
        return peeking.present && !peeking.reserved ? peeking.physical(linear) & lines : -1;
    }

    // ---- what software does to the TLB ----

    @Override
    public void flushPage(long linear) {
        flushPage(linear, pcid());
    }

    @Override
    public void flushPage(long linear, int pcid) {
        tellFlush(1, linear);
        drop(linear, pcid);
    }

    private void drop(long linear, int pcid) {
        forget(linear, tlb.drop(linear, pcid));
    }

    private void tellFlush(int onePage, long address) {
        if (cpu.trace().wants(CpuEventKind.TLB_FLUSH)) {
            cpu.trace().add(cpu.clock().instructions(), CpuEventKind.TLB_FLUSH, onePage, address, 0, 0);
        }
    }

    @Override
    public void flushContext(int pcid) {
        tellFlush(0, 0);
        tlb.dropContext(pcid);
        cpu.memory().forgetAll();
    }

    @Override
    public void flushNonGlobal() {
        tellFlush(0, 0);
        tlb.dropNonGlobal();
        cpu.memory().forgetAll();
    }

    @Override
    public void flushAll() {
        tellFlush(0, 0);
        tlb.dropAll();
        cpu.memory().forgetAll();
    }

    @Override
    public boolean loadPageDirectoryPointers(long cr3) {
        long[] loaded = new long[4];
        for (int i = 0; i < 4; i++) {
            loaded[i] = load((cr3 & 0xFFFF_FFE0L) + 8L * i, 8);
            boolean isPresent = (loaded[i] & PageEntry.PRESENT) != 0;
            if (isPresent && (loaded[i] & RESERVED_IN_POINTER) != 0) {
                return false;
            }
        }
        System.arraycopy(loaded, 0, pointers, 0, 4);
        return true;
    }

    // ---- views ----

    /** All page tables as memory says now. */
    public PageTablesView tables() {
        return new PageTablesReader(cpu.system(), this::look, pointers).read();
    }

    /** All page tables below another root than CR3's, read in the same mode; as memory says now. */
    public PageTablesView tables(long root) {
        return new PageTablesReader(cpu.system(), this::look, pointers).read(root);
    }

    /** The walk of an address as memory says now. */
    public PageWalkView walkOf(long linear) {
        return new PagingReader(cpu.system(), peeking, pointers).walk(linear, tlb.find(linear, pcid()));
    }

    /** The contents of the TLB, compared with what memory says now. */
    public TlbView tlb() {
        return new PagingReader(cpu.system(), peeking, pointers).tlb(tlb, pcid());
    }

    // ---- state ----

    /** Forgets everything, as a reset does. */
    public void reset() {
        java.util.Arrays.fill(pointers, 0);
        flushAll();
    }

    /** Writes the TLB and the page-directory pointers. */
    public void save(StateWriter out) {
        tlb.save(out);
        for (long pointer : pointers) {
            out.doubleword(pointer);
        }
    }

    /** Reads what {@link #save} wrote. */
    public void restore(StateReader in) {
        tlb.restore(in);
        for (int i = 0; i < pointers.length; i++) {
            pointers[i] = in.doubleword();
        }
        cpu.memory().forgetAll();
    }
}
