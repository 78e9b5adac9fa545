package ringside.cpu.semihosting;

import java.util.Arrays;

/** The bytes of one file as the guest has it now. They are shared with the original until it writes. */
final class GuestFile {
    private byte[] bytes;
    private int length;
    private boolean shared;

    private GuestFile(byte[] bytes, boolean shared) {
        this.bytes = bytes;
        this.length = bytes.length;
        this.shared = shared;
    }

    static GuestFile original(byte[] bytes) {
        return new GuestFile(bytes, true);
    }

    static GuestFile changed(byte[] bytes) {
        return new GuestFile(bytes, false);
    }

    int length() {
        return length;
    }

    /** Whether it is still the file of the host's folder. */
    boolean isOriginal() {
        return shared;
    }

    byte[] content() {
        return shared ? bytes : Arrays.copyOf(bytes, length);
    }

    byte at(int position) {
        return bytes[position];
    }

    void truncate() {
        bytes = new byte[0];
        length = 0;
        shared = false;
    }

    /** Writes at the position; a gap before it is filled with zeros. */
    void write(int position, byte[] data) {
        int end = position + data.length;
        if (shared || end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.max(end, length), shared ? 0 : bytes.length * 2));
            shared = false;
        }
        System.arraycopy(data, 0, bytes, position, data.length);
        length = Math.max(length, end);
    }
}
