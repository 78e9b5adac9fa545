package ringside.cpu.bus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Maps physical addresses to RAM and devices.
 *
 * <p>This is the slow, general way; processors keep the pages of hot RAM at hand themselves (see {@link #ramAt}).
 * Multi-byte accesses are little-endian and must not cross from one mapping into another.
 */
public final class Bus implements DeviceSpace {
    private enum OnWrite {
        STORE,
        IGNORE,
        REFUSE
    }

    private record Mapping(long base, long size, Ram ram, OnWrite onWrite, Device device) {
        boolean contains(long address, int length) {
            return Long.compareUnsigned(address - base, size) < 0
                    && Long.compareUnsigned(address - base + length - 1, size) < 0;
        }
    }

    /**
     * Addresses at which one thing answers.
     *
     * @param ram the memory, if it is memory
     * @param writable whether writes to the memory are kept
     * @param device the device, if it is one
     */
    public record Region(long base, long size, Optional<Ram> ram, boolean writable, Optional<Device> device) {}

    /** Where an address lies in RAM. */
    public record RamLocation(Ram ram, int page, int offset, boolean writable) {}

    private final List<Mapping> mappings = new ArrayList<>();
    private final List<Ram> rams = new ArrayList<>();
    private final List<Device> devices = new ArrayList<>();
    /** The device that can be moved, or null; it is among the mappings too. */
    private Mapping movable;

    private boolean movableAnswers;

    /** Maps RAM at its own base. */
    public void map(Ram ram) {
        map(ram, ram.base(), OnWrite.STORE);
    }

    /** Maps RAM that the guest can read but not write. */
    public void mapReadOnly(Ram ram) {
        map(ram, ram.base(), OnWrite.IGNORE);
    }

    /** Maps RAM that the guest can read; a write gets a bus error. */
    public void mapWriteProtected(Ram ram) {
        map(ram, ram.base(), OnWrite.REFUSE);
    }

    /** Maps the same RAM once more, or at another address than its own. */
    public void mapAlias(Ram ram, long base, boolean writable) {
        map(ram, base, writable ? OnWrite.STORE : OnWrite.IGNORE);
    }

    private void map(Ram ram, long base, OnWrite onWrite) {
        add(new Mapping(base, ram.size(), ram, onWrite, null));
        if (!rams.contains(ram)) {
            rams.add(ram);
        }
    }

    /** Maps a device's registers. */
    public void map(Device device, long base, long size) {
        add(new Mapping(base, size, null, OnWrite.STORE, device));
        if (!devices.contains(device)) {
            devices.add(device);
        }
    }

    /**
     * Maps the registers of a device that can be moved: where it is, it is before anything else. There can be one such
     * device.
     */
    public void mapMovable(Device device, long base, long size) {
        movable = new Mapping(base, size, null, OnWrite.STORE, device);
        mappings.add(movable);
        devices.add(device);
        movableAnswers = true;
    }

    /** Moves the movable device, if there is one, and says whether it answers there. */
    public void move(long base, boolean answers) {
        if (movable != null) {
            Mapping moved = new Mapping(base, movable.size, null, OnWrite.STORE, movable.device);
            mappings.set(mappings.indexOf(movable), moved);
            movable = moved;
            movableAnswers = answers;
        }
    }

    private boolean isMovables(long address, int length) {
        return movableAnswers && movable.contains(address, length);
    }

    private void add(Mapping mapping) {
        for (Mapping other : mappings) {
            if (mapping.base < other.base + other.size && other.base < mapping.base + mapping.size) {
                throw new IllegalArgumentException("mappings overlap at 0x" + Long.toHexString(mapping.base));
            }
        }
        mappings.add(mapping);
    }

    /** All RAM, in the order of mapping. */
    public List<Ram> rams() {
        return Collections.unmodifiableList(rams);
    }

    /** What answers where, in the order of mapping. Between the regions there is nothing. */
    public List<Region> regions() {
        return mappings.stream()
                .map(m -> new Region(
                        m.base,
                        m.size,
                        Optional.ofNullable(m.ram),
                        m.onWrite == OnWrite.STORE,
                        Optional.ofNullable(m.device)))
                .toList();
    }

    @Override
    public List<Device> devices() {
        return Collections.unmodifiableList(devices);
    }

    @Override
    public long baseOf(Device device) {
        for (Mapping m : mappings) {
            if (device.equals(m.device)) {
                return m.base;
            }
        }
        throw new IllegalArgumentException(device.name() + " is not on this bus");
    }

    /** Where the address lies in RAM, or null if it is a device's or nobody's. */
    public RamLocation ramAt(long address) {
        if (isMovables(address, 1)) {
            return null;
        }
        for (int i = 0; i < mappings.size(); i++) {
            Mapping m = mappings.get(i);
            if (m.ram != null && m.contains(address, 1)) {
                long offset = address - m.base;
                return new RamLocation(
                        m.ram,
                        (int) (offset >>> Ram.PAGE_SHIFT),
                        (int) offset & (Ram.PAGE_SIZE - 1),
                        m.onWrite == OnWrite.STORE);
            }
        }
        return null;
    }

    /**
     * Reads with effects.
     *
     * @throws BusFault if nothing answers
     */
    public long load(long address, Width width) {
        Mapping m = find(address, width);
        if (m.ram != null) {
            return readRam(m, address, width);
        }
        try {
            return m.device.load((int) (address - m.base), width) & mask(width);
        } catch (BusFault refused) {
            throw new BusFault(address);
        }
    }

    /**
     * Reads without effects.
     *
     * @throws BusFault if nothing answers
     */
    public long peek(long address, Width width) {
        Mapping m = find(address, width);
        if (m.ram != null) {
            return readRam(m, address, width);
        }
        try {
            return m.device.peek((int) (address - m.base), width) & mask(width);
        } catch (BusFault refused) {
            throw new BusFault(address);
        }
    }

    /**
     * Writes with effects. A write to read-only memory is ignored.
     *
     * @throws BusFault if nothing answers, or the memory is write-protected
     */
    public void store(long address, Width width, long value) {
        Mapping m = find(address, width);
        if (m.ram != null) {
            if (m.onWrite == OnWrite.REFUSE) {
                throw new BusFault(address);
            }
            if (m.onWrite == OnWrite.STORE) {
                writeRam(m, address, width, value);
            }
            return;
        }
        try {
            m.device.store((int) (address - m.base), width, (int) value);
        } catch (BusFault refused) {
            throw new BusFault(address);
        }
    }

    /**
     * Puts bytes into memory, also read-only memory, as a loader or a debugger does.
     *
     * @throws BusFault if some of them would lie outside RAM
     */
    public void poke(long address, byte[] bytes) {
        int done = 0;
        while (done < bytes.length) {
            RamLocation at = ramAt(address + done);
            if (at == null) {
                throw new BusFault(address + done);
            }
            int length = Math.min(bytes.length - done, Ram.PAGE_SIZE - at.offset());
            System.arraycopy(bytes, done, at.ram().writablePage(at.page()), at.offset(), length);
            done += length;
        }
    }

    private Mapping find(long address, Width width) {
        if (isMovables(address, width.bytes())) {
            return movable;
        }
        for (int i = 0; i < mappings.size(); i++) {
            Mapping m = mappings.get(i);
            if (m != movable && m.contains(address, width.bytes())) {
                return m;
            }
        }
        throw new BusFault(address);
    }

    private static long mask(Width width) {
        return width == Width.DOUBLEWORD ? -1L : (1L << (width.bytes() * 8)) - 1;
    }

    private static long readRam(Mapping m, long address, Width width) {
        long value = 0;
        for (int i = width.bytes() - 1; i >= 0; i--) {
            long offset = address - m.base + i;
            byte[] page = m.ram.page((int) (offset >>> Ram.PAGE_SHIFT));
            value = value << 8 | page[(int) offset & (Ram.PAGE_SIZE - 1)] & 0xFF;
        }
        return value;
    }

    private static void writeRam(Mapping m, long address, Width width, long value) {
        for (int i = 0; i < width.bytes(); i++) {
            long offset = address - m.base + i;
            byte[] page = m.ram.writablePage((int) (offset >>> Ram.PAGE_SHIFT));
            page[(int) offset & (Ram.PAGE_SIZE - 1)] = (byte) (value >>> (8 * i));
        }
    }
}
