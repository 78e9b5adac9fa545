package ringside.cpu.pc.boot;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.pc.InterruptWiring;
import ringside.cpu.pc.LocalApic;
import ringside.cpu.pc.PowerManagement;

/**
 * The ACPI tables of the board, relocatable: RSDT, FADT, FACS, a DSDT that only says how to switch off, and MADT.
 *
 * <p>Pointers are offsets within the tables until {@link #at} moves them; checksums are zero until then. Firmware can get
 * the same from {@link FirmwareItems} with the instructions for it.   @board ACPI 5.2
 */
public final class AcpiTables {
    static final int RSDP_SIZE = 20;
    private static final int CHECKSUM = 9;
    private static final long IO_APIC = 0xFEC0_0000L;
    private static final int SYSTEM_INTERRUPT = 9;
    private static final int RESET_PORT = 0xCF9;
    private static final int RESET_VALUE = 6;

    /** A pointer of four bytes to be moved. */
    record Pointer(int at) {}

    /** A table whose bytes must add up to zero. */
    record Table(int start, int length) {}

    private final ByteWriter out = new ByteWriter();
    private final List<Pointer> pointers = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final int rsdt;

    /** Builds the tables. */
    public AcpiTables() {
        int facs = facs();
        int dsdt = dsdt();
        int fadt = fadt(facs, dsdt);
        int madt = madt();
        rsdt = begin("RSDT", 1);
        pointer(out.length(), fadt);
        pointer(out.length(), madt);
        end(rsdt);
    }

    // ---- the tables ----

    private int facs() {
        int start = out.length();
        out.put(start, "FACS");
        out.put(start + 4, 4, 64);
        out.put(start + 32, 1, 1);
        out.put(start + 63, 1, 0);
        return start;
    }

    /** In the language of ACPI: {@code Name (\_S5, Package () {0, 0, 0, 0})}. */
    private int dsdt() {
        int start = begin("DSDT", 1);
        out.u8(0x08);
        out.put(out.length(), "_S5_");
        out.bytes(new byte[] {0x12, 0x06, 0x04, 0, 0, 0, 0});
        return end(start);
    }

    private int fadt(int facs, int dsdt) {
        int start = begin("FACP", 3);
        pointer(start + 36, facs);
        pointer(start + 40, dsdt);
        out.put(start + 45, 1, 1);
        out.put(start + 46, 2, SYSTEM_INTERRUPT);
        out.put(start + 56, 4, PowerManagement.PORT);
        out.put(start + 64, 4, PowerManagement.PORT + 4);
        out.put(start + 76, 4, PowerManagement.PORT + 8);
        out.put(start + 88, 1, 4);
        out.put(start + 89, 1, 2);
        out.put(start + 91, 1, 4);
        // The two deeper sleep states take longer than they may: they are not there.
        out.put(start + 96, 2, 0xFFF);
        out.put(start + 98, 2, 0xFFF);
        out.put(start + 108, 1, 0x32);
        out.put(start + 109, 2, 0x3);
        // WBINVD works, C1 works, power and sleep buttons are no fixed ones, the reset register is there.
        out.put(start + 112, 4, 1 | 1 << 2 | 1 << 4 | 1 << 5 | 1 << 10);
        register(start + 116, 8, RESET_PORT);
        out.put(start + 128, 1, RESET_VALUE);
        register(start + 148, 32, PowerManagement.PORT);
        register(start + 172, 16, PowerManagement.PORT + 4);
        register(start + 208, 32, PowerManagement.PORT + 8);
        out.put(start + 243, 1, 0);
        return end(start);
    }

    /** A generic address: an I/O port of so many bits. */
    private void register(int at, int bits, int port) {
        out.put(at, 1, 1);
        out.put(at + 1, 1, bits);
        out.put(at + 3, 1, bits / 16 + 1);
        out.put(at + 4, 8, port);
    }

    private int madt() {
        int start = begin("APIC", 1);
        out.u32(LocalApic.DEFAULT_BASE).u32(1);
        // Processor 0, its APIC 0, enabled.
        out.u8(0).u8(8).u8(0).u8(0).u32(1);
        // I/O APIC 0, global interrupts from 0.
        out.u8(1).u8(12).u8(0).u8(0).u32(IO_APIC).u32(0);
        // The timer is at another input; the system control interrupt is an active-high level.
        override(0, InterruptWiring.TIMER_INPUT, 0x0);
        override(SYSTEM_INTERRUPT, SYSTEM_INTERRUPT, 0xD);
        // LINT1 of every processor is the non-maskable interrupt.
        out.u8(4).u8(6).u8(0xFF).u16(0).u8(1);
        return end(start);
    }

    private void override(int request, int input, int flags) {
        out.u8(2).u8(10).u8(0).u8(request).u32(input).u16(flags);
    }

    // ---- how a table is made ----

    private int begin(String signature, int revision) {
        out.align(64);
        int start = out.length();
        out.put(start, signature);
        out.put(start + 8, 1, revision);
        out.put(start + 10, "RINGSD");
        out.put(start + 16, "RINGSDPC");
        out.put(start + 24, 4, 1);
        out.put(start + 28, "RGSD");
        out.put(start + 32, 4, 1);
        return start;
    }

    private int end(int start) {
        int length = out.length() - start;
        out.put(start + 4, 4, length);
        tables.add(new Table(start, length));
        return start;
    }

    private void pointer(int at, int target) {
        out.put(at, 4, target);
        pointers.add(new Pointer(at));
    }

    // ---- what others need ----

    byte[] relocatable() {
        return out.toByteArray();
    }

    List<Pointer> pointers() {
        return pointers;
    }

    List<Table> tables() {
        return tables;
    }

    /** The offset of the root table. */
    int root() {
        return rsdt;
    }

    /** The tables for an address, with their checksums. */
    byte[] at(long address) {
        ByteWriter placed = new ByteWriter();
        placed.put(0, relocatable());
        for (Pointer pointer : pointers) {
            long target = 0;
            byte[] bytes = placed.toByteArray();
            for (int i = 3; i >= 0; i--) {
                target = target << 8 | bytes[pointer.at + i] & 0xFF;
            }
            placed.put(pointer.at, 4, target + address);
        }
        byte[] bytes = placed.toByteArray();
        for (Table table : tables) {
            bytes[table.start + CHECKSUM] = checksum(bytes, table.start, table.length);
        }
        return bytes;
    }

    /** The root pointer, without its checksum where the root table's address is not known yet. */
    static byte[] rsdp(long rootTable) {
        ByteWriter out = new ByteWriter();
        out.put(0, "RSD PTR ");
        out.put(9, "RINGSD");
        out.put(16, 4, rootTable);
        return out.toByteArray();
    }

    static byte[] withChecksum(byte[] rsdp) {
        byte[] sound = rsdp.clone();
        sound[8] = 0;
        sound[8] = checksum(sound, 0, RSDP_SIZE);
        return sound;
    }

    private static byte checksum(byte[] bytes, int start, int length) {
        int sum = 0;
        for (int i = start; i < start + length; i++) {
            sum += bytes[i];
        }
        return (byte) -sum;
    }
}
