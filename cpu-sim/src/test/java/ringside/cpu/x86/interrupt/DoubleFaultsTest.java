package ringside.cpu.x86.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.x86.DescriptorTable;
import ringside.cpu.x86.SystemCore;
import ringside.cpu.x86.X86Fault;

/** Faults while an event is delivered. @sdm Vol.3A Table 6-5 */
class DoubleFaultsTest {
    private static final int DOUBLE_FAULT_HANDLER = 0x9008;

    private static InterruptEvent event(SystemCore core, int vector) {
        return InterruptEvent.fault(core, X86Fault.of(vector, 0), null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # first | second | becomes | why
            6       | 13     | 13      | benign and contributory: one after the other
            6       | 14     | 14      | benign and page fault: one after the other
            0       | 13     | 8       | contributory twice
            13      | 11     | 8       | contributory twice
            10      | 12     | 8       | contributory twice
            13      | 14     | 14      | contributory and page fault: one after the other
            14      | 13     | 8       | page fault and contributory
            14      | 14     | 8       | page fault twice
            17      | 13     | 13      | #AC is benign
            1       | 14     | 14      | #DB is benign
            """)
    void theTable(int first, int second, int becomes, String why) {
        SystemCore core = SystemCore.long64(0);
        InterruptEvent next = DoubleFaults.next(core, event(core, first), X86Fault.of(second, 0x18));
        assertEquals(becomes, next.vector(), why);
        assertEquals(becomes == X86Fault.DF ? 0 : 0x18, next.errorCode());
        assertNull(core.diagnosis);
    }

    @ParameterizedTest
    @CsvSource({"13", "14", "11"})
    void whenTheDoubleFaultCannotBeDeliveredTheProcessorShutsDown(int last) {
        SystemCore core = SystemCore.long64(0);
        assertNull(DoubleFaults.next(core, event(core, X86Fault.DF), X86Fault.of(last, 0)));
        assertTrue(core.diagnosis.contains(ExceptionExplanation.mnemonic(last)), core.diagnosis);
    }

    @Test
    void anInterruptFromOutsideIsBenignWhateverItsVector() {
        SystemCore core = SystemCore.long64(0);
        InterruptEvent next =
                DoubleFaults.next(core, InterruptEvent.external(core, X86Fault.GP), X86Fault.of(X86Fault.NP, 0x6B));
        assertEquals(X86Fault.NP, next.vector());
    }

    @Test
    void theDoubleFaultHandlerGetsTheAddressOfTheFirstInstruction() {
        SystemCore core = SystemCore.long64(0);
        core.interruptGate(X86Fault.DF, SystemCore.CODE64, DOUBLE_FAULT_HANDLER, 0x8E, 0);
        InterruptDelivery.exception(core, X86Fault.page(0x1234, 0));
        assertEquals(DOUBLE_FAULT_HANDLER, core.nextRip());
        assertEquals(0, core.stack(0, 8));
        assertEquals(SystemCore.CODE, core.stack(1, 8));
        assertEquals(0x1234, core.system().cr2);
        assertNull(core.diagnosis);
    }

    @Test
    void aTripleFaultTellsWhatHappened() {
        SystemCore core = SystemCore.long64(3);
        core.setIdtr(new DescriptorTable(0, 0));
        InterruptDelivery.exception(core, X86Fault.page(0x1234, 6));
        assertEquals(
                "at 33:0x8000. First came: page fault (#PF): write by user code to a page that is not present, at address"
                        + " 0x1234. It could not be delivered because of a general protection (#GP): IDT entry 14, while an"
                        + " earlier event was delivered. This makes a double fault (#DF), which could not be delivered either"
                        + " because of a general protection (#GP): IDT entry 8, while an earlier event was delivered.",
                core.diagnosis);
    }

    @Test
    void inRealModeATableThatIsTooShortShutsDownToo() {
        SystemCore core = SystemCore.real();
        core.setIdtr(new DescriptorTable(0, 3));
        InterruptDelivery.exception(core, X86Fault.undefinedOpcode());
        assertTrue(core.diagnosis.startsWith("at 0:0x8000. First came: invalid opcode (#UD)."), core.diagnosis);
    }
}
