package ringside.cpu.pc.boot;

/** What a kernel is told of the screen, whatever it asks for: text is what there is. @board Multiboot 0.6.96 3.3 */
final class TextScreen {
    private static final long ADDRESS = 0xB_8000;
    private static final int TEXT = 2;

    private TextScreen() {}

    /** Address, pitch, width, height, depth, type. */
    static byte[] fields() {
        return new ByteWriter()
                .u64(ADDRESS)
                .u32(160)
                .u32(80)
                .u32(25)
                .u8(16)
                .u8(TEXT)
                .toByteArray();
    }
}
