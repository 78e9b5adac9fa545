package ringside.cpu.x86.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One instruction with the registers and the memory before it, or those after it: the records of {@code float.c}.
 *
 * <p>RBX and RDI point to the memory.
 */
final class FloatCase {
    static final int SIZE = 1200;
    static final int FX = 48;
    static final int MEMORY = 560;
    static final int MEMORY_SIZE = 640;

    final ByteBuffer bytes;

    FloatCase() {
        this(new byte[SIZE]);
    }

    FloatCase(byte[] content) {
        bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    void setCode(byte[] code) {
        bytes.put(0, (byte) code.length);
        bytes.put(1, code);
    }

    byte[] code() {
        byte[] code = new byte[bytes.get(0)];
        bytes.get(1, code);
        return code;
    }

    /** RAX, RCX, RDX, RFLAGS of a case before. */
    long before(int n) {
        return bytes.getLong(16 + 8 * n);
    }

    void setBefore(int n, long value) {
        bytes.putLong(16 + 8 * n, value);
    }

    /** The signal, RAX, RCX, RDX, RFLAGS after. */
    long after(int n) {
        return bytes.getLong(8 * n);
    }

    void setAfter(int n, long value) {
        bytes.putLong(8 * n, value);
    }
}
