package ringside.cpu.x86.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.machine.StopReason;
import ringside.cpu.x86.AccessPrivilege;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.paging.PageTablesView;

/** Random bytes as code and as page tables: every run comes back with a reason, and two runs of the same are the same. */
class RandomCodeTest {
    private static final int BYTES = 2048;
    private static final long STEPS = 3_000;
    private static final int REAL = 0;
    private static final int PROTECTED_16 = 1;
    private static final int PROTECTED_32 = 2;
    private static final int LONG_64 = 3;

    /** Code at 0x1000 in real mode, at 0x10_0000 otherwise, in ring 0 or 3, with random registers. */
    private static TestPc random(Random random, int mode) {
        byte[] code = new byte[BYTES];
        random.nextBytes(code);
        TestPc pc = mode == REAL ? TestPc.real("") : TestPc.long64("");
        long at = mode == REAL ? 0x7C00 : TestPc.CODE_64;
        pc.bus.poke(at, code);
        if (mode == PROTECTED_16 || mode == PROTECTED_32) {
            SystemRegisters system = pc.cpu.system();
            system.efer = 0;
            system.cr0 &= ~SystemRegisters.CR0_PG;
            int big = mode == PROTECTED_32 ? 0x40_0000 : 0;
            pc.cpu.segment(X86Core.CS).load(8, mode == PROTECTED_32 ? 0 : at, 0xFFFF_FFFFL, 0x80_9B00 | big);
            for (int segment : new int[] {X86Core.DS, X86Core.ES, X86Core.SS}) {
                pc.cpu.segment(segment).load(0x10, 0, 0xFFFF_FFFFL, 0x80_9300 | big);
            }
            pc.cpu.setRip(mode == PROTECTED_32 ? at : 0);
        }
        for (int i = 0; i < 16; i++) {
            pc.cpu.setGpr(i, random.nextBoolean() ? random.nextInt(1 << 22) : random.nextLong());
        }
        pc.cpu.setCpl(mode == REAL || random.nextBoolean() ? 0 : 3);
        pc.cpu.memoryChanged();
        return pc;
    }

    @ParameterizedTest
    @ValueSource(ints = {REAL, PROTECTED_16, PROTECTED_32, LONG_64})
    void anyBytesRunInEveryMode(int mode) {
        for (long seed = 1; seed <= 60; seed++) {
            TestPc pc = random(new Random(seed), mode);
            StopReason stop = pc.run(STEPS);
            assertNotNull(stop, "seed " + seed);
            assertTrue(pc.clock.instructions() <= STEPS, "seed " + seed);
            TestPc again = random(new Random(seed), mode);
            for (int i = 0; i < STEPS && again.clock.instructions() < pc.clock.instructions(); i++) {
                again.run(1);
            }
            for (int register = 0; register < 16; register++) {
                assertEquals(
                        pc.cpu.gpr(register),
                        again.cpu.gpr(register),
                        "mode " + mode + ", seed " + seed + ", register " + register);
            }
            assertEquals(pc.cpu.programCounter(), again.cpu.programCounter(), "mode " + mode + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anyPageTablesAreWalked(long seed) {
        Random random = new Random(seed);
        TestPc pc = TestPc.long64("f4");
        pc.cpu.system().cr4 |= seed % 2 == 0 ? SystemRegisters.CR4_SMEP | SystemRegisters.CR4_SMAP : 0;
        for (long at = TestPc.ROOT; at < TestPc.ROOT + 0x8000; at += 8) {
            long frame = TestPc.ROOT + (random.nextInt(12) << 12);
            long entry = frame | random.nextInt(0x1000) | (random.nextInt(4) == 0 ? random.nextLong() : 0);
            pc.putLong(at, random.nextInt(8) == 0 ? entry : entry | 7);
        }
        pc.cpu.system().cr3 = TestPc.ROOT;
        pc.cpu.paging().flushAll();
        for (int i = 0; i < 20_000; i++) {
            long linear = random.nextLong() << 16 >> 16;
            long seen = pc.cpu.paging().walkOf(linear).physical();
            try {
                long physical = pc.cpu.paging().translate(linear, MemoryAccess.READ, AccessPrivilege.SUPERVISOR_AC);
                // Setting accessed flags changes the tables, which are pages here too.
                assertTrue(seen == physical || i > 0, "seed " + seed + ", address " + Long.toHexString(linear));
            } catch (X86Fault fault) {
                assertEquals(X86Fault.PF, fault.vector());
            }
        }
        PageTablesView tables = pc.cpu.paging().tables();
        assertTrue(tables.tables().size() > 1);
    }
}
