package ringside.cpu.silicon;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A case for the native harness: what it finds in registers and memory. The harness's {@code records.c} tells the format. */
final class SiliconCase {
    private static final int STEP = 1;
    private static final int COMPAT = 2;
    private static final int XMM = 4;
    private static final int X87 = 8;
    private static final int SELECTORS = 16;
    private static final int SAVES = 32;
    private static final int SIXTEEN = 64;
    private static final int MOST_CHUNKS = 30;

    final String name;
    final byte[] code;
    final boolean compat;
    final boolean sixteen;
    boolean step;
    boolean usesXmm;
    boolean usesX87;
    boolean showsSelectors;
    long rip;
    long rflags;
    long flagsMask;
    final long[] registers = new long[16];
    long fsBase;
    long gsBase;
    int mxcsr = 0x1F80;
    /** Where FXSAVE stores, or 0. */
    long savedAt;
    /** All x87 exceptions must be masked. */
    boolean isMasked;

    final byte[][] xmm = new byte[16][16];
    int fcw = 0x37F;
    int fsw;
    int tags;
    final byte[][] st = new byte[8][10];
    private final List<Chunk> chunks = new ArrayList<>();

    private record Chunk(long address, byte[] bytes) {}

    SiliconCase(String name, byte[] code, int codeBits) {
        this.name = name;
        this.code = code;
        this.compat = codeBits != 64;
        this.sixteen = codeBits == 16;
    }

    /** Puts bytes into memory, unless others are there already, or memory ends. */
    void put(long address, byte[] bytes) {
        long last = compat ? 0xFFFF_FFFFL : -1;
        if (Long.compareUnsigned(last - address, bytes.length - 1) < 0) {
            return;
        }
        for (Chunk other : chunks) {
            if (address - other.address < other.bytes.length && other.address - address < bytes.length) {
                return;
            }
        }
        if (chunks.size() < MOST_CHUNKS) {
            chunks.add(new Chunk(address, bytes));
        }
    }

    /** Appends the record. */
    void write(ByteBuffer out) {
        out.order(ByteOrder.LITTLE_ENDIAN);
        int start = out.position();
        out.putInt(0);
        out.put((byte) 'C');
        out.put((byte) ((step ? STEP : 0)
                | (compat ? COMPAT : 0)
                | (usesXmm ? XMM : 0)
                | (usesX87 ? X87 : 0)
                | (showsSelectors ? SELECTORS : 0)
                | (savedAt != 0 ? SAVES : 0)
                | (sixteen ? SIXTEEN : 0)));
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        out.put((byte) text.length).put(text);
        out.put((byte) code.length).put(code);
        out.putLong(rip).putLong(rflags).putLong(flagsMask);
        for (long value : registers) {
            out.putLong(value);
        }
        out.putLong(fsBase).putLong(gsBase);
        if (usesXmm) {
            out.putInt(mxcsr);
            for (byte[] value : xmm) {
                out.put(value);
            }
        }
        if (usesX87) {
            out.putShort((short) fcw).putShort((short) fsw).putShort((short) tags);
            for (byte[] value : st) {
                out.put(value);
            }
        }
        if (savedAt != 0) {
            out.putLong(savedAt);
        }
        out.put((byte) chunks.size());
        for (Chunk chunk : chunks) {
            out.putLong(chunk.address).put((byte) chunk.bytes.length).put(chunk.bytes);
        }
        out.putInt(start, out.position() - start - 4);
    }
}
