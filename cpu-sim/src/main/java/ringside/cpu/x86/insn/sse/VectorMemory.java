package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.operand.Address;

/**
 * Sixteen bytes of memory. @sdm Vol.1 4.1.1
 *
 * @param aligned whether another address than a multiple of 16 raises #GP(0)
 */
record VectorMemory(Address address, boolean aligned) implements VectorOperand {
    private static final int BYTES = 16;
    private static final int IN_PAGE = 0xFFF;

    private long linear(X86Core cpu, MemoryAccess access) {
        long linear = cpu.linear(address.segment(), address.offset(cpu), BYTES, access);
        if (aligned && (linear & BYTES - 1) != 0) {
            throw X86Fault.generalProtection(0);
        }
        return linear;
    }

    @Override
    public long low(X86Core cpu) {
        long linear = linear(cpu, MemoryAccess.READ);
        if ((linear & IN_PAGE) > IN_PAGE + 1 - BYTES) {
            cpu.memory().load8(linear, address.segment());
            cpu.memory().load8(wrap(cpu, linear + BYTES - 1) & ~(long) IN_PAGE, address.segment());
        }
        return cpu.memory().load64(linear, address.segment());
    }

    @Override
    public long high(X86Core cpu) {
        return cpu.memory().load64(wrap(cpu, linear(cpu, MemoryAccess.READ) + 8), address.segment());
    }

    @Override
    public void write(X86Core cpu, long low, long high) {
        long linear = linear(cpu, MemoryAccess.WRITE);
        if ((linear & IN_PAGE) > IN_PAGE + 1 - BYTES) {
            cpu.memory()
                    .requireStore(linear, BYTES, address.segment(), cpu.memory().privilege());
        }
        cpu.memory().store64(linear, address.segment(), low);
        cpu.memory().store64(wrap(cpu, linear + 8), address.segment(), high);
    }

    private static long wrap(X86Core cpu, long linear) {
        return cpu.isLongMode() ? linear : linear & 0xFFFF_FFFFL;
    }
}
