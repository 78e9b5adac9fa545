package ringside.cpu.image.dwarf;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfSegment;
import ringside.cpu.image.Fixture;
import ringside.cpu.image.Symbols;
import ringside.cpu.image.UnreadableException;

/** A fixture with its registers and memory at one moment, or as it is before it runs. */
final class Snapshot {
    final Elf elf;
    final Symbols symbols;
    final Dwarf dwarf;
    private final Map<String, Long> registers = new TreeMap<>();
    private long stackStart;
    private byte[] stack = {};

    private Snapshot(String name) {
        elf = Fixture.elf(name + ".elf");
        symbols = Symbols.of(elf);
        dwarf = Dwarf.of(elf, symbols);
    }

    /** An image before it runs. */
    static Snapshot ofImage(String name) {
        return new Snapshot(name);
    }

    /** An image while it runs. */
    static Snapshot running(String name) {
        Snapshot snapshot = new Snapshot(name);
        String text = new String(Fixture.bytes(name + ".snapshot"), StandardCharsets.UTF_8);
        text.lines().forEach(line -> {
            String[] part = line.split(" ");
            if (part[0].equals("memory")) {
                snapshot.stackStart = Long.decode(part[1]);
                snapshot.stack = HexFormat.of().parseHex(part[2]);
            } else {
                snapshot.registers.put(part[0], Long.parseUnsignedLong(part[1].substring(2), 16));
            }
        });
        return snapshot;
    }

    Map<String, Long> registers() {
        return registers;
    }

    long register(String name) {
        Long value = registers.get(name);
        if (value == null) {
            throw UnreadableException.register(name);
        }
        return value;
    }

    byte[] memory(long address, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = oneByte(address + i);
        }
        return bytes;
    }

    private byte oneByte(long address) {
        if (address >= stackStart && address < stackStart + stack.length) {
            return stack[(int) (address - stackStart)];
        }
        for (ElfSegment segment : elf.loadSegments()) {
            long offset = address - segment.virtualAddress();
            if (segment.contains(address)) {
                return offset < segment.content().length()
                        ? (byte) segment.content().u8(offset)
                        : 0;
            }
        }
        throw UnreadableException.memory(address, 1);
    }

    TypedValue global(String name) {
        return dwarf.read(dwarf.global(name).orElseThrow(), this::memory);
    }

    CallStack callStack() {
        return dwarf.callStack(this::register, this::memory);
    }
}
