package ringside.cpu.pc.boot;

import java.nio.charset.StandardCharsets;

/**
 * The instructions by which firmware places the ACPI tables: allocate memory for a file, add its address to a pointer,
 * work out a checksum. Each is 128 bytes.   @board QEMU hw/acpi/bios-linker-loader
 */
final class TableLoader {
    private static final int SIZE = 128;
    private static final int NAME = 56;
    private static final String TABLES = "etc/acpi/tables";
    private static final String ROOT_POINTER = "etc/acpi/rsdp";

    private TableLoader() {}

    static byte[] commands(AcpiTables acpi) {
        ByteWriter out = new ByteWriter();
        allocate(out, TABLES, 64, 1);
        allocate(out, ROOT_POINTER, 16, 2);
        for (AcpiTables.Pointer pointer : acpi.pointers()) {
            addPointer(out, TABLES, pointer.at());
        }
        for (AcpiTables.Table table : acpi.tables()) {
            addChecksum(out, TABLES, table.start() + 9, table.start(), table.length());
        }
        addPointer(out, ROOT_POINTER, 16);
        addChecksum(out, ROOT_POINTER, 8, 0, AcpiTables.RSDP_SIZE);
        return out.toByteArray();
    }

    /** Zone 1 is high memory, 2 the segment below 1 MiB that is searched for the root pointer. */
    private static void allocate(ByteWriter out, String file, int alignment, int zone) {
        out.u32(1);
        name(out, file).u32(alignment).u8(zone).align(SIZE);
    }

    private static void addPointer(ByteWriter out, String file, int offset) {
        out.u32(2);
        name(out, file);
        name(out, TABLES).u32(offset).u8(4).align(SIZE);
    }

    private static void addChecksum(ByteWriter out, String file, int offset, int start, int length) {
        out.u32(3);
        name(out, file).u32(offset).u32(start).u32(length).align(SIZE);
    }

    private static ByteWriter name(ByteWriter out, String file) {
        byte[] name = new byte[NAME];
        byte[] text = file.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, name, 0, text.length);
        return out.bytes(name);
    }
}
