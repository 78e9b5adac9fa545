package ringside.oracle;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code multiboot.s} has printed.
 *
 * @param values registers and findings by name
 * @param bytes memory by address, as far as it was dumped
 */
record LoaderDump(Map<String, Long> values, Map<Long, Byte> bytes) {

    static LoaderDump parse(String text) {
        LoaderDump dump = new LoaderDump(new LinkedHashMap<>(), new HashMap<>());
        for (String line : text.split("\r?\n")) {
            String[] words = line.split(" ");
            if (line.startsWith("@")) {
                byte[] row = HexFormat.of().parseHex(words[1]);
                for (int i = 0; i < row.length; i++) {
                    dump.bytes.put(Long.parseLong(words[0].substring(1), 16) + i, row[i]);
                }
            } else {
                dump.values.put(words[0], Long.parseLong(words[1], 16));
            }
        }
        return dump;
    }

    long value(String name) {
        return values.get(name);
    }

    boolean has(long address) {
        return bytes.containsKey(address);
    }

    private int u8(long address) {
        Byte value = bytes.get(address);
        if (value == null) {
            throw new AssertionError("the kernel has not dumped the memory at " + Long.toHexString(address));
        }
        return value & 0xFF;
    }

    private long number(long address, int size) {
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | u8(address + i);
        }
        return value;
    }

    long u32(long address) {
        return number(address, 4);
    }

    long u64(long address) {
        return number(address, 8);
    }

    /** A text up to its zero. */
    String text(long address) {
        StringBuilder text = new StringBuilder();
        for (long at = address; u8(at) != 0; at++) {
            text.append((char) u8(at));
        }
        return text.toString();
    }

    byte[] block(long address, long size) {
        byte[] block = new byte[(int) size];
        for (int i = 0; i < size; i++) {
            block[i] = (byte) u8(address + i);
        }
        return block;
    }

    String hex(long address, long size) {
        return HexFormat.of().formatHex(block(address, size));
    }
}
