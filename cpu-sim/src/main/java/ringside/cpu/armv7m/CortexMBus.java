package ringside.cpu.armv7m;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import ringside.cpu.armv7m.mpu.AccessKind;
import ringside.cpu.armv7m.mpu.DefaultMemoryMap;
import ringside.cpu.armv7m.mpu.Mpu;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Bus.RamLocation;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.WatchedMemory;

/**
 * How the processor reaches memory: what it remembers, and the slow way.
 *
 * <p>How it works: (1) Memory is thought of in blocks of 256 bytes. Two small tables, one for reads and one for writes,
 * remember for a block that the present privilege may access it, and the page array it lies in; that is the fast path of
 * every access. (2) A block is remembered only if it is plain RAM, one answer of the memory protection holds for all of
 * it, nothing in it is watched, and, for writes, no decoded code lies in it and its page is ours to write. (3) A tag is
 * the block's number and the {@link #context}: the regime (privileged, unprivileged, past the MPU) and a generation that
 * grows to forget everything at once. (4) All else goes the slow way: protection, private peripherals, bit-band, bus.
 */
abstract class CortexMBus extends CortexM {
    /** A refusal by the memory protection, as the result of a slow access. */
    static final long MEM_MANAGE_REFUSED = -1;
    /** No answer, or a refusal by a device or by the private peripherals, as the result of a slow access. */
    static final long BUS_REFUSED = -2;

    static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle HALFWORDS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    static final int BLOCK_SHIFT = CodeBlock.SHIFT;
    private static final int BLOCK_SIZE = CodeBlock.SIZE;
    static final int ENTRIES = 1024;
    static final int IN_PAGE = Ram.PAGE_SIZE - 1;
    private static final int REGIME_SHIFT = 24;
    private static final int GENERATION_SHIFT = 26;

    final int[] readTags = new int[ENTRIES];
    final int[] writeTags = new int[ENTRIES];
    final byte[][] readPages = new byte[ENTRIES][];
    final byte[][] writePages = new byte[ENTRIES][];

    final Bus bus;
    final Mpu mpu;
    final CodeCache codeCache = new CodeCache();
    final WatchedMemory watchpoints = new WatchedMemory();
    private final boolean bitBand;
    private final boolean flat;

    /** Which answers of the tables hold now: regime and generation, above the 24 bits of a block's number. */
    int context = 1 << GENERATION_SHIFT;
    /** Whether the code that runs now is privileged. */
    boolean privileged = true;
    /** Whether the execution priority is below 0. */
    boolean negativePriority;
    /** Something happened that the step loop must look at before the next instruction. */
    boolean attention;

    CortexMBus(Bus bus, Mpu mpu, CortexMConfiguration configuration) {
        this.bus = bus;
        this.mpu = mpu;
        bitBand = configuration.bitBand();
        flat = configuration.flatMemory();
    }

    // ---- what the layers above decide ----

    abstract int loadPrivate(int address, Width width);

    abstract void storePrivate(int address, Width width, int value);

    /** Whether unprivileged code may write that address of the private peripherals: STIR if CCR permits. */
    abstract boolean permitsUnprivilegedStore(int address);

    // ---- the tables ----

    /** Forgets everything the tables know. */
    final void forgetPages() {
        int generation = (context >>> GENERATION_SHIFT) + 1 & 0x3F;
        if (generation == 0) {
            Arrays.fill(readTags, 0);
            Arrays.fill(writeTags, 0);
            forgetCodeTags();
            generation = 1;
        }
        context = generation << GENERATION_SHIFT | context & 3 << REGIME_SHIFT;
    }

    abstract void forgetCodeTags();

    /** Follows a change of privilege or of the execution priority. */
    final void setRegime(boolean nowPrivileged, boolean nowNegative) {
        privileged = nowPrivileged;
        negativePriority = nowNegative;
        int regime = (nowPrivileged ? 1 : 0) | (nowNegative ? 2 : 0);
        context = context & ~(3 << REGIME_SHIFT) | regime << REGIME_SHIFT;
    }

    private static int index(int address) {
        return address >>> BLOCK_SHIFT & ENTRIES - 1;
    }

    private void rememberRead(int address, RamLocation at) {
        if (isUniform(address) && !isWatched(address)) {
            readPages[index(address)] = at.ram().page(at.page());
            readTags[index(address)] = address >>> BLOCK_SHIFT | context;
        }
    }

    private void rememberWrite(int address, RamLocation at) {
        if (isUniform(address) && !isWatched(address) && codeCache.find(at.ram(), at.page(), at.offset()) == null) {
            writePages[index(address)] = at.ram().writablePage(at.page());
            writeTags[index(address)] = address >>> BLOCK_SHIFT | context;
        }
    }

    private boolean isWatched(int address) {
        return watchpoints.touches(address & 0xFFFF_FFFFL & -BLOCK_SIZE, BLOCK_SIZE);
    }

    final boolean isUniform(int address) {
        return mpu.rules().isUniform(address & -BLOCK_SIZE, BLOCK_SIZE);
    }

    final boolean permits(int address, AccessKind kind, boolean asPrivileged) {
        return flat
                || mpu.rules()
                        .decide(address, kind, asPrivileged, negativePriority)
                        .allowed();
    }

    private boolean isPrivate(int address) {
        return DefaultMemoryMap.isPrivatePeripheral(address) && !flat;
    }

    // ---- the slow way ----

    /** An aligned load with all checks: the value, unsigned, or one of the refusals. */
    final long tryLoad(int address, Width width, boolean asPrivileged) {
        try {
            if (isPrivate(address)) {
                if (!asPrivileged) {
                    return BUS_REFUSED;
                }
                attention = true;
                return loadPrivate(address, width) & mask(width);
            }
            if (!permits(address, AccessKind.READ, asPrivileged)) {
                return MEM_MANAGE_REFUSED;
            }
            if (!watchpoints.isEmpty() && watchpoints.access(address & 0xFFFF_FFFFL, width.bytes(), false)) {
                attention = true;
            }
            return bitBand && BitBand.isAlias(address)
                    ? loadBit(address, width)
                    : loadRamOrDevice(address, width, asPrivileged);
        } catch (BusFault refused) {
            return BUS_REFUSED;
        }
    }

    private long loadRamOrDevice(int address, Width width, boolean asPrivileged) {
        RamLocation at = bus.ramAt(address & 0xFFFF_FFFFL);
        if (at == null) {
            attention = true;
        } else if (asPrivileged == privileged) {
            rememberRead(address, at);
        }
        return bus.load(address & 0xFFFF_FFFFL, width) & mask(width);
    }

    private static long mask(Width width) {
        return (1L << 8 * width.bytes()) - 1;
    }

    /** An aligned store with all checks: 0, or one of the refusals. */
    final long tryStore(int address, Width width, int value, boolean asPrivileged) {
        try {
            if (isPrivate(address)) {
                if (!asPrivileged && !permitsUnprivilegedStore(address)) {
                    return BUS_REFUSED;
                }
                attention = true;
                storePrivate(address, width, value);
                return 0;
            }
            if (!permits(address, AccessKind.WRITE, asPrivileged)) {
                return MEM_MANAGE_REFUSED;
            }
            if (!watchpoints.isEmpty() && watchpoints.access(address & 0xFFFF_FFFFL, width.bytes(), true)) {
                attention = true;
            }
            if (bitBand && BitBand.isAlias(address)) {
                storeBit(address, width, value);
            } else {
                storePhysical(address, width, value, asPrivileged == privileged);
            }
            return 0;
        } catch (BusFault refused) {
            return BUS_REFUSED;
        }
    }

    private void storePhysical(int address, Width width, int value, boolean remember) {
        RamLocation at = bus.ramAt(address & 0xFFFF_FFFFL);
        if (at == null || !at.writable()) {
            attention = true;
            bus.store(address & 0xFFFF_FFFFL, width, value & mask(width));
            return;
        }
        boolean hadCode = codeCache.drop(at.ram(), at.page(), at.offset());
        byte[] before = at.ram().page(at.page());
        byte[] page = at.ram().writablePage(at.page());
        if (hadCode || page != before) {
            forgetPages();
            attention = true;
        }
        switch (width) {
            case WORD -> WORDS.set(page, at.offset(), value);
            case HALFWORD -> HALFWORDS.set(page, at.offset(), (short) value);
            default -> page[at.offset()] = (byte) value;
        }
        if (remember) {
            rememberWrite(address, at);
        }
    }

    // ---- bit-band ----

    private long loadBit(int address, Width width) {
        attention = true;
        long target = BitBand.target(address, width) & 0xFFFF_FFFFL;
        return bus.load(target, width) >>> BitBand.bit(address, width) & 1;
    }

    private void storeBit(int address, Width width, int value) {
        attention = true;
        int target = BitBand.target(address, width);
        int bit = 1 << BitBand.bit(address, width);
        int others = (int) bus.load(target & 0xFFFF_FFFFL, width) & ~bit;
        storePhysical(target, width, others | ((value & 1) != 0 ? bit : 0), false);
    }
}
