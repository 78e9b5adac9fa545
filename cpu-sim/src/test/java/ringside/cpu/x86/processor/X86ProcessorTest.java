package ringside.cpu.x86.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.x86.X86Core;

class X86ProcessorTest {
    /** mov ecx, 1000; l: adc rax, rcx; loop l; hlt. */
    private static final String SUM = "b9e8030000 4811c8 e2fb f4";

    @Test
    void aLoopRunsToItsEnd() {
        TestPc pc = TestPc.long64(SUM);
        pc.run(1 + 2 * 1000);
        assertEquals(500_500, pc.cpu.gpr(X86Core.RAX));
        assertEquals(TestPc.CODE_64 + SUM.replace(" ", "").length() / 2 - 1, pc.cpu.programCounter());
        assertEquals(2001, pc.clock.instructions());
    }

    @Test
    void aBreakpointStopsBeforeItsInstructionButNotAtTheStart() {
        TestPc pc = TestPc.long64(SUM);
        RunBudget budget = new RunBudget(100, StopConditions.breakpoints(TestPc.CODE_64 + 5));
        for (int i = 0; i < 3; i++) {
            assertEquals(new StopReason.BreakpointReached(TestPc.CODE_64 + 5), pc.cpu.run(budget));
            assertEquals(1 + 2L * i, pc.clock.instructions());
        }
    }

    @Test
    void codeThatWritesOverItselfRunsAsWritten() {
        // mov byte [rip], 0xb9 turns the "mov eax, 17" behind it into "mov ecx, 17".
        TestPc pc = TestPc.long64("c60500000000b9 b811000000");
        pc.run(2);
        assertEquals(0x11, pc.cpu.gpr(X86Core.RCX));
        assertEquals(0, pc.cpu.gpr(X86Core.RAX));
    }

    @Test
    void anInstructionMayLieInTwoPages() {
        TestPc pc = TestPc.long64("");
        pc.put(TestPc.CODE_64 + 0xFFE, "b8 78563412");
        pc.cpu.setRip(TestPc.CODE_64 + 0xFFE);
        pc.run(1);
        assertEquals(0x1234_5678, pc.cpu.gpr(X86Core.RAX));
        assertEquals(TestPc.CODE_64 + 0x1003, pc.cpu.programCounter());
    }

    @Test
    void savedStateGoesOnAsTheOriginal() {
        TestPc pc = TestPc.long64(SUM);
        pc.run(500);
        StateWriter out = new StateWriter();
        pc.cpu.save(out);
        pc.run(300);
        long expected = pc.cpu.gpr(X86Core.RAX);
        pc.cpu.restore(new StateReader(out.toByteArray()));
        pc.run(300);
        assertEquals(expected, pc.cpu.gpr(X86Core.RAX));
    }

    @Test
    void withoutAnyHandlerAnExceptionEndsInATripleFaultWithADiagnosis() {
        TestPc pc = TestPc.long64("0f0b");
        StopReason stop = pc.run(10);
        assertInstanceOf(StopReason.TripleFault.class, stop);
    }
}
