package ringside.cpu.x86.system;

import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.x86.CpuIdentity;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;

/**
 * Writes to CR0, CR3 and CR4 with all their checks, and what follows from them. @sdm Vol.3A 2.5, 4.1, 4.10.4.1, 9.8.5,
 * Vol.2B "MOV—Move to/from Control Registers"
 *
 * <p>How it works: a write first checks everything against the registers as they will be, then changes them, then drops
 * translations. Long mode becomes active (EFER.LMA) when paging is turned on while EFER.LME is set, and ends with paging.
 */
public final class ControlRegisters {
    private static final long CR0_DEFINED = SystemRegisters.CR0_PE
            | SystemRegisters.CR0_MP
            | SystemRegisters.CR0_EM
            | SystemRegisters.CR0_TS
            | SystemRegisters.CR0_NE
            | SystemRegisters.CR0_WP
            | SystemRegisters.CR0_AM
            | SystemRegisters.CR0_NW
            | SystemRegisters.CR0_CD
            | SystemRegisters.CR0_PG;
    /** A change of these makes PAE paging read its four pointers anew. @sdm Vol.3A 4.4.1 */
    private static final long CR0_LOADS_POINTERS =
            SystemRegisters.CR0_PG | SystemRegisters.CR0_CD | SystemRegisters.CR0_NW;

    private static final long CR4_LOADS_POINTERS =
            SystemRegisters.CR4_PAE | SystemRegisters.CR4_PGE | SystemRegisters.CR4_PSE | SystemRegisters.CR4_SMEP;
    private static final long CR3_RESERVED = ~((1L << CpuIdentity.PHYSICAL_ADDRESS_BITS) - 1);
    /** With PCIDs: keep the translations. */
    private static final long CR3_KEEP = 1L << 63;

    private static final long PCID = 0xFFF;
    private static final int TSS_32_BIT = 8;

    private ControlRegisters() {}

    private static void require(boolean condition) {
        if (!condition) {
            throw X86Fault.generalProtection(0);
        }
    }

    private static boolean has(long register, long bit) {
        return (register & bit) != 0;
    }

    // ---- CR0 ----

    /**
     * Writes CR0. Reserved bits in its lower half stay as they are; ET is always 1.
     *
     * @throws X86Fault #GP(0)
     */
    public static void writeCr0(X86Core cpu, long value) {
        SystemRegisters system = cpu.system();
        long wanted = value & CR0_DEFINED | SystemRegisters.CR0_ET;
        long changed = system.cr0 ^ wanted;
        require(value >>> 32 == 0);
        require(!has(wanted, SystemRegisters.CR0_PG) || has(wanted, SystemRegisters.CR0_PE));
        require(!has(wanted, SystemRegisters.CR0_NW) || has(wanted, SystemRegisters.CR0_CD));
        if (has(changed, SystemRegisters.CR0_PG)) {
            requireMaySwitchPaging(cpu, has(wanted, SystemRegisters.CR0_PG));
        }
        if (has(changed, CR0_LOADS_POINTERS)) {
            loadPointers(cpu, wanted, system.cr4, system.cr3);
        }
        system.cr0 = wanted;
        boolean longMode = has(wanted, SystemRegisters.CR0_PG) && has(system.efer, SystemRegisters.EFER_LME);
        system.efer = system.efer & ~SystemRegisters.EFER_LMA | (longMode ? SystemRegisters.EFER_LMA : 0);
        if (has(changed, SystemRegisters.CR0_PG)) {
            cpu.translations().flushAll();
        }
        changed(cpu);
    }

    private static void requireMaySwitchPaging(X86Core cpu, boolean on) {
        SystemRegisters system = cpu.system();
        if (!on) {
            require(!cpu.is64() && !has(system.cr4, SystemRegisters.CR4_PCIDE));
        } else if (has(system.efer, SystemRegisters.EFER_LME)) {
            require(has(system.cr4, SystemRegisters.CR4_PAE));
            require(!cpu.segment(X86Core.CS).isLongCode());
            require((cpu.tr().type() & TSS_32_BIT) != 0);
        }
    }

    /** PAE paging keeps the four entries of its first table in the processor. */
    private static void loadPointers(X86Core cpu, long cr0, long cr4, long cr3) {
        boolean isPae = has(cr0, SystemRegisters.CR0_PG)
                && has(cr4, SystemRegisters.CR4_PAE)
                && !has(cpu.system().efer, SystemRegisters.EFER_LME);
        require(!isPae || cpu.translations().loadPageDirectoryPointers(cr3));
    }

    /** What was found out about rights holds no longer. */
    private static void changed(X86Core cpu) {
        cpu.memory().forgetAll();
        cpu.systemChanged();
    }

    /** LMSW: the lowest four bits of CR0; PE can be set but not cleared. @sdm Vol.2A "LMSW" */
    public static void writeStatusWord(X86Core cpu, int value) {
        long kept = cpu.system().cr0 & ~0xEL;
        writeCr0(cpu, kept | value & 0xF);
    }

    /** CLTS. */
    public static void clearTaskSwitched(X86Core cpu) {
        cpu.system().cr0 &= ~SystemRegisters.CR0_TS;
        cpu.systemChanged();
    }

    // ---- CR3 ----

    /**
     * Writes CR3, which drops the translations of its PCID unless bit 63 says not to.
     *
     * @throws X86Fault #GP(0)
     */
    public static void writeCr3(X86Core cpu, long value) {
        SystemRegisters system = cpu.system();
        boolean usesPcid = has(system.cr4, SystemRegisters.CR4_PCIDE);
        long wanted = usesPcid ? value & ~CR3_KEEP : value;
        require(!has(wanted, CR3_RESERVED));
        loadPointers(cpu, system.cr0, system.cr4, wanted);
        if (cpu.trace().wants(CpuEventKind.ADDRESS_SPACE_SWITCH) && system.cr3 != wanted) {
            long mark = cpu.clock().instructions();
            cpu.trace().add(mark, CpuEventKind.ADDRESS_SPACE_SWITCH, system.cr3, wanted, 0, 0);
        }
        system.cr3 = wanted;
        if (!usesPcid) {
            cpu.translations().flushContext(0);
        } else if (!has(value, CR3_KEEP)) {
            cpu.translations().flushContext((int) (wanted & PCID));
        } else {
            // Nothing is dropped from the TLB, but other translations than before are looked up there now.
            cpu.memory().forgetAll();
        }
        changed(cpu);
    }

    // ---- CR4 ----

    /**
     * Writes CR4.
     *
     * @throws X86Fault #GP(0), as for the bits of features that CPUID does not name
     */
    public static void writeCr4(X86Core cpu, long value) {
        SystemRegisters system = cpu.system();
        long changed = system.cr4 ^ value;
        require(!has(value, ~CpuFeatures.CR4_DEFINED));
        require(!cpu.isLongMode() || has(value, SystemRegisters.CR4_PAE));
        if (has(changed & value, SystemRegisters.CR4_PCIDE)) {
            require(cpu.isLongMode() && (system.cr3 & PCID) == 0);
        }
        if (has(changed, CR4_LOADS_POINTERS)) {
            loadPointers(cpu, system.cr0, value, system.cr3);
        }
        int context = has(system.cr4, SystemRegisters.CR4_PCIDE) ? (int) (system.cr3 & PCID) : 0;
        system.cr4 = value;
        if (has(changed, SystemRegisters.CR4_PGE) || has(changed & ~value, SystemRegisters.CR4_PCIDE)) {
            cpu.translations().flushAll();
        } else if (has(changed, SystemRegisters.CR4_PAE) || has(changed & value, SystemRegisters.CR4_SMEP)) {
            cpu.translations().flushContext(context);
        }
        changed(cpu);
    }
}
