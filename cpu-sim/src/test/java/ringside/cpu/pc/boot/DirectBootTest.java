package ringside.cpu.pc.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;
import ringside.cpu.image.GuestImage;

/** What a kernel finds, by the Multiboot specifications, Xen's PVH start information and ACPI. */
class DirectBootTest {
    private static final long MEMORY = 16 << 20;
    private static final long KERNEL = 0x10_0000;
    private static final byte[] NO_NOTES = {};

    private final Bus bus = new Bus();

    DirectBootTest() {
        bus.map(new Ram("low", 0, 0xA_0000));
        bus.map(new Ram("main", KERNEL, MEMORY - KERNEL));
    }

    private EntryState load(BootProtocol protocol, String commandLine, BootModule... modules) {
        return protocol.load(
                new BootMemory(bus, MemoryMap.of(MEMORY), "kernel.elf"),
                new BootProtocol.Request(commandLine, List.of(modules), 0xF_0000));
    }

    private long word(long address) {
        return bus.peek(address, Width.WORD);
    }

    private String text(long address) {
        StringBuilder text = new StringBuilder();
        for (long at = address; bus.peek(at, Width.BYTE) != 0; at++) {
            text.append((char) bus.peek(at, Width.BYTE));
        }
        return text.toString();
    }

    private static BootModule module(String name, int size) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 0x5A);
        return new BootModule(name, content);
    }

    private static BootProtocol first(GuestImage image) {
        return Multiboot1.find(image).orElseThrow();
    }

    @Test
    void multiboot1TellsMemoryCommandLineAndModules() {
        GuestImage image = KernelFile.elf(KERNEL, KernelFile.multiboot1(3), NO_NOTES);
        EntryState entry = load(first(image), "quiet", module("disk", 5000), module("more", 1));
        assertEquals(KERNEL + KernelFile.ENTRY_OFFSET, entry.entry());
        assertEquals(0x2BAD_B002L, entry.eax());
        long info = entry.ebx();
        assertEquals(0x124D, word(info));
        assertEquals(639, word(info + 4));
        assertEquals(15 << 10, word(info + 8));
        assertEquals("kernel.elf quiet", text(word(info + 16)));
        assertEquals("ringside", text(word(info + 64)));
        assertEquals(2, word(info + 20));
        long module = word(info + 24);
        assertEquals(0, word(module) % 4096);
        assertEquals(5000, word(module + 4) - word(module));
        assertEquals(0x5A5A_5A5AL, word(word(module)));
        assertEquals("disk", text(word(module + 8)));
        assertEquals("more", text(word(module + 16 + 8)));
        assertEquals(4 * 24, word(info + 44));
        long last = word(info + 48) + 3 * 24;
        assertEquals(20, word(last));
        assertEquals(KERNEL, word(last + 4));
        assertEquals(MEMORY - KERNEL, word(last + 12));
        assertEquals(1, word(last + 20));
    }

    @Test
    void modulesNeverLieOnTheKernel() {
        GuestImage image = KernelFile.elf(KERNEL, KernelFile.multiboot1(0), NO_NOTES);
        EntryState entry = load(first(image), "", module("disk", 100));
        long module = word(word(entry.ebx() + 24));
        assertTrue(module >= KERNEL + KernelFile.ENTRY_OFFSET + 3 + 0x100);
        assertEquals(0xF4, bus.peek(entry.entry(), Width.BYTE));
    }

    @Test
    void headersWithAddressesLoadAFlatFile() {
        int load = 0x20_0000;
        ByteWriter file = new ByteWriter();
        file.put(0, new byte[] {1, 2, 3, 4});
        file.put(0x20, KernelFile.multiboot1(1 << 16, load + 0x20, load, load + 0x80, load + 0x1000, load + 0x60));
        file.put(0x60, new byte[] {(byte) 0xF4});
        file.put(0xFF, new byte[] {9});
        GuestImage image = GuestImage.of("flat.bin", file.toByteArray());
        EntryState entry = load(first(image), "");
        assertEquals(load + 0x60, entry.entry());
        assertEquals(0x0403_0201, word(load));
        assertEquals(0xF4, bus.peek(load + 0x60, Width.BYTE));
        assertEquals(0, bus.peek(load + 0xFF, Width.BYTE), "beyond the end of what is loaded");
    }

    @Test
    void everyKernelIsToldOfTheTextScreen() {
        GuestImage image = KernelFile.elf(KERNEL, KernelFile.multiboot1(0), NO_NOTES);
        long info = load(first(image), "").ebx();
        assertEquals(1 << 12, word(info) & 1 << 12);
        assertEquals(0xB_8000, word(info + 88));
        assertEquals(80, word(info + 100));
        assertEquals(2, bus.peek(info + 109, Width.BYTE));
    }

    /** The tags that multiboot 2 gives, by type: the address of each. */
    private long tag(long info, int type) {
        long at = info + 8;
        while (word(at) != 0) {
            if (word(at) == type) {
                return at;
            }
            at += word(at + 4) + 7 & ~7L;
        }
        return -1;
    }

    @Test
    void multiboot2TellsTheSameByTags() {
        byte[] wishes = new ByteWriter().u16(1).u16(0).u32(16).u32(6).u32(14).toByteArray();
        GuestImage image = KernelFile.elf(KERNEL, KernelFile.multiboot2(wishes), NO_NOTES);
        EntryState entry = load(Multiboot2.find(image).orElseThrow(), "quiet", module("disk", 10));
        assertEquals(0x36D7_6289L, entry.eax());
        long info = entry.ebx();
        assertEquals(0, info % 8);
        assertEquals("quiet", text(tag(info, 1) + 8));
        assertEquals("ringside", text(tag(info, 2) + 8));
        assertEquals("disk", text(tag(info, 3) + 16));
        assertEquals(639, word(tag(info, 4) + 8));
        assertEquals(24, word(tag(info, 6) + 8));
        assertEquals(4 * 24 + 16, word(tag(info, 6) + 4));
        assertEquals("RSD PTR ", text(tag(info, 14) + 8).substring(0, 8));
        assertEquals(0xB_8000, word(tag(info, 8) + 8));
        assertEquals(-1, tag(info, 21), "the kernel's address is told to kernels that could lie elsewhere");
    }

    /** @board Multiboot 0.6.96 3.3: all sections are loaded */
    @Test
    void sectionsThatAreNoPartOfTheProgramAreInMemoryIfThereIsRoom() {
        GuestImage kernel = KernelFile.elf(KERNEL, KernelFile.multiboot1(0), NO_NOTES);
        long info = load(first(kernel), "").ebx();
        assertEquals(0, word(info) & 1 << 5, "without sections");
        byte[] remark = "remark".getBytes(StandardCharsets.US_ASCII);
        info = load(first(KernelFile.withRemark(kernel, remark)), "").ebx();
        assertEquals(1 << 5, word(info) & 1 << 5);
        assertEquals(3, word(info + 28));
        assertEquals(40, word(info + 32));
        assertEquals(2, word(info + 40));
        long headers = word(info + 36);
        assertEquals("remark", text(word(headers + 40 + 12)));
        assertEquals(".remark", text(word(headers + 80 + 12) + 1));
        byte[] large = new byte[(int) MEMORY];
        headers = word(load(first(KernelFile.withRemark(kernel, large)), "").ebx() + 36);
        assertEquals(0, word(headers + 40 + 12), "there is no room for it");
        assertEquals(".remark", text(word(headers + 80 + 12) + 1));
    }

    @Test
    void multiboot2TellsARelocatableKernelWhereItLies() {
        byte[] relocatable = new ByteWriter()
                .u16(10)
                .u16(0)
                .u32(24)
                .u32(KERNEL)
                .u32(MEMORY)
                .u32(4096)
                .u32(0)
                .toByteArray();
        GuestImage image = KernelFile.elf(KERNEL, KernelFile.multiboot2(relocatable), NO_NOTES);
        long info = load(Multiboot2.find(image).orElseThrow(), "").ebx();
        assertEquals(KERNEL, word(tag(info, 21) + 8));
    }

    @Test
    void multiboot2TakesAddressesAndEntryFromTags() {
        int load = 0x20_0000;
        byte[] tags = new ByteWriter()
                .u16(2)
                .u16(0)
                .u32(24)
                .u32(load)
                .u32(-1)
                .u32(0)
                .u32(0)
                .u16(3)
                .u16(0)
                .u32(12)
                .u32(load + 0x60)
                .u32(0)
                .toByteArray();
        ByteWriter file = new ByteWriter();
        file.put(0, KernelFile.multiboot2(tags));
        file.put(0x60, new byte[] {(byte) 0xF4});
        GuestImage image = GuestImage.of("flat.bin", file.toByteArray());
        EntryState entry = load(Multiboot2.find(image).orElseThrow(), "");
        assertEquals(load + 0x60, entry.entry());
        assertEquals(0xF4, bus.peek(load + 0x60, Width.BYTE));
    }

    @Test
    void pvhTellsByItsStartInformation() {
        GuestImage image = KernelFile.elf(KERNEL, new byte[0], KernelFile.pvhNote(KERNEL + 0x41));
        EntryState entry = load(Pvh.find(image).orElseThrow(), "quiet", module("disk", 10));
        assertEquals(KERNEL + 0x41, entry.entry());
        long info = entry.ebx();
        assertEquals(0x336E_C578L, word(info));
        assertEquals(1, word(info + 4));
        assertEquals(1, word(info + 12));
        long module = word(info + 16);
        assertEquals(10, word(module + 8));
        assertEquals("disk", text(word(module + 16)));
        assertEquals("quiet", text(word(info + 24)));
        assertEquals(0xF_0000, word(info + 32));
        assertEquals(4, word(info + 48));
        assertEquals(0x9_FC00, word(word(info + 40) + 8));
    }

    @Test
    void multiboot1GoesBeforeTheOthers() {
        ByteWriter headers = new ByteWriter();
        headers.put(0, KernelFile.multiboot2(new byte[0]));
        headers.put(0x20, KernelFile.multiboot1(0));
        GuestImage image = KernelFile.elf(KERNEL, headers.toByteArray(), KernelFile.pvhNote(KERNEL));
        assertTrue(Multiboot1.find(image).isPresent());
        assertTrue(Multiboot2.find(image).isPresent());
        assertTrue(Pvh.find(image).isPresent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8       | unknown to this loader: flags 8
            """)
    void multiboot1RefusesWhatItDoesNotKnow(int flags, String message) {
        GuestImage image = KernelFile.elf(KERNEL, KernelFile.multiboot1(flags), NO_NOTES);
        refused(message, () -> load(first(image), ""));
    }

    @Test
    void multiboot2RefusesWhatItCannotGive() {
        byte[] wishes = new ByteWriter().u16(1).u16(0).u32(12).u32(12).u32(0).toByteArray();
        GuestImage image = KernelFile.elf(KERNEL, KernelFile.multiboot2(wishes), NO_NOTES);
        refused("information of type 12", () -> load(Multiboot2.find(image).orElseThrow(), ""));
        byte[] optional = new ByteWriter().u16(1).u16(1).u32(12).u32(12).u32(0).toByteArray();
        load(
                Multiboot2.find(KernelFile.elf(KERNEL, KernelFile.multiboot2(optional), NO_NOTES))
                        .orElseThrow(),
                "");
        byte[] unknown = new ByteWriter().u16(99).u16(0).u32(8).toByteArray();
        GuestImage other = KernelFile.elf(KERNEL, KernelFile.multiboot2(unknown), NO_NOTES);
        refused("requires the tag 99", () -> load(Multiboot2.find(other).orElseThrow(), ""));
        byte[] endless = new ByteWriter().u16(4).u16(0).u32(0).toByteArray();
        GuestImage broken = KernelFile.elf(KERNEL, KernelFile.multiboot2(endless), NO_NOTES);
        refused("a tag of 0 bytes", () -> load(Multiboot2.find(broken).orElseThrow(), ""));
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheAddress() {
        refused(
                "none at 01000000; give it more",
                () -> load(first(KernelFile.elf(MEMORY, KernelFile.multiboot1(0), NO_NOTES)), ""));
        refused(
                "none at 000f0000",
                () -> load(first(KernelFile.elf(0xF_0000, KernelFile.multiboot1(0), NO_NOTES)), ""));
        GuestImage image = KernelFile.elf(KERNEL, KernelFile.multiboot1(0), NO_NOTES);
        refused("--memory", () -> load(first(image), "", module("disk", (int) MEMORY)));
        GuestImage flat = GuestImage.of("flat.bin", KernelFile.multiboot1(1 << 16, 0x20_0000, 0x10_0000, 0, 0, 0));
        refused("do not fit the file", () -> load(first(flat), ""));
    }

    @Test
    void theElfHeaderMayLieInThePageBelowOneMegabyte() {
        bus.map(new Ram("firmware", 0xE_0000, 0x2_0000));
        GuestImage image = KernelFile.elf(0xF_F000, KernelFile.multiboot1(0), NO_NOTES);
        assertEquals(0xF_F000 + KernelFile.ENTRY_OFFSET, load(first(image), "").entry());
    }

    @Test
    void withoutAHeaderItSaysWhatIsMissing() {
        GuestImage image = KernelFile.elf(KERNEL, new byte[0], NO_NOTES);
        refused("neither multiboot 1", () -> new DirectBoot(image, "", List.of()));
        GuestImage arm = KernelFile.wrap(KERNEL, new byte[0x50], NO_NOTES, 40);
        refused("is an image for Arm", () -> new DirectBoot(arm, "", List.of()));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable action) {
        BadInputException bad = assertThrows(BadInputException.class, action);
        assertTrue(bad.getMessage().contains(message), bad.getMessage());
    }

    // ---- ACPI ----

    private static int sum(byte[] bytes, int start, int length) {
        int sum = 0;
        for (int i = start; i < start + length; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }

    @Test
    void acpiTablesAddUpAndPointToEachOther() {
        AcpiTables acpi = new AcpiTables();
        int base = 0xF_0040;
        byte[] tables = acpi.at(base);
        assertEquals("RSDT", new String(tables, acpi.root(), 4, StandardCharsets.US_ASCII));
        assertEquals(4, acpi.tables().size());
        for (AcpiTables.Table table : acpi.tables()) {
            assertEquals(table.length(), word(tables, table.start() + 4));
            assertEquals(0, sum(tables, table.start(), table.length()));
        }
        int fadt = word(tables, acpi.root() + 36) - base;
        int madt = word(tables, acpi.root() + 40) - base;
        assertEquals("FACP", new String(tables, fadt, 4, StandardCharsets.US_ASCII));
        assertEquals("APIC", new String(tables, madt, 4, StandardCharsets.US_ASCII));
        assertEquals("FACS", new String(tables, word(tables, fadt + 36) - base, 4, StandardCharsets.US_ASCII));
        assertEquals("DSDT", new String(tables, word(tables, fadt + 40) - base, 4, StandardCharsets.US_ASCII));
        assertEquals(244, word(tables, fadt + 4));
        assertEquals(0x608, word(tables, fadt + 76));
        byte[] pointer = DirectBoot.rootPointer();
        assertEquals(0, sum(pointer, 0, 20));
    }

    @Test
    void theLoadersInstructionsGiveTheSameTables() {
        AcpiTables acpi = new AcpiTables();
        byte[] commands = TableLoader.commands(acpi);
        assertEquals(0, commands.length % 128);
        byte[] tables = acpi.relocatable();
        int base = 0x12_3440;
        for (int at = 0; at < commands.length; at += 128) {
            String file = new String(commands, at + 4, 15, StandardCharsets.US_ASCII);
            if (!file.equals("etc/acpi/tables")) {
                continue;
            }
            if (word(commands, at) == 2) {
                int pointer = word(commands, at + 4 + 112);
                int value = word(tables, pointer) + base;
                for (int i = 0; i < 4; i++) {
                    tables[pointer + i] = (byte) (value >>> 8 * i);
                }
            } else if (word(commands, at) == 3) {
                int where = word(commands, at + 60);
                int start = word(commands, at + 64);
                tables[where] = (byte) -sum(tables, start, word(commands, at + 68));
            }
        }
        assertEquals(Arrays.toString(acpi.at(base)), Arrays.toString(tables));
    }

    @Test
    void firmwareItemsHaveADirectory() {
        FirmwareItems items =
                new FirmwareItems(MEMORY, MemoryMap.of(MEMORY), "quiet", new AcpiTables()).withInitrd(new byte[7]);
        var all = items.all();
        assertEquals("QEMU", new String(all.get(0), StandardCharsets.US_ASCII));
        assertEquals(MEMORY, word(all.get(3), 0));
        assertEquals(1, all.get(5)[0]);
        assertEquals("quiet\0", new String(all.get(0x15), StandardCharsets.UTF_8));
        assertEquals(7, word(all.get(0x0B), 0));
        byte[] directory = all.get(0x19);
        assertEquals(4, directory[3]);
        int selector = (directory[8] & 0xFF) << 8 | directory[9];
        String name = new String(directory, 12, 15, StandardCharsets.US_ASCII);
        assertEquals("etc/acpi/rsdp\0\0", name);
        assertEquals(20, all.get(selector).length);
    }
}
