package ringside.cpu.pc.boot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The items of fw_cfg: machine, command line, modules, and files: the memory map and the ACPI tables with the loader's
 * instructions to place them.   @board QEMU docs/specs/fw_cfg, hw/acpi/bios-linker-loader
 */
public final class FirmwareItems {
    private static final int SIGNATURE = 0x00;
    private static final int IDENTITY = 0x01;
    private static final int MEMORY_SIZE = 0x03;
    private static final int PROCESSORS = 0x05;
    private static final int INITRD_SIZE = 0x0B;
    private static final int MOST_PROCESSORS = 0x0F;
    private static final int INITRD = 0x12;
    private static final int COMMAND_LINE_SIZE = 0x14;
    private static final int COMMAND_LINE = 0x15;
    private static final int DIRECTORY = 0x19;
    private static final int FIRST_FILE = 0x20;
    private static final int NAME_LENGTH = 56;

    private final Map<Integer, byte[]> items = new TreeMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();

    /**
     * Collects what is the same for every guest.
     *
     * @param commandLine the text of {@code --append}
     */
    public FirmwareItems(long memoryBytes, MemoryMap map, String commandLine, AcpiTables acpi) {
        items.put(SIGNATURE, "QEMU".getBytes(StandardCharsets.US_ASCII));
        items.put(IDENTITY, new ByteWriter().u32(1).toByteArray());
        items.put(MEMORY_SIZE, new ByteWriter().u64(memoryBytes).toByteArray());
        items.put(PROCESSORS, new ByteWriter().u16(1).toByteArray());
        items.put(MOST_PROCESSORS, new ByteWriter().u16(1).toByteArray());
        sized(
                COMMAND_LINE_SIZE,
                COMMAND_LINE,
                new ByteWriter().text(commandLine).toByteArray());
        files.put("etc/e820", map.toBytes());
        files.put("etc/acpi/tables", acpi.relocatable());
        files.put("etc/acpi/rsdp", AcpiTables.rsdp(acpi.root()));
        files.put("etc/table-loader", TableLoader.commands(acpi));
    }

    /** Offers a first module, as {@code -initrd} does. */
    public FirmwareItems withInitrd(byte[] file) {
        sized(INITRD_SIZE, INITRD, file);
        return this;
    }

    private void sized(int sizeItem, int item, byte[] content) {
        items.put(sizeItem, new ByteWriter().u32(content.length).toByteArray());
        items.put(item, content);
    }

    /** The items by their selector, with the directory of the files; numbers in the directory are big-endian. */
    public Map<Integer, byte[]> all() {
        ByteBuffer directory = ByteBuffer.allocate(4 + (8 + NAME_LENGTH) * files.size());
        directory.putInt(files.size());
        Map<Integer, byte[]> all = new TreeMap<>(items);
        int selector = FIRST_FILE;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] name = new byte[NAME_LENGTH];
            byte[] text = file.getKey().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, name, 0, text.length);
            directory.putInt(file.getValue().length);
            directory.putShort((short) selector);
            directory.putShort((short) 0);
            directory.put(name);
            all.put(selector++, file.getValue());
        }
        all.put(DIRECTORY, directory.array());
        return all;
    }
}
