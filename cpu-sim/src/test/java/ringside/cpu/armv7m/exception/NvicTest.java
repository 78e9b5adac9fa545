package ringside.cpu.armv7m.exception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.bus.InterruptLine;

/** @arm B1.5.4, B3.4 */
class NvicTest {
    private final List<Integer> pended = new ArrayList<>();
    private final Nvic nvic = new Nvic(32, 8, new SystemSignals() {
        @Override
        public void pended(int number) {
            pended.add(number);
        }

        @Override
        public void prioritiesChanged() {}

        @Override
        public void resetRequested() {}
    });

    private void pend(int number, int priority) {
        nvic.setEnabled(number, true);
        nvic.setPriority(number, priority);
        nvic.setPending(number);
    }

    @Test
    void theLowestPriorityValueComesFirstThenTheLowestNumber() {
        pend(20, 0x40);
        pend(18, 0x40);
        pend(30, 0x80);
        assertEquals(18, nvic.bestPending());
        pend(25, 0x3F);
        assertEquals(25, nvic.bestPending());
        nvic.setPending(ExceptionNumber.HARD_FAULT);
        assertEquals(ExceptionNumber.HARD_FAULT, nvic.bestPending());
        nvic.setPending(ExceptionNumber.NMI);
        assertEquals(ExceptionNumber.NMI, nvic.bestPending());
    }

    /** @arm B1.5.4 Table B1-6: PRIGROUP divides a priority into group and subpriority. */
    @ParameterizedTest
    @CsvSource({
        "0, 0xff, 0xfe",
        "1, 0xff, 0xfc",
        "2, 0xff, 0xf8",
        "3, 0xff, 0xf0",
        "4, 0xff, 0xe0",
        "5, 0xff, 0xc0",
        "6, 0xff, 0x80",
        "7, 0xff, 0x00",
        "3, 0x4c, 0x40"
    })
    void priorityGroups(int prigroup, String priority, String group) {
        nvic.setPriorityGroup(prigroup);
        nvic.setPriority(16, Integer.decode(priority));
        assertEquals(Integer.decode(group), nvic.groupPriority(16));
    }

    @Test
    void theSubpriorityOrdersButDoesNotPreempt() {
        nvic.setPriorityGroup(7);
        pend(16, 0x80);
        pend(17, 0x40);
        assertEquals(17, nvic.bestPending());
        nvic.activate(17);
        assertFalse(nvic.isTakable());
        nvic.deactivate(17);
        assertTrue(nvic.isTakable());
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, 0x00, 256",
        "true,  false, 0x00, 0",
        "false, true,  0x00, -1",
        "true,  true,  0x40, -1",
        "false, false, 0x40, 0x40",
        "true,  false, 0x40, 0"
    })
    void masksBoostTheExecutionPriority(boolean primask, boolean faultmask, String basepri, String expected) {
        nvic.setPrimask(primask);
        nvic.setFaultmask(faultmask);
        nvic.setBasepri(Integer.decode(basepri));
        assertEquals(Integer.decode(expected), nvic.executionPriority());
    }

    @Test
    void onlyImplementedBitsOfAPriorityStay() {
        Nvic three = new Nvic(32, 3, new SystemSignals() {
            @Override
            public void pended(int number) {}

            @Override
            public void prioritiesChanged() {}

            @Override
            public void resetRequested() {}
        });
        three.setPriority(16, 0xFF);
        assertEquals(0xE0, three.priority(16));
        three.setBasepri(0x1F);
        assertEquals(0, three.basepri());
        three.setPriority(ExceptionNumber.HARD_FAULT, 0x20);
        assertEquals(-1, three.priority(ExceptionNumber.HARD_FAULT));
    }

    @Test
    void primaskDoesNotKeepFromWakingButBasepriDoes() {
        pend(16, 0x80);
        nvic.setPrimask(true);
        assertFalse(nvic.isTakable());
        assertTrue(nvic.wakes());
        nvic.setBasepri(0x80);
        assertFalse(nvic.wakes());
    }

    /** @arm B3.4: the manual's description of level-sensitive and pulse interrupts. */
    @Test
    void aLineStillHighAtTheEndOfTheHandlerIsPendingAgain() {
        InterruptLine line = nvic.line(4);
        line.set(true);
        assertTrue(nvic.isPending(20));
        nvic.activate(20);
        assertFalse(nvic.isPending(20));
        nvic.deactivate(20);
        assertTrue(nvic.isPending(20));
        nvic.activate(20);
        line.set(false);
        nvic.deactivate(20);
        assertFalse(nvic.isPending(20));
    }

    @Test
    void aPulseIsLatched() {
        InterruptLine line = nvic.line(4);
        line.set(true);
        line.set(false);
        assertTrue(nvic.isPending(20));
        nvic.activate(20);
        line.set(true);
        line.set(false);
        assertTrue(nvic.isPending(20), "a pulse while the handler runs");
        assertTrue(nvic.isActive(20));
    }

    @Test
    void softwareCannotClearWhatTheLineHolds() {
        InterruptLine line = nvic.line(4);
        line.set(true);
        nvic.clearPending(20);
        assertTrue(nvic.isPending(20));
        line.set(false);
        nvic.clearPending(20);
        assertFalse(nvic.isPending(20));
    }

    @Test
    void registersShowAndChangeTheBits() {
        NvicRegisters registers = new NvicRegisters(nvic);
        assertEquals(0, registers.read(0x004));
        registers.write(0x100, 0x8000_0001);
        assertEquals(0x8000_0001, registers.read(0x100));
        assertEquals(0x8000_0001, registers.read(0x180));
        assertTrue(nvic.isEnabled(47));
        registers.write(0x180, 1);
        assertEquals(0x8000_0000, registers.read(0x100));
        registers.write(0x104, -1);
        assertEquals(0, registers.read(0x104), "interrupts that do not exist");
        registers.write(0x200, 6);
        registers.write(NvicRegisters.STIR, 3);
        assertEquals(0xE, registers.read(0x200));
        registers.write(0x280, 2);
        assertEquals(0xC, registers.read(0x280));
        registers.write(0x404, 0x4433_2211);
        assertEquals(0x4433_2211, registers.read(0x404));
        assertEquals(0x22, nvic.priority(21));
        nvic.activate(18);
        assertEquals(4, registers.read(0x300));
        assertEquals(List.of(17, 18, 19), pended);
    }
}
