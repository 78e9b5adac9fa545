package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.bus.Width;

/** What a local APIC does that is no ordinary interrupt: NMI, INIT, start-up, and its own place. @sdm Vol.3A 10.4, 10.6 */
class LocalApicSignalsTest {
    private static final int SVR = 0x0F0;
    private static final int ID = 0x020;
    private static final int ICR = 0x300;
    private static final int ICR_HIGH = 0x310;
    private static final int LINT1 = 0x360;
    private static final long DISABLED = LocalApic.DEFAULT_BASE | 0x100;

    private final PcBench bench = new PcBench();
    private final CountingConnections connections = new CountingConnections();
    private final LocalApic apic = new LocalApic("lapic", bench.clock, connections);

    LocalApicSignalsTest() {
        write(SVR, 0x1FF);
    }

    private int read(int offset) {
        return apic.load(offset, Width.WORD);
    }

    private void write(int offset, int value) {
        apic.store(offset, Width.WORD, value);
    }

    // ---- the pin LINT1 ----

    @Test
    void lint1CanBeTheNonMaskableInterruptWhichIsAnEdge() {
        write(LINT1, 0x8400);
        apic.setPin(1, true);
        apic.setPin(1, true);
        assertEquals(1, connections.nonMaskable, "a level bit does not count for this delivery mode");
        apic.setPin(1, false);
        apic.setPin(1, true);
        assertEquals(2, connections.nonMaskable);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # entry, NMI, INIT, pending vector
            0x10400, 0, 0, 0
            0x00400, 1, 0, 0
            0x00500, 0, 1, 0
            0x00200, 0, 0, 0
            0x00055, 0, 0, 0x55
            """)
    void theEntryOfLint1SaysWhatItsPinDoes(int entry, int nonMaskable, int init, int vector) {
        write(LINT1, entry);
        apic.setPin(1, true);
        assertEquals(nonMaskable, connections.nonMaskable);
        assertEquals(init, connections.initialized);
        assertEquals(vector != 0, apic.isPending());
    }

    /** @sdm Vol.3A 10.4.3 */
    @Test
    void whileTheApicIsDisabledThePinIsTheProcessorsOwn() {
        apic.setApicBase(DISABLED);
        apic.setPin(1, true);
        assertEquals(1, connections.nonMaskable);
        apic.setPin(1, false);
        assertEquals(1, connections.nonMaskable);
    }

    @Test
    void afterAResetTheEntryOfLint1IsMasked() {
        apic.reset();
        apic.setPin(1, true);
        assertEquals(0, connections.nonMaskable);
    }

    // ---- interrupt commands ----

    /** Commands that a kernel sends to start other processors, and to itself. @sdm Vol.3A 10.6.1, 8.4.4.1 */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # destination, command, NMI, INIT
            0x00000000, 0x00000400, 1, 0
            0x00000000, 0x00040400, 1, 0
            0x00000000, 0x000C0400, 0, 0
            0x01000000, 0x00000400, 0, 0
            0xFF000000, 0x00000400, 1, 0
            0x00000000, 0x00004500, 0, 1
            0x00000000, 0x0000C500, 0, 1
            0x00000000, 0x00008500, 0, 0
            0x00000000, 0x000C4500, 0, 0
            0x01000000, 0x00004500, 0, 0
            0x00000000, 0x00004608, 0, 0
            0x00000000, 0x000C4608, 0, 0
            0x01000000, 0x00004608, 0, 0
            0x00000000, 0x00004200, 0, 0
            """)
    void commandsReachThisProcessorIfTheyNameIt(long destination, int command, int nonMaskable, int init) {
        write(ICR_HIGH, (int) destination);
        write(ICR, command);
        assertEquals(nonMaskable, connections.nonMaskable);
        assertEquals(init, connections.initialized);
        assertFalse(apic.isPending());
        assertEquals(command, read(ICR), "the delivery status is idle at once");
        write(0x280, 0);
        assertEquals(0, read(0x280), "a processor that is not there is no error of this APIC's");
    }

    /** @sdm Vol.3A 10.4.7.3 */
    @Test
    void anInitResetsAllButIdentityBaseAndMode() {
        write(ID, 0x0500_0000);
        write(LINT1, 0x400);
        write(0x080, 0x20);
        apic.setApicBase(0x1234_5000L | 0x900);
        apic.initialized();
        assertEquals(0x0500_0000, read(ID));
        assertEquals(0xFF, read(SVR));
        assertEquals(0x1_0000, read(LINT1));
        assertEquals(0, read(0x080));
        assertEquals(0x1234_5900L, apic.apicBase());
    }

    // ---- its place ----

    @Test
    void theRegistersGoWhereTheirBaseSays() {
        apic.setApicBase(0x2_3456_7000L | 0x900);
        assertEquals(0x2_3456_7000L, connections.base);
        assertTrue(connections.present);
        assertEquals(0x1FF, read(SVR), "moving changes no register");
        apic.setApicBase(0x2_3456_7000L | 0xD00);
        assertFalse(connections.present, "in x2APIC mode there is nothing in memory");
        apic.reset();
        assertEquals(LocalApic.DEFAULT_BASE, connections.base);
        assertTrue(connections.present);
        apic.setApicBase(DISABLED);
        assertFalse(connections.present);
    }

    @Test
    void aRestoredApicIsWhereItWas() {
        apic.setApicBase(0x20_0000L | 0x900);
        byte[] saved = bench.save(apic);
        apic.reset();
        bench.restore(saved, apic);
        assertEquals(0x20_0000L, connections.base);
        assertTrue(connections.present);
    }
}
