package ringside.cpu.x86.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import ringside.cpu.x86.DescriptorTable;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/** Single-stepping and breakpoints, instruction by instruction. @sdm Vol.3B 17.3.1 */
class DebugExceptionsTest {
    private static final long GDT = 0x3000;
    private static final long IDT = 0x4000;
    private static final long HANDLER = 0x5000;
    private static final long STACK = 0x8000;
    private static final long SINGLE_STEP = 1 << 14;

    /** The handler of every vector is a HLT at 0x5000 + 16 times the vector. */
    private static TestPc pc(String code) {
        TestPc pc = TestPc.long64(code);
        pc.putLong(GDT + 8, 0x00AF_9B00_0000_FFFFL);
        pc.putLong(GDT + 16, 0x00CF_9300_0000_FFFFL);
        pc.cpu.setGdtr(new DescriptorTable(GDT, 0x17));
        pc.cpu.setIdtr(new DescriptorTable(IDT, 0xFFF));
        for (int vector = 0; vector < 32; vector++) {
            long handler = HANDLER + 16 * vector;
            pc.putLong(IDT + 16 * vector, handler & 0xFFFF | 8 << 16 | 0x8E00L << 32 | handler >>> 16 << 48);
            pc.put(handler, "48cf");
        }
        pc.cpu.setGpr(X86Core.RSP, STACK);
        return pc;
    }

    private static long handler(int vector) {
        return HANDLER + 16L * vector;
    }

    private static long saved(TestPc pc, int index) {
        return pc.cpu.memory().loadSystem(pc.cpu.gpr(X86Core.RSP) + 8L * index, 8);
    }

    private static void breakpoint(TestPc pc, long address, int condition, int length) {
        pc.cpu.system().breakpointAddresses[0] = address;
        pc.cpu.system().dr7 = 0x400 | 1 | condition << 16 | (long) length << 18;
        pc.cpu.memory().forgetAll();
    }

    @Test
    void theTrapFlagTrapsBehindTheNextInstructionAndNotInTheHandler() {
        // nop; nop; nop
        TestPc pc = pc("90 90 90");
        pc.cpu.setRflags(Rflags.TF);
        pc.run(1);
        assertEquals(handler(X86Fault.DB), pc.cpu.programCounter());
        assertEquals(TestPc.CODE_64 + 1, saved(pc, 0));
        assertEquals(Rflags.TF, saved(pc, 2) & Rflags.TF);
        assertEquals(SINGLE_STEP, pc.cpu.system().dr6 & SINGLE_STEP);
        pc.run(1);
        assertEquals(TestPc.CODE_64 + 1, pc.cpu.programCounter(), "IRET that sets TF is not trapped itself");
        pc.run(1);
        assertEquals(TestPc.CODE_64 + 2, saved(pc, 0));
    }

    @Test
    void popfThatSetsTheTrapFlagIsNotTrappedAndPopfThatClearsItIs() {
        // popf; nop
        TestPc pc = pc("9d 90");
        pc.putLong(STACK, Rflags.TF | 2);
        pc.run(1);
        assertEquals(TestPc.CODE_64 + 1, pc.cpu.programCounter());
        pc = pc("9d 90");
        pc.putLong(STACK, 2);
        pc.cpu.setRflags(Rflags.TF);
        pc.run(1);
        assertEquals(handler(X86Fault.DB), pc.cpu.programCounter());
        assertEquals(0, saved(pc, 2) & Rflags.TF);
    }

    @Test
    void movSsHoldsTheTrapBackForOneInstruction() {
        // mov ss, eax; nop; nop
        TestPc pc = pc("8ed0 90 90");
        pc.cpu.setGpr(X86Core.RAX, 0x10);
        pc.cpu.setRflags(Rflags.TF);
        pc.run(1);
        assertEquals(TestPc.CODE_64 + 2, pc.cpu.programCounter());
        pc.run(1);
        assertEquals(handler(X86Fault.DB), pc.cpu.programCounter());
        assertEquals(TestPc.CODE_64 + 3, saved(pc, 0));
    }

    @Test
    void anInterruptInstructionIsNotSingleSteppedIntoItsHandler() {
        // int3
        TestPc pc = pc("cc");
        pc.cpu.setRflags(Rflags.TF);
        pc.run(1);
        assertEquals(handler(X86Fault.BP), pc.cpu.programCounter());
        assertEquals(TestPc.CODE_64 + 1, saved(pc, 0));
    }

    @Test
    void anInstructionBreakpointComesBeforeItsInstructionAndRfLetsItPass() {
        // inc eax; inc eax
        TestPc pc = pc("ffc0 ffc0");
        breakpoint(pc, TestPc.CODE_64 + 2, 0, 0);
        pc.run(2);
        assertEquals(handler(X86Fault.DB), pc.cpu.programCounter());
        assertEquals(TestPc.CODE_64 + 2, saved(pc, 0));
        assertEquals(1, pc.cpu.gpr(X86Core.RAX));
        assertEquals(1, pc.cpu.system().dr6 & 0xF);
        assertEquals(0, saved(pc, 2) & Rflags.RF, "the handler has to set RF by itself");
        pc.putLong(pc.cpu.gpr(X86Core.RSP) + 16, saved(pc, 2) | Rflags.RF);
        pc.run(2);
        assertEquals(TestPc.CODE_64 + 4, pc.cpu.programCounter());
        assertEquals(2, pc.cpu.gpr(X86Core.RAX));
        assertEquals(0, pc.cpu.rflags() & Rflags.RF, "RF holds for one instruction");
    }

    @Test
    void aDataBreakpointTrapsBehindTheAccess() {
        // mov [rbx], eax; nop
        TestPc pc = pc("8903 90");
        pc.cpu.setGpr(X86Core.RBX, 0x6000);
        breakpoint(pc, 0x6002, 1, 1);
        pc.run(1);
        assertEquals(handler(X86Fault.DB), pc.cpu.programCounter());
        assertEquals(TestPc.CODE_64 + 2, saved(pc, 0));
        assertEquals(1, pc.cpu.system().dr6 & 0xF);
        assertEquals(0, pc.cpu.system().dr6 & SINGLE_STEP);
    }

    @Test
    void anInstructionThatFaultsDoesNotTrapForWhatItAccessed() {
        // push [rbx] from a watched place to a stack that is not mapped
        TestPc pc = pc("ff33");
        pc.cpu.setGpr(X86Core.RBX, 0x6000);
        breakpoint(pc, 0x6000, 3, 3);
        pc.cpu.setGpr(X86Core.RSP, 0x0000_7000_0000_0000L);
        pc.putLong(IDT + 16 * X86Fault.PF, 0);
        pc.run(1);
        assertEquals(0, pc.cpu.system().dr6 & 0xF);
    }

    @Test
    void singleStepsOfARepeatedInstructionAreItsIterations() {
        // rep stosb
        TestPc pc = pc("f3aa 90");
        pc.cpu.setGpr(X86Core.RCX, 3);
        pc.cpu.setGpr(X86Core.RDI, 0x6000);
        pc.cpu.setRflags(Rflags.TF);
        for (int left = 2; left >= 0; left--) {
            pc.run(1);
            assertEquals(handler(X86Fault.DB), pc.cpu.programCounter());
            assertEquals(left, pc.cpu.gpr(X86Core.RCX));
            assertEquals(left == 0 ? TestPc.CODE_64 + 2 : TestPc.CODE_64, saved(pc, 0));
            assertEquals(left == 0 ? 0 : Rflags.RF, saved(pc, 2) & Rflags.RF, "RF is saved as 1 between iterations");
            pc.run(1);
        }
    }
}
