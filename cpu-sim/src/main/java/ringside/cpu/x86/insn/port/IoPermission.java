package ringside.cpu.x86.insn.port;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.form.Fields;

/**
 * Who may use a port: code whose CPL is not above the IOPL, and other code where the I/O permission bitmap of the task
 * has zeros for all bytes of the access. @sdm Vol.1 19.5
 */
final class IoPermission {
    private static final int MAP_BASE = 0x66;
    private static final int LAST_OF_TSS = 0x67;
    /** The type of an available 32-bit TSS, which is that of a 64-bit TSS too. */
    private static final int TSS = 0x9;

    private static final int BUSY = 0x2;

    private IoPermission() {}

    /** The size of an access to a port that has no quadwords. */
    static OperandSize size(Fields f) {
        return f.operandSize() == OperandSize.WORD ? OperandSize.WORD : OperandSize.DOUBLEWORD;
    }

    /** The same in bytes. */
    static int bytes(Fields f) {
        return size(f).bytes();
    }

    /**
     * Checks an access.
     *
     * @throws X86Fault #GP(0) if it is not permitted
     */
    static void require(X86Core cpu, int port, int bytes) {
        if (!cpu.isProtected()) {
            return;
        }
        boolean ioPrivileged = cpu.cpl() <= (cpu.rflags() & Rflags.IOPL) >>> Rflags.IOPL_SHIFT;
        if (!(ioPrivileged && !cpu.flag(Rflags.VM)) && !mapPermits(cpu, port, bytes)) {
            throw X86Fault.generalProtection(0);
        }
    }

    /** Two bytes of the map are read, whatever the access; both must lie within the limit of the TSS. */
    private static boolean mapPermits(X86Core cpu, int port, int bytes) {
        SegmentRegister tr = cpu.tr();
        if (!tr.isUsable() || (tr.type() & ~BUSY) != TSS || tr.limit() < LAST_OF_TSS) {
            return false;
        }
        long mapBase = cpu.memory().loadSystem(tr.base() + MAP_BASE, 2);
        long position = mapBase + (port >>> 3);
        if (position + 1 > tr.limit()) {
            return false;
        }
        long map = cpu.memory().loadSystem(tr.base() + position, 2);
        return (map >>> (port & 7) & (1 << bytes) - 1) == 0;
    }
}
