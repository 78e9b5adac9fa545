package ringside.cpu.x86.host;

import java.nio.ByteBuffer;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.insn.FlatX86;

/** Runs cases on the simulated processor, as a user program in 64-bit mode. */
final class SimulatedFloat {
    private static final long MEMORY = 0x2000;
    private static final int MEMORY_PAGE = 2;

    private final FlatX86 cpu = new FlatX86(64);

    SimulatedFloat() {
        SystemRegisters system = cpu.system();
        system.cr0 |= SystemRegisters.CR0_MP | SystemRegisters.CR0_NE;
        system.cr4 |= SystemRegisters.CR4_OSFXSR | SystemRegisters.CR4_OSXMMEXCPT;
    }

    /** What becomes of a case. */
    FloatCase run(FloatCase given) {
        for (int i = 0; i < 3; i++) {
            cpu.setGpr(i, given.before(i));
        }
        cpu.setGpr(FlatX86.RBX, MEMORY);
        cpu.setGpr(FlatX86.RDI, MEMORY);
        cpu.setRflags((int) given.before(3));
        load(given.bytes);
        byte[] page = new byte[4096];
        given.bytes.get(FloatCase.MEMORY, page, 0, FloatCase.MEMORY_SIZE);
        cpu.setOnlyPage(MEMORY_PAGE, page);
        FloatCase found = new FloatCase();
        found.setAfter(0, signal(cpu.execute(given.code())));
        for (int i = 0; i < 3; i++) {
            found.setAfter(i + 1, cpu.gpr(i));
        }
        found.setAfter(4, cpu.rflags());
        save(found.bytes);
        found.bytes.put(FloatCase.MEMORY, cpu.page(MEMORY_PAGE), 0, FloatCase.MEMORY_SIZE);
        return found;
    }

    /** The signal that a Unix program would get. */
    private static int signal(X86Fault fault) {
        if (fault == null) {
            return 0;
        }
        return switch (fault.vector()) {
            case X86Fault.UD -> 4;
            case X86Fault.MF, X86Fault.XM -> 8;
            case X86Fault.GP, X86Fault.SS, X86Fault.PF -> 11;
            default -> 100 + fault.vector();
        };
    }

    /** The registers in the layout of FXSAVE64, written down here a second time, apart from the instruction. */
    private void load(ByteBuffer image) {
        int fx = FloatCase.FX;
        cpu.x87().setControl(image.getShort(fx));
        cpu.x87().setStatus(image.getShort(fx + 2));
        cpu.x87().setEmpty(~image.get(fx + 4));
        cpu.sse().setMxcsr(image.getInt(fx + 24));
        for (int i = 0; i < 8; i++) {
            int at = fx + 32 + 16 * i;
            cpu.x87().set(cpu.x87().top() + i & 7, image.getShort(at + 8), image.getLong(at));
        }
        for (int i = 0; i < 16; i++) {
            int at = fx + 160 + 16 * i;
            cpu.sse().set(i, image.getLong(at), image.getLong(at + 8));
        }
    }

    private void save(ByteBuffer image) {
        int fx = FloatCase.FX;
        image.putShort(fx, (short) cpu.x87().control());
        image.putShort(fx + 2, (short) cpu.x87().status());
        image.put(fx + 4, (byte) ~cpu.x87().empty());
        image.putInt(fx + 24, cpu.sse().mxcsr());
        for (int i = 0; i < 8; i++) {
            int at = fx + 32 + 16 * i;
            int physical = cpu.x87().top() + i & 7;
            image.putLong(at, cpu.x87().significand(physical));
            image.putShort(at + 8, (short) cpu.x87().signExponent(physical));
        }
        for (int i = 0; i < 16; i++) {
            int at = fx + 160 + 16 * i;
            image.putLong(at, cpu.sse().low(i));
            image.putLong(at + 8, cpu.sse().high(i));
        }
    }
}
