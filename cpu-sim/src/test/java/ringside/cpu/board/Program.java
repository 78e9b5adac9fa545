package ringside.cpu.board;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfMachine;
import ringside.cpu.image.ElfSegment;

/** Small images made of halfwords: a vector table whose handlers are all the same, and code at 0x100. */
final class Program {
    static final int CODE = 0x100;
    private static final int VECTORS = 48;

    private Program() {}

    /**
     * An image.
     *
     * @param handlerOffset where in the code the handlers of all exceptions begin
     * @param code the instructions as hexadecimal digits, in memory order
     */
    static Elf image(int handlerOffset, String... code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        word(bytes, 0x2000_1000);
        word(bytes, CODE | 1);
        for (int i = 2; i < VECTORS; i++) {
            word(bytes, CODE + handlerOffset | 1);
        }
        while (bytes.size() < CODE) {
            bytes.write(0);
        }
        bytes.writeBytes(HexFormat.of().parseHex(String.join("", code)));
        return of(ElfMachine.ARM, Elf.EXECUTABLE, segment(0, bytes.toByteArray(), bytes.size()));
    }

    static Elf of(ElfMachine machine, int type, ElfSegment... segments) {
        return new Elf("test.elf", machine, type, CODE | 1, 0, List.of(segments), List.of());
    }

    static ElfSegment segment(long address, byte[] bytes, long memorySize) {
        int flags = ElfSegment.READABLE | ElfSegment.EXECUTABLE;
        Bytes content = Bytes.ofFile("test.elf", bytes);
        return new ElfSegment(ElfSegment.LOAD, flags, address, address, content, memorySize, 4);
    }

    private static void word(ByteArrayOutputStream bytes, int value) {
        for (int i = 0; i < 4; i++) {
            bytes.write(value >>> 8 * i);
        }
    }
}
