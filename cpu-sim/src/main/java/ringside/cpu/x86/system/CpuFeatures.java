package ringside.cpu.x86.system;

import java.nio.charset.StandardCharsets;
import ringside.cpu.x86.CpuIdentity;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;

/**
 * What CPUID says: exactly what is there. @sdm Vol.2A "CPUID"
 *
 * <p>How it works: a leaf that does not exist answers as the highest basic leaf does, as the manual has it. A feature bit
 * that depends on the state of the processor (APIC, SYSCALL) is worked out when asked.
 */
public final class CpuFeatures {
    private static final String VENDOR = "RingsideCPU ";
    private static final String BRAND = "Ringside simulated x86-64 processor";

    /** The bits of CR4 that belong to these features, and those every processor of their age has. */
    static final long CR4_DEFINED = SystemRegisters.CR4_TSD
            | SystemRegisters.CR4_DE
            | SystemRegisters.CR4_PSE
            | SystemRegisters.CR4_PAE
            | SystemRegisters.CR4_PGE
            | SystemRegisters.CR4_PCE
            | SystemRegisters.CR4_OSFXSR
            | SystemRegisters.CR4_OSXMMEXCPT
            | SystemRegisters.CR4_UMIP
            | SystemRegisters.CR4_FSGSBASE
            | SystemRegisters.CR4_PCIDE
            | SystemRegisters.CR4_SMEP
            | SystemRegisters.CR4_SMAP;

    private static final int HIGHEST_BASIC = 0xB;
    private static final int HIGHEST_EXTENDED = 0x8000_0008;
    private static final int BRAND_FIRST = 0x8000_0002;
    private static final int BRAND_LAST = 0x8000_0004;

    /** Leaf 1, EDX, without APIC. */
    private static final int STANDARD_EDX = bits(
            0, // FPU
            2, // DE
            3, // PSE
            4, // TSC
            5, // MSR
            6, // PAE
            8, // CMPXCHG8B
            11, // SYSENTER
            13, // PGE
            15, // CMOV
            16, // PAT
            17, // PSE-36
            19, // CLFLUSH
            23, // MMX
            24, // FXSAVE
            25, // SSE
            26); // SSE2

    private static final int APIC = 1 << 9;
    /** Leaf 1, ECX, without what the local APIC has. */
    private static final int STANDARD_ECX = bits(
            13, // CMPXCHG16B
            17, // PCID
            22, // MOVBE
            23); // POPCNT

    private static final int X2APIC = 1 << 21;
    private static final int TSC_DEADLINE = 1 << 24;
    /** Leaf 7, EBX. */
    private static final int STRUCTURED_EBX = bits(
            0, // FSGSBASE
            3, // BMI1
            7, // SMEP
            8, // BMI2
            10, // INVPCID
            19, // ADX
            20); // SMAP

    /** Leaf 7, ECX. */
    private static final int STRUCTURED_ECX = bits(2); // UMIP

    /** Leaf 0x8000_0001, ECX. */
    private static final int EXTENDED_ECX = bits(
            0, // LAHF and SAHF in 64-bit mode
            5, // LZCNT
            8); // PREFETCHW

    /** Leaf 0x8000_0001, EDX, without SYSCALL. */
    private static final int EXTENDED_EDX = bits(
            20, // NX
            26, // pages of 1 GiB
            27, // RDTSCP
            29); // long mode

    private static final int SYSCALL = 1 << 11;
    /** The lines that CLFLUSH drops, in units of eight bytes. */
    private static final int FLUSH_LINE = 8;

    private static final int APIC_GLOBALLY_ENABLED = 1 << 11;
    private static final int INVARIANT_TSC = 1 << 8;
    private static final int LINEAR_ADDRESS_BITS = 48;

    private CpuFeatures() {}

    /** The four registers that CPUID writes. */
    public record Leaf(int eax, int ebx, int ecx, int edx) {
        static final Leaf ZERO = new Leaf(0, 0, 0, 0);
    }

    /** What CPUID answers. */
    public static Leaf leaf(X86Core cpu, int leaf, int subleaf) {
        boolean extended = leaf < 0;
        boolean exists = extended ? leaf <= HIGHEST_EXTENDED : leaf <= HIGHEST_BASIC;
        if (!exists) {
            return basic(cpu, HIGHEST_BASIC, subleaf);
        }
        return extended ? extended(cpu, leaf) : basic(cpu, leaf, subleaf);
    }

    private static Leaf basic(X86Core cpu, int leaf, int subleaf) {
        return switch (leaf) {
            case 0 -> new Leaf(HIGHEST_BASIC, characters(VENDOR, 0), characters(VENDOR, 8), characters(VENDOR, 4));
            case 1 -> standard(cpu);
            case 7 -> subleaf == 0 ? new Leaf(0, STRUCTURED_EBX, STRUCTURED_ECX, 0) : Leaf.ZERO;
            // One processor: no level of the topology says more; ECX gives the subleaf back.
            case 0xB -> new Leaf(0, 0, subleaf & 0xFF, 0);
            default -> Leaf.ZERO;
        };
    }

    private static Leaf standard(X86Core cpu) {
        boolean hasApic = cpu.localInterrupts().hasLocalApic();
        boolean apicOn = hasApic && (cpu.localInterrupts().apicBase() & APIC_GLOBALLY_ENABLED) != 0;
        return new Leaf(
                CpuIdentity.SIGNATURE,
                FLUSH_LINE << 8 | 1 << 16,
                STANDARD_ECX | (hasApic ? X2APIC | TSC_DEADLINE : 0),
                STANDARD_EDX | (apicOn ? APIC : 0));
    }

    private static Leaf extended(X86Core cpu, int leaf) {
        if (leaf >= BRAND_FIRST && leaf <= BRAND_LAST) {
            int at = 16 * (leaf - BRAND_FIRST);
            return new Leaf(
                    characters(BRAND, at),
                    characters(BRAND, at + 4),
                    characters(BRAND, at + 8),
                    characters(BRAND, at + 12));
        }
        return switch (leaf) {
            case 0x8000_0000 -> new Leaf(HIGHEST_EXTENDED, 0, 0, 0);
            case 0x8000_0001 -> new Leaf(0, 0, EXTENDED_ECX, EXTENDED_EDX | (cpu.is64() ? SYSCALL : 0));
            case 0x8000_0007 -> new Leaf(0, 0, 0, INVARIANT_TSC);
            case 0x8000_0008 -> new Leaf(CpuIdentity.PHYSICAL_ADDRESS_BITS | LINEAR_ADDRESS_BITS << 8, 0, 0, 0);
            default -> Leaf.ZERO;
        };
    }

    private static int bits(int... numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum |= 1 << number;
        }
        return sum;
    }

    /** Four characters as a number, the first in the lowest byte; zeros behind the end. */
    private static int characters(String text, int at) {
        byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
        int value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | (at + i < octets.length ? octets[at + i] : 0);
        }
        return value;
    }
}
