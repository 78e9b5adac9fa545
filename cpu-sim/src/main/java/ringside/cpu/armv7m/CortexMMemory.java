package ringside.cpu.armv7m;

import ringside.cpu.armv7m.mpu.Mpu;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Width;

/** The memory accesses of instructions: the fast path, alignment, and what a refusal becomes. @arm B2.3 */
abstract class CortexMMemory extends CortexMBus {
    CortexMMemory(Bus bus, Mpu mpu, CortexMConfiguration configuration) {
        super(bus, mpu, configuration);
    }

    abstract boolean trapsUnaligned();

    /** Whether data BusFaults are to be ignored now: CCR.BFHFNMIGN at negative priority. */
    abstract boolean ignoresBusFaults();

    /** Records a refused data access and abandons the instruction. */
    abstract InstructionAbandoned dataFault(long refusal, int address);

    abstract InstructionAbandoned unalignedFault();

    // ---- the fast path ----

    @Override
    public final int memU32(int address) {
        int i = address >>> BLOCK_SHIFT & ENTRIES - 1;
        if (readTags[i] == (address >>> BLOCK_SHIFT | context) && (address & 3) == 0) {
            return (int) WORDS.get(readPages[i], address & IN_PAGE);
        }
        return loadSlowly(address, Width.WORD, false);
    }

    @Override
    public final int memU16(int address) {
        int i = address >>> BLOCK_SHIFT & ENTRIES - 1;
        if (readTags[i] == (address >>> BLOCK_SHIFT | context) && (address & 1) == 0) {
            return (short) HALFWORDS.get(readPages[i], address & IN_PAGE) & 0xFFFF;
        }
        return loadSlowly(address, Width.HALFWORD, false);
    }

    @Override
    public final int memU8(int address) {
        int i = address >>> BLOCK_SHIFT & ENTRIES - 1;
        if (readTags[i] == (address >>> BLOCK_SHIFT | context)) {
            return readPages[i][address & IN_PAGE] & 0xFF;
        }
        return loadSlowly(address, Width.BYTE, false);
    }

    @Override
    public final void setMemU32(int address, int value) {
        int i = address >>> BLOCK_SHIFT & ENTRIES - 1;
        if (writeTags[i] == (address >>> BLOCK_SHIFT | context) && (address & 3) == 0) {
            WORDS.set(writePages[i], address & IN_PAGE, value);
        } else {
            storeSlowly(address, Width.WORD, value, false);
        }
    }

    @Override
    public final void setMemU16(int address, int value) {
        int i = address >>> BLOCK_SHIFT & ENTRIES - 1;
        if (writeTags[i] == (address >>> BLOCK_SHIFT | context) && (address & 1) == 0) {
            HALFWORDS.set(writePages[i], address & IN_PAGE, (short) value);
        } else {
            storeSlowly(address, Width.HALFWORD, value, false);
        }
    }

    @Override
    public final void setMemU8(int address, int value) {
        int i = address >>> BLOCK_SHIFT & ENTRIES - 1;
        if (writeTags[i] == (address >>> BLOCK_SHIFT | context)) {
            writePages[i][address & IN_PAGE] = (byte) value;
        } else {
            storeSlowly(address, Width.BYTE, value, false);
        }
    }

    @Override
    public final int memA32(int address) {
        if ((address & 3) != 0) {
            throw unalignedFault();
        }
        return memU32(address);
    }

    @Override
    public final void setMemA32(int address, int value) {
        if ((address & 3) != 0) {
            throw unalignedFault();
        }
        setMemU32(address, value);
    }

    @Override
    public final int memA16(int address) {
        if ((address & 1) != 0) {
            throw unalignedFault();
        }
        return memU16(address);
    }

    @Override
    public final void setMemA16(int address, int value) {
        if ((address & 1) != 0) {
            throw unalignedFault();
        }
        setMemU16(address, value);
    }

    @Override
    public final int memUUnpriv(int address, int size) {
        return loadSlowly(address, width(size), true);
    }

    @Override
    public final void setMemUUnpriv(int address, int size, int value) {
        storeSlowly(address, width(size), value, true);
    }

    private static Width width(int size) {
        return size == 4 ? Width.WORD : size == 2 ? Width.HALFWORD : Width.BYTE;
    }

    // ---- the slow way ----

    private int loadSlowly(int address, Width width, boolean unprivileged) {
        boolean asPrivileged = privileged && !unprivileged;
        if ((address & width.bytes() - 1) != 0) {
            return loadUnaligned(address, width, asPrivileged);
        }
        long value = tryLoad(address, width, asPrivileged);
        if (value < 0) {
            return afterRefusal(value, address);
        }
        return (int) value;
    }

    private int afterRefusal(long refusal, int address) {
        if (refusal == BUS_REFUSED && ignoresBusFaults()) {
            return 0;
        }
        throw dataFault(refusal, address);
    }

    /** An unaligned access is made byte by byte. */
    private int loadUnaligned(int address, Width width, boolean asPrivileged) {
        if (trapsUnaligned()) {
            throw unalignedFault();
        }
        int value = 0;
        for (int i = 0; i < width.bytes(); i++) {
            long part = tryLoad(address + i, Width.BYTE, asPrivileged);
            value |= (part < 0 ? afterUnaligned(part, address, i) : (int) part) << 8 * i;
        }
        return value;
    }

    private void storeSlowly(int address, Width width, int value, boolean unprivileged) {
        boolean asPrivileged = privileged && !unprivileged;
        if ((address & width.bytes() - 1) != 0) {
            storeUnaligned(address, width, value, asPrivileged);
            return;
        }
        long refusal = tryStore(address, width, value, asPrivileged);
        if (refusal < 0) {
            afterRefusal(refusal, address);
        }
    }

    private void storeUnaligned(int address, Width width, int value, boolean asPrivileged) {
        if (trapsUnaligned()) {
            throw unalignedFault();
        }
        for (int i = 0; i < width.bytes(); i++) {
            long refusal = tryStore(address + i, Width.BYTE, value >>> 8 * i & 0xFF, asPrivileged);
            if (refusal < 0) {
                afterUnaligned(refusal, address, i);
            }
        }
    }

    /** MMFAR names the byte that was refused, BFAR the address that the instruction asked for. @arm B3.2.17, B3.2.18 */
    private int afterUnaligned(long refusal, int address, int byteNumber) {
        return afterRefusal(refusal, refusal == BUS_REFUSED ? address : address + byteNumber);
    }
}
