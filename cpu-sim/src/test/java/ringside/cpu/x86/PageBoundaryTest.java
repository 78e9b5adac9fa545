package ringside.cpu.x86;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.bus.Ram;
import ringside.cpu.x86.insn.FlatX86;

/** Large operands that reach into a page that is not there fault before anything has changed. @sdm Vol.3A 6.5 */
class PageBoundaryTest {
    private static final long MISSING = 0x3000;
    private static final int PAGE_BITS = 12;

    private final FlatX86 cpu = new FlatX86(64);

    PageBoundaryTest() {
        cpu.system().cr0 |= SystemRegisters.CR0_NE | SystemRegisters.CR0_MP;
        cpu.system().cr4 |= SystemRegisters.CR4_OSFXSR | SystemRegisters.CR4_OSXMMEXCPT;
        cpu.memory().connect(new OnePageMissing(), new NoCode(), () -> {});
        cpu.x87().initialize();
        cpu.sse().set(0, 0x1111_1111_1111_1111L, 0x2222_2222_2222_2222L);
        cpu.sse().set(1, -1, -1);
    }

    private record OnePageMissing() implements AddressTranslation {
        @Override
        public long translate(long linear, MemoryAccess access, AccessPrivilege privilege) {
            if (linear >>> PAGE_BITS == MISSING >>> PAGE_BITS) {
                throw X86Fault.page(linear, access == MemoryAccess.WRITE ? 6 : 4);
            }
            return linear;
        }

        @Override
        public long peek(long linear) {
            return linear;
        }
    }

    private record NoCode() implements CodeObserver {
        @Override
        public boolean hasCode(Ram ram, int page) {
            return false;
        }

        @Override
        public void codeWritten(Ram ram, int page, int offset, int length) {}

        @Override
        public void translationForgotten(long linear) {}
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # instruction, RBX = RDI, instruction before it, error code
        MOVUPS store,   0F1103, 2FF4, 90,   6
        MOVUPS load,    0F1003, 2FFC, 90,   4
        MASKMOVDQU,     660FF7C1, 2FF8, 90, 6
        FSTP m80,       DB3B,   2FF7, D9E8, 6
        FLD m80,        DB2B,   2FF7, 90,   4
        FBSTP,          DF33,   2FF7, D9E8, 6
        FNSTENV,        D933,   2FF0, D9E8, 6
        FNSAVE,         DD33,   2FA0, D9E8, 6
        FRSTOR,         DD23,   2FA0, D9E8, 4
        FXSAVE,         0FAE03, 2F00, D9E8, 6
        FXRSTOR,        0FAE0B, 2E10, D9E8, 4
        """)
    void nothingHasChanged(String name, String code, String address, String before, int errorCode) {
        cpu.setGpr(X86Core.RBX, Long.parseLong(address, 16));
        cpu.setGpr(X86Core.RDI, Long.parseLong(address, 16));
        cpu.execute(HexFormat.of().parseHex(before));
        byte[] memory = cpu.allMemory();
        int status = cpu.x87().status();
        int control = cpu.x87().control();

        X86Fault fault = cpu.execute(HexFormat.of().parseHex(code));

        assertEquals(X86Fault.PF, fault.vector(), name);
        assertEquals(errorCode, fault.errorCode());
        assertEquals(MISSING, fault.address() & -1L << PAGE_BITS);
        assertArrayEquals(memory, cpu.allMemory());
        assertEquals(status, cpu.x87().status());
        assertEquals(control, cpu.x87().control());
        assertEquals(0x1111_1111_1111_1111L, cpu.sse().low(0));
    }
}
