package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.x86.X86Fault;

/** The local APIC, by Vol.3A chapter 10 of the SDM. */
class LocalApicTest {
    private static final int TPR = 0x080;
    private static final int PPR = 0x0A0;
    private static final int EOI = 0x0B0;
    private static final int SVR = 0x0F0;
    private static final int ISR1 = 0x110;
    private static final int IRR1 = 0x210;
    private static final int ESR = 0x280;
    private static final int ICR = 0x300;
    private static final int TIMER = 0x320;
    private static final int LINT0 = 0x350;
    private static final int ERROR = 0x370;
    private static final int INITIAL = 0x380;
    private static final int CURRENT = 0x390;
    private static final int DIVIDE = 0x3E0;

    private final PcBench bench = new PcBench();
    private final CountingConnections connections = new CountingConnections();
    private final LocalApic apic = new LocalApic("lapic", bench.clock, connections);

    private int read(int offset) {
        return apic.load(offset, Width.WORD);
    }

    private void write(int offset, int value) {
        apic.store(offset, Width.WORD, value);
    }

    private void enable() {
        write(SVR, 0x1FF);
    }

    private void send(int vector) {
        write(ICR, 0x4_0000 | vector);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # register, value after reset: SDM Vol.3A 10.4.7.1
            0x020, 0x00000000
            0x030, 0x00050014
            0x080, 0x00000000
            0x0D0, 0x00000000
            0x0E0, 0xFFFFFFFF
            0x0F0, 0x000000FF
            0x320, 0x00010000
            0x330, 0x00010000
            0x350, 0x00010000
            0x360, 0x00010000
            0x370, 0x00010000
            0x3E0, 0x00000000
            """)
    void registersAfterReset(int offset, long value) {
        assertEquals((int) value, read(offset));
    }

    @Test
    void aSelfInterruptIsRequestedServedAndEnded() {
        enable();
        send(0x31);
        assertEquals(1 << 0x11, read(IRR1));
        assertTrue(apic.isPending());
        assertEquals(0x31, apic.acknowledge());
        assertEquals(0, read(IRR1));
        assertEquals(1 << 0x11, read(ISR1));
        assertEquals(0x30, read(PPR));
        write(EOI, 0);
        assertEquals(0, read(ISR1));
        assertEquals(List.of(), connections.ended, "an edge's end is nobody else's business");
    }

    @Test
    void onlyAHigherClassInterruptsTheOneInService() {
        enable();
        send(0x41);
        apic.acknowledge();
        send(0x4F);
        assertFalse(apic.isPending());
        send(0x51);
        assertEquals(0x51, apic.acknowledge());
        write(EOI, 0);
        assertFalse(apic.isPending());
        write(EOI, 0);
        assertEquals(0x4F, apic.acknowledge());
    }

    @ParameterizedTest
    @CsvSource({"0x3F, 0x40, true", "0x40, 0x40, false", "0x4F, 0x40, false", "0xF0, 0xEF, false", "0x00, 0x10, true"})
    void theTaskPriorityHoldsItsClassBack(int priority, int vector, boolean pending) {
        enable();
        write(TPR, priority);
        send(vector);
        assertEquals(pending, apic.isPending());
    }

    @Test
    void cr8IsTheClassOfTheTaskPriority() {
        apic.setTaskPriority(5);
        assertEquals(0x50, read(TPR));
        write(TPR, 0xA7);
        assertEquals(0xA, apic.taskPriority());
    }

    @Test
    void disabledBySoftwareItTakesNothingAndMasksItsTable() {
        enable();
        write(TIMER, 0x40);
        write(SVR, 0xFF);
        assertEquals(0x10040, read(TIMER));
        write(TIMER, 0x40);
        assertEquals(0x10040, read(TIMER), "the mask cannot be cleared");
        send(0x50);
        assertEquals(0, read(0x220));
    }

    @ParameterizedTest
    @CsvSource({"0xB, 1", "0x0, 2", "0x1, 4", "0x2, 8", "0x3, 16", "0x8, 32", "0x9, 64", "0xA, 128"})
    void theTimerCountsAtTheDividedClock(int code, int divider) {
        enable();
        write(DIVIDE, code);
        write(TIMER, 0x40);
        write(INITIAL, 10);
        bench.run(3L * divider);
        assertEquals(7, read(CURRENT));
        bench.run(7L * divider - 1);
        assertFalse(apic.isPending());
        bench.run(1);
        assertTrue(apic.isPending());
        assertEquals(0, read(CURRENT));
        apic.acknowledge();
        write(EOI, 0);
        bench.run(100L * divider);
        assertFalse(apic.isPending(), "once");
    }

    @Test
    void aPeriodicTimerGoesOn() {
        enable();
        write(DIVIDE, 0xB);
        write(TIMER, 0x2_0040);
        write(INITIAL, 100);
        for (int i = 0; i < 5; i++) {
            bench.run(99);
            assertFalse(apic.isPending());
            bench.run(1);
            assertEquals(0x40, apic.acknowledge());
            write(EOI, 0);
        }
        write(INITIAL, 0);
        bench.run(1000);
        assertFalse(apic.isPending());
    }

    @Test
    void aMaskedTimerCountsButNeitherInterruptsNorKeepsTimeGoing() {
        enable();
        write(DIVIDE, 0xB);
        write(TIMER, 0x3_0040);
        write(INITIAL, 100);
        assertEquals(Long.MAX_VALUE, bench.clock.nextDueMark());
        bench.run(250);
        assertEquals(50, read(CURRENT));
        assertFalse(apic.isPending());
        write(TIMER, 0x2_0040);
        bench.run(50);
        assertTrue(apic.isPending());
    }

    @Test
    void theControllerPairComesThroughLint0() {
        apic.setPin(0, true);
        assertFalse(apic.isPending(), "masked after reset");
        enable();
        write(LINT0, 0x1_0700);
        assertFalse(apic.isPending());
        write(LINT0, 0x700);
        assertTrue(apic.isPending());
        assertEquals(0x77, apic.acknowledge());
        assertTrue(apic.isPending());
        apic.setPin(0, false);
        assertFalse(apic.isPending());
    }

    @Test
    void withTheApicOffThePairHasThePinForItself() {
        enable();
        write(LINT0, 0x1_0000);
        apic.setPin(0, true);
        assertFalse(apic.isPending());
        apic.setApicBase(LocalApic.DEFAULT_BASE | 0x100);
        assertTrue(apic.isPending());
        assertThrows(BusFault.class, () -> read(SVR));
    }

    @Test
    void aLevelFromTheIoApicIsReportedAtItsEnd() {
        enable();
        apic.receive(new ApicMessage(0x61, ApicMessage.FIXED, true, false, 0));
        assertEquals(0x2, read(0x1B0), "TMR");
        apic.acknowledge();
        write(EOI, 0);
        assertEquals(List.of(0x61), connections.ended);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # logical, destination, LDR,        DFR,        arrives
            false,     0,           0x00000000, 0xFFFFFFFF, true
            false,     1,           0x00000000, 0xFFFFFFFF, false
            false,     255,         0x00000000, 0xFFFFFFFF, true
            true,      1,           0x01000000, 0xFFFFFFFF, true
            true,      6,           0x01000000, 0xFFFFFFFF, false
            true,      0x12,        0x16000000, 0x0FFFFFFF, true
            true,      0x22,        0x16000000, 0x0FFFFFFF, false
            """)
    void destinationsNameThisProcessor(boolean logical, int destination, long ldr, long dfr, boolean arrives) {
        enable();
        write(0x0D0, (int) ldr);
        write(0x0E0, (int) dfr);
        apic.receive(new ApicMessage(0x41, ApicMessage.FIXED, false, logical, destination));
        assertEquals(arrives, apic.isPending());
    }

    @Test
    void illegalVectorsAndRegistersAreErrors() {
        enable();
        write(ERROR, 0xFE);
        send(0x0F);
        write(ESR, 0);
        assertEquals(0x20, read(ESR));
        read(0x3F0);
        write(ESR, 0);
        assertEquals(0x80, read(ESR));
        assertEquals(0xFE, apic.acknowledge());
    }

    @Test
    void anErrorInterruptWithAnIllegalVectorDoesNotGoRoundForEver() {
        enable();
        write(ERROR, 0x05);
        send(0x05);
        write(ESR, 0);
        assertEquals(0x60, read(ESR));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # from, to (bit 11 EN, bit 10 EXTD), allowed: SDM Vol.3A Figure 10-27
            0x800, 0xC00, true
            0x800, 0x000, true
            0xC00, 0x000, true
            0xC00, 0x800, false
            0x000, 0xC00, false
            0x000, 0x400, false
            0x800, 0x400, false
            0x000, 0x800, true
            """)
    void modesChangeOnlyAlongTheDiagram(int from, int to, boolean allowed) {
        long base = LocalApic.DEFAULT_BASE | 0x100;
        apic.setApicBase(base | from);
        if (allowed) {
            apic.setApicBase(base | to);
            assertEquals(base | to, apic.apicBase());
        } else {
            assertThrows(X86Fault.class, () -> apic.setApicBase(base | to));
            assertEquals(base | from, apic.apicBase());
        }
    }

    @Test
    void inX2ApicModeTheRegistersAreModelSpecific() {
        apic.setApicBase(LocalApic.DEFAULT_BASE | 0xD00);
        assertThrows(BusFault.class, () -> read(SVR));
        apic.writeX2Apic(0x80F, 0x1FF);
        apic.writeX2Apic(0x83F, 0x41);
        assertEquals(0x41, apic.acknowledge());
        assertEquals(2, apic.readX2Apic(0x812));
        apic.writeX2Apic(0x80B, 0);
        assertEquals(1, apic.readX2Apic(0x80D), "logical identity 0 of cluster 0");
        apic.writeX2Apic(0x830, 0x42);
        assertEquals(0x42, apic.acknowledge(), "sent to processor 0");
    }

    @ParameterizedTest
    @CsvSource({"0x80B, 1", "0x802, 0", "0x808, 0x100", "0x83F, 0x100", "0x80E, 0", "0x831, 0", "0x80F, 0x400"})
    void x2ApicWritesOfReservedBitsOrRegistersFault(int register, long value) {
        apic.setApicBase(LocalApic.DEFAULT_BASE | 0xD00);
        assertThrows(X86Fault.class, () -> apic.writeX2Apic(register, value));
    }

    @ParameterizedTest
    @CsvSource({"0x80B", "0x83F", "0x80E", "0x831", "0x800", "0x8FF"})
    void x2ApicRegistersThatCannotBeReadFault(int register) {
        apic.setApicBase(LocalApic.DEFAULT_BASE | 0xD00);
        assertThrows(X86Fault.class, () -> apic.readX2Apic(register));
    }

    @Test
    void outsideX2ApicModeItsRegistersFault() {
        assertThrows(X86Fault.class, () -> apic.readX2Apic(0x802));
    }
}
