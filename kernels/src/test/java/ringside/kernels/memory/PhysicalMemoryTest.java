package ringside.kernels.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.cpu.image.Elf;
import ringside.cpu.pc.boot.BootModule;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionOptions;
import ringside.kernels.session.ViewCatalog;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.FrameOwner.Kind;
import ringside.kernels.view.FrameOwners;
import ringside.kernels.view.OwnedPageTables;
import ringside.kernels.view.OwnerMap;

/** The owners of physical memory, by the bundled test of the PC: its firmware, its kernel, its page tables, the board. */
class PhysicalMemoryTest {
    private static final long IN_THE_FIRMWARE = 20;
    private static final long IN_THE_KERNEL = 120_000;
    /** Where the kernel is linked, and where the firmware puts it. */
    private static final long LINKED = 0xFFFF_FFFF_8000_0000L;

    private static final long LOADED = 0x10_0000;

    private static Session at(long mark) {
        Session session = Session.open(ImageCatalog.open("pc-test"));
        session.timeline().seek(mark);
        return session;
    }

    private static String words(FrameOwners owners, long physical) {
        FrameOwner owner = owners.ownerOf(physical).orElseThrow();
        return (owner.kind() + " " + owner.name() + " " + owner.purpose()).strip();
    }

    @Test
    void theBoardsPartsOwnTheirAddresses() {
        FrameOwners owners = at(IN_THE_FIRMWARE).frameOwners();
        assertEquals("RAM low", words(owners, 0x7000));
        assertEquals("NOTHING", words(owners, 0xA_0000));
        assertEquals("DEVICE video screen memory", words(owners, 0xB_8000));
        assertEquals("ROM firmware", words(owners, 0xF_FFF0));
        assertEquals("NOTHING", words(owners, 0x400_0000));
        assertEquals("DEVICE ioapic registers", words(owners, 0xFEC0_0000L));
        assertEquals("DEVICE lapic registers", words(owners, 0xFEE0_0000L));
    }

    @Test
    void aProgramOwnsItsSectionsOnlyWhereItsCodeIs() {
        FrameOwners before = at(IN_THE_FIRMWARE).frameOwners();
        assertEquals("IMAGE firmware boot", words(before, 0xFFFF_FFF0L));
        assertEquals("RAM main", words(before, 0x10_0000));
        Session session = at(IN_THE_KERNEL);
        FrameOwners after = session.frameOwners();
        Elf elf = Elf.parse("pc-test", session.image().symbolFiles().get("pc-test"));
        for (String section : List.of("text", "rodata", "data", "bss")) {
            long linear = elf.section("." + section).orElseThrow().address();
            assertEquals("IMAGE pc-test " + section, words(after, LOADED + linear - LINKED));
        }
        long stack = session.debug().addressOf("pc_test::machine::CALL_STACK").orElseThrow() - LINKED;
        assertEquals("IMAGE pc-test stack CALL_STACK", words(after, LOADED + stack + 0x1000));
    }

    @Test
    void everyTableInUseIsOwnedByThePaging() {
        Session session = at(IN_THE_KERNEL);
        FrameOwners owners = session.frameOwners();
        PageTablesView tables = session.pageTables();
        assertTrue(tables.tables().size() > 10);
        for (PageTablesView.Table table : tables.tables()) {
            FrameOwner owner = owners.ownerOf(table.address()).orElseThrow();
            assertEquals(Kind.PAGE_TABLES, owner.kind());
        }
        assertEquals("PAGE_TABLES  PML4", words(owners, tables.cr3() & -0x1000L));
    }

    @Test
    void thePiecesOfTheMappedRangesAreAllOfThemAndNothingElse() {
        OwnedPageTables view = (OwnedPageTables) ViewCatalog.read(at(IN_THE_KERNEL), "page-tables");
        int next = 0;
        for (PageTablesView.Range range : view.ranges()) {
            long done = 0;
            while (done < range.bytes()) {
                OwnedPageTables.Piece piece = view.owners().get(next++);
                assertEquals(range.linear() + done, piece.linear());
                assertEquals(range.physical() + done, piece.physical());
                done += piece.bytes();
            }
            assertEquals(range.bytes(), done);
        }
        assertEquals(view.owners().size(), next);
    }

    @Test
    void whatTheKernelSaysGoesBeforeAllElse() {
        Session session = at(IN_THE_KERNEL);
        PhysicalMemory memory = new PhysicalMemory(session.timeline().machine(), List.of());
        FrameOwner shell = FrameOwner.task(3, "shell", "heap");
        FrameOwner tables = FrameOwner.of(Kind.PAGE_TABLES, "shell", "PML4");
        FrameOwners kernel = new OwnerMap()
                .putFrame(0x200_0000, shell)
                .putFrame(session.pageTables().cr3(), tables)
                .owners();
        FrameOwners owners = memory.owners(session.pageTables(), kernel);
        assertEquals(Optional.of(shell), owners.ownerOf(0x200_0800));
        assertEquals(Optional.of(tables), owners.ownerOf(session.pageTables().cr3()));
        assertEquals("RAM main", words(owners, 0x200_1000));
    }

    @Test
    void modulesAndWhatTheLoaderTellsHaveOwners() {
        byte[] kernel = new byte[0x80];
        int flags = 1 << 16;
        int[] header = {0x1BAD_B002, flags, -(0x1BAD_B002 + flags), 0x10_0000, 0x10_0000, 0, 0, 0x10_0020};
        for (int i = 0; i < header.length * 4; i++) {
            kernel[i] = (byte) (header[i / 4] >>> 8 * (i % 4));
        }
        System.arraycopy(HexFormat.of().parseHex("ebfe"), 0, kernel, 0x20, 2);
        MachineOptions options = MachineOptions.DEFAULT.withModules(List.of(new BootModule("disk", new byte[5000])));
        Session session = Session.open(
                ImageCatalog.ofBytes("flat.bin", kernel),
                new SessionOptions("", options, HistoryBudget.STANDARD),
                new InputLog(List.of()));
        FrameOwners owners = session.frameOwners();
        assertEquals("IMAGE kernel as loaded", words(owners, 0x10_0000));
        long module = session.timeline().machine().loaded().stream()
                .filter(part -> part.name().equals("disk"))
                .findFirst()
                .orElseThrow()
                .base();
        assertEquals("MODULE disk as loaded", words(owners, module + 4999));
        long information = session.registerReader().read("ebx");
        assertEquals("MODULE  boot information", words(owners, information));
    }
}
