package ringside.cpu.x86.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.bus.Width;
import ringside.cpu.x86.AccessPrivilege;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.paging.PageWalkView;

/** Walks, rights, error codes, accessed and dirty flags, and translations that are out of date. @sdm Vol.3A 4 */
class PagingTest {
    private static final long TRIED = 0x40_1000_5123L;
    private static final long POINTERS = 0x21_0000;
    private static final long DIRECTORY = 0x21_1000;
    private static final long TABLE = 0x21_2000;
    private static final long PAGE = 0x30_0000;
    private static final long OTHER = 0x30_1000;
    private static final long ALL = 0x07;

    private final TestPc pc = TestPc.long64("f4");
    private final SystemRegisters system = pc.cpu.system();

    /** Maps {@link #TRIED} with an entry of the last level. */
    private void map(long entry) {
        pc.putLong(TestPc.ROOT + 8 * (TRIED >>> 39 & 511), POINTERS | ALL);
        pc.putLong(POINTERS + 8 * (TRIED >>> 30 & 511), DIRECTORY | ALL);
        pc.putLong(DIRECTORY + 8 * (TRIED >>> 21 & 511), TABLE | ALL);
        pc.putLong(TABLE + 8 * (TRIED >>> 12 & 511), entry);
    }

    private long entry() {
        return pc.bus.peek(TABLE + 8 * (TRIED >>> 12 & 511), Width.DOUBLEWORD);
    }

    private long translate(MemoryAccess access, AccessPrivilege by) {
        return pc.cpu.paging().translate(TRIED, access, by);
    }

    private int errorCode(MemoryAccess access, AccessPrivilege by) {
        X86Fault fault = assertThrows(X86Fault.class, () -> translate(access, by));
        assertEquals(X86Fault.PF, fault.vector());
        assertEquals(TRIED, fault.address());
        return fault.errorCode();
    }

    /** @sdm Vol.3A 8.7.13.4 */
    @Test
    void whileLine20IsOffBit20IsClearInTheAddressesOfTablesAndPages() {
        long line20 = 1 << 20;
        map(PAGE | ALL);
        pc.putLong(TestPc.ROOT + 8 * (TRIED >>> 39 & 511), POINTERS | line20 | ALL);
        pc.cpu.paging().setAddressLine20(false);
        long masked = PAGE & ~line20 | TRIED & 0xFFF;
        assertEquals(masked, pc.cpu.paging().peek(TRIED));
        assertEquals(masked, translate(MemoryAccess.WRITE, AccessPrivilege.USER));
        assertEquals(masked, pc.cpu.physicalAddress(TRIED));
        assertEquals(PAGE | ALL | 0x60, entry(), "accessed and dirty");
        pc.cpu.paging().setAddressLine20(true);
        assertEquals(PAGE | TRIED & 0xFFF, translate(MemoryAccess.WRITE, AccessPrivilege.USER), "from the TLB");
    }

    /** @sdm Vol.3A 4.6.1, 4.7. The entry has P, R/W, U/S and XD as given; WP, SMEP and SMAP are on. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # entry,           access,  by,            error code or -1
            0,                 READ,    SUPERVISOR,    0
            0,                 WRITE,   SUPERVISOR,    2
            0,                 READ,    USER,          4
            0,                 WRITE,   USER,          6
            0,                 EXECUTE, USER,          20
            1,                 READ,    SUPERVISOR,    -1
            1,                 WRITE,   SUPERVISOR,    3
            1,                 READ,    USER,          5
            3,                 WRITE,   SUPERVISOR,    -1
            5,                 READ,    USER,          -1
            5,                 WRITE,   USER,          7
            5,                 EXECUTE, USER,          -1
            7,                 WRITE,   USER,          -1
            7,                 READ,    SUPERVISOR,    1
            7,                 READ,    SUPERVISOR_AC, -1
            7,                 WRITE,   SUPERVISOR_AC, -1
            7,                 EXECUTE, SUPERVISOR,    17
            8000000000000001,  EXECUTE, SUPERVISOR,    17
            8000000000000005,  EXECUTE, USER,          21
            8000000000000005,  READ,    USER,          -1
            8000000000001,     READ,    SUPERVISOR,    9
            8000000000001,     WRITE,   USER,          15
            """)
    void rightsAndErrorCodesAreThoseOfTheManual(
            String bits, MemoryAccess access, AccessPrivilege by, int expectedErrorCode) {
        system.cr4 |= SystemRegisters.CR4_SMEP | SystemRegisters.CR4_SMAP;
        map(PAGE | Long.parseUnsignedLong(bits, 16));
        if (expectedErrorCode < 0) {
            assertEquals(PAGE | 0x123, translate(access, by));
        } else {
            assertEquals(expectedErrorCode, errorCode(access, by));
        }
    }

    @Test
    void withoutWriteProtectionSupervisorsWriteEverywhere() {
        system.cr0 &= ~SystemRegisters.CR0_WP;
        map(PAGE | 1);
        assertEquals(PAGE | 0x123, translate(MemoryAccess.WRITE, AccessPrivilege.SUPERVISOR));
    }

    /** @sdm Vol.3A 4.8 */
    @Test
    void readsSetTheAccessedFlagAndWritesTheDirtyFlag() {
        map(PAGE | ALL);
        translate(MemoryAccess.READ, AccessPrivilege.USER);
        assertEquals(PAGE | ALL | 0x20, entry());
        translate(MemoryAccess.WRITE, AccessPrivilege.USER);
        assertEquals(PAGE | ALL | 0x60, entry());
    }

    @Test
    void anAccessThatFaultsLeavesTheFlagsAlone() {
        map(PAGE | 1);
        errorCode(MemoryAccess.READ, AccessPrivilege.USER);
        assertEquals(PAGE | 1, entry());
    }

    /** @sdm Vol.3A 4.10.4.3 */
    @Test
    void anEntryThatWasChangedCountsOnlyWhenTheTlbHasForgotten() {
        map(PAGE | ALL);
        translate(MemoryAccess.READ, AccessPrivilege.USER);
        map(OTHER | ALL);
        assertEquals(PAGE | 0x123, translate(MemoryAccess.READ, AccessPrivilege.USER));
        assertTrue(pc.cpu.paging().walkOf(TRIED).cached().stale());
        pc.cpu.paging().flushPage(TRIED);
        assertEquals(OTHER | 0x123, translate(MemoryAccess.READ, AccessPrivilege.USER));
        assertFalse(pc.cpu.paging().walkOf(TRIED).cached().stale());
    }

    /** @sdm Vol.3A 4.10.2.4 */
    @Test
    void globalTranslationsSurviveAChangeOfCr3() {
        system.cr4 |= SystemRegisters.CR4_PGE;
        map(PAGE | ALL | 0x100);
        translate(MemoryAccess.READ, AccessPrivilege.USER);
        map(OTHER | ALL | 0x100);
        pc.cpu.paging().flushContext(0);
        assertEquals(PAGE | 0x123, translate(MemoryAccess.READ, AccessPrivilege.USER));
        pc.cpu.paging().flushAll();
        assertEquals(OTHER | 0x123, translate(MemoryAccess.READ, AccessPrivilege.USER));
    }

    /** @sdm Vol.3A 4.10.1 */
    @Test
    void translationsBelongToTheirPcid() {
        system.cr4 |= SystemRegisters.CR4_PCIDE;
        map(PAGE | ALL);
        translate(MemoryAccess.READ, AccessPrivilege.USER);
        map(OTHER | ALL);
        system.cr3 |= 1;
        assertEquals(OTHER | 0x123, translate(MemoryAccess.READ, AccessPrivilege.USER));
        system.cr3 &= ~1L;
        assertEquals(PAGE | 0x123, translate(MemoryAccess.READ, AccessPrivilege.USER));
    }

    /** Sizes of pages: the level whose entry has PS, and what the address becomes. @sdm Vol.3A Tables 4-15, 4-17 */
    @ParameterizedTest
    @CsvSource({"2, 600000, 605123, 21", "3, 40000000, 50005123, 30"})
    void largePagesAreMappedByHigherTables(int level, String frame, String expected, int shift) {
        map(0);
        long base = Long.parseLong(frame, 16);
        long table = level == 2 ? DIRECTORY + 8 * (TRIED >>> 21 & 511) : POINTERS + 8 * (TRIED >>> 30 & 511);
        pc.putLong(table, base | 0x87);
        assertEquals(Long.parseLong(expected, 16), translate(MemoryAccess.READ, AccessPrivilege.USER));
        PageWalkView walk = pc.cpu.paging().walkOf(TRIED);
        assertEquals(5 - level, walk.steps().size());
        assertEquals(shift, pc.cpu.paging().tlb().entries().get(0).pageShift());
        pc.putLong(table, base | 0x87 | 1 << 13);
        pc.cpu.paging().flushAll();
        assertEquals(13, errorCode(MemoryAccess.READ, AccessPrivilege.USER), "bit 13 is reserved");
    }

    /** @sdm Vol.3A 4.3 */
    @Test
    void pagingOf32BitsHasTwoLevelsAndPagesOf4MiB() {
        system.efer = 0;
        system.cr4 = SystemRegisters.CR4_PSE;
        pc.cpu.systemChanged();
        pc.cpu.paging().flushAll();
        pc.putLong(TestPc.ROOT + 4 * 3, 0x21_0007L | 0x0080_0087L << 32);
        pc.putLong(0x21_0000 + 4 * 5, PAGE | ALL);
        assertEquals(PAGE | 0x321, pc.cpu.paging().translate(0x00C0_5321, MemoryAccess.READ, AccessPrivilege.USER));
        assertEquals(0x0081_2345, pc.cpu.paging().translate(0x0101_2345, MemoryAccess.WRITE, AccessPrivilege.USER));
    }

    /** @sdm Vol.3A 4.4.1 */
    @Test
    void paePagingKeepsTheFourPointersAndRefusesReservedBits() {
        system.efer = 0;
        pc.cpu.systemChanged();
        pc.putLong(TestPc.ROOT, 0);
        pc.putLong(TestPc.ROOT + 8, DIRECTORY | 1);
        pc.putLong(DIRECTORY, 0x60_0087);
        assertTrue(pc.cpu.paging().loadPageDirectoryPointers(TestPc.ROOT));
        pc.putLong(TestPc.ROOT + 8, 0);
        assertEquals(0x60_0042, pc.cpu.paging().translate(0x4000_0042, MemoryAccess.READ, AccessPrivilege.USER));
        pc.putLong(TestPc.ROOT + 8, DIRECTORY | 3);
        assertFalse(pc.cpu.paging().loadPageDirectoryPointers(TestPc.ROOT), "bit 1 is reserved");
    }
}
