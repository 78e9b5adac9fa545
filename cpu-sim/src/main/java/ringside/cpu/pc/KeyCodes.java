package ringside.cpu.pc;

import java.io.ByteArrayOutputStream;

/**
 * Scan codes: what a key is called in set 2, which keyboards send, and in set 1, which software of PCs expects.
 *
 * <p>The two sets are given side by side for the keys of a US keyboard; a translating controller needs no more than that,
 * since the bytes E0 and those from 85 on stay as they are.   @board IBM AT Technical Reference, Keyboard
 */
final class KeyCodes {
    // spotless:off
    /** Pairs of set 2 and set 1. */
    private static final int[] PAIRS = {
        0x76, 0x01, 0x16, 0x02, 0x1E, 0x03, 0x26, 0x04, 0x25, 0x05, 0x2E, 0x06, 0x36, 0x07, 0x3D, 0x08,
        0x3E, 0x09, 0x46, 0x0A, 0x45, 0x0B, 0x4E, 0x0C, 0x55, 0x0D, 0x66, 0x0E, 0x0D, 0x0F, 0x15, 0x10,
        0x1D, 0x11, 0x24, 0x12, 0x2D, 0x13, 0x2C, 0x14, 0x35, 0x15, 0x3C, 0x16, 0x43, 0x17, 0x44, 0x18,
        0x4D, 0x19, 0x54, 0x1A, 0x5B, 0x1B, 0x5A, 0x1C, 0x14, 0x1D, 0x1C, 0x1E, 0x1B, 0x1F, 0x23, 0x20,
        0x2B, 0x21, 0x34, 0x22, 0x33, 0x23, 0x3B, 0x24, 0x42, 0x25, 0x4B, 0x26, 0x4C, 0x27, 0x52, 0x28,
        0x0E, 0x29, 0x12, 0x2A, 0x5D, 0x2B, 0x1A, 0x2C, 0x22, 0x2D, 0x21, 0x2E, 0x2A, 0x2F, 0x32, 0x30,
        0x31, 0x31, 0x3A, 0x32, 0x41, 0x33, 0x49, 0x34, 0x4A, 0x35, 0x59, 0x36, 0x7C, 0x37, 0x11, 0x38,
        0x29, 0x39, 0x58, 0x3A, 0x05, 0x3B, 0x06, 0x3C, 0x04, 0x3D, 0x0C, 0x3E, 0x03, 0x3F, 0x0B, 0x40,
        0x83, 0x41, 0x0A, 0x42, 0x01, 0x43, 0x09, 0x44, 0x77, 0x45, 0x7E, 0x46, 0x6C, 0x47, 0x75, 0x48,
        0x7D, 0x49, 0x7B, 0x4A, 0x6B, 0x4B, 0x73, 0x4C, 0x74, 0x4D, 0x79, 0x4E, 0x69, 0x4F, 0x72, 0x50,
        0x7A, 0x51, 0x70, 0x52, 0x71, 0x53, 0x84, 0x54, 0x61, 0x56, 0x78, 0x57, 0x07, 0x58, 0x1F, 0x5B,
        0x27, 0x5C, 0x2F, 0x5D,
    };
    // spotless:on

    /** The characters of the keys of set 1 from 0x01 on, plain and with shift; 0 where a key has none. */
    private static final String PLAIN = "\0331234567890-=\b\tqwertyuiop[]\n\0asdfghjkl;'`\0\\zxcvbnm,./\0*\0 ";

    private static final String SHIFTED = "\0!@#$%^&*()_+\0\0QWERTYUIOP{}\0\0ASDFGHJKL:\"~\0|ZXCVBNM<>?\0\0\0\0";

    private static final int SHIFT = 0x12;
    private static final int CONTROL = 0x14;
    private static final int RELEASE = 0xF0;
    private static final int[] TO_SET_1 = new int[256];
    private static final int[] TO_SET_2 = new int[128];

    static {
        for (int i = 0; i < 256; i++) {
            TO_SET_1[i] = i;
        }
        for (int i = 0; i < PAIRS.length; i += 2) {
            TO_SET_1[PAIRS[i]] = PAIRS[i + 1];
            TO_SET_2[PAIRS[i + 1]] = PAIRS[i];
        }
    }

    private KeyCodes() {}

    /** A byte of set 2 in set 1. */
    static int translate(int value) {
        return TO_SET_1[value];
    }

    /** What pressing and releasing the keys for a character sends, in set 2; nothing for one without a key. */
    static byte[] ofCharacter(int character) {
        char wanted = character == '\r' ? '\n' : character == 0x7F ? '\b' : (char) character;
        int key = wanted == 0 ? -1 : PLAIN.indexOf(wanted);
        if (key >= 0) {
            return press(0, TO_SET_2[key + 1]);
        }
        key = wanted == 0 ? -1 : SHIFTED.indexOf(wanted);
        if (key >= 0) {
            return press(SHIFT, TO_SET_2[key + 1]);
        }
        if (wanted >= 1 && wanted <= 26) {
            return press(CONTROL, TO_SET_2[PLAIN.indexOf((char) (wanted + 'a' - 1)) + 1]);
        }
        return new byte[0];
    }

    private static byte[] press(int modifier, int key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (modifier != 0) {
            bytes.write(modifier);
        }
        bytes.write(key);
        bytes.write(RELEASE);
        bytes.write(key);
        if (modifier != 0) {
            bytes.write(RELEASE);
            bytes.write(modifier);
        }
        return bytes.toByteArray();
    }
}
