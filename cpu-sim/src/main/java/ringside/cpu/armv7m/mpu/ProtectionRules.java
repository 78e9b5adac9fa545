package ringside.cpu.armv7m.mpu;

import java.util.List;
import ringside.cpu.armv7m.mpu.ProtectionDecision.Rule;

/**
 * Who may touch an address: the manual's {@code ValidateAddress()} and {@code CheckPermission()}.
 *
 * <p>A pure function of the MPU's registers. The processor asks it when its own short memory of earlier answers has
 * none; panes ask it for their explanations. @arm B3.5.3
 *
 * @param regions all regions, by number
 * @param control the MPU_CTRL register
 */
public record ProtectionRules(List<MpuRegion> regions, int control) {
    /** MPU_CTRL.ENABLE. */
    static final int ENABLE = 1;
    /** MPU_CTRL.HFNMIENA. */
    static final int HFNMIENA = 2;
    /** MPU_CTRL.PRIVDEFENA. */
    static final int PRIVDEFENA = 4;

    /** Copies the list. */
    public ProtectionRules {
        regions = List.copyOf(regions);
    }

    /** Whether the MPU is on. */
    public boolean isEnabled() {
        return (control & ENABLE) != 0;
    }

    /** Whether the MPU also checks code that runs at priority -1 or -2. */
    public boolean checksNegativePriority() {
        return (control & HFNMIENA) != 0;
    }

    /** Whether privileged code has the default memory map where no region matches. */
    public boolean hasPrivilegedBackground() {
        return (control & PRIVDEFENA) != 0;
    }

    /**
     * Decides.
     *
     * @param negativePriority whether the execution priority is below 0: in HardFault, in NMI, or with FAULTMASK set
     */
    public ProtectionDecision decide(int address, AccessKind kind, boolean privileged, boolean negativePriority) {
        boolean execute = kind == AccessKind.EXECUTE;
        if (execute && address >>> 29 == 7) {
            return new ProtectionDecision(kind, privileged, address, false, Rule.SYSTEM_NEVER_EXECUTES, -1, -1);
        }
        if (DefaultMemoryMap.isPrivatePeripheral(address)) {
            return new ProtectionDecision(kind, privileged, address, privileged, Rule.PRIVATE_PERIPHERAL_BUS, -1, -1);
        }
        boolean byDefault = !execute || !DefaultMemoryMap.of(address).isExecuteNever();
        if (!isEnabled()) {
            return new ProtectionDecision(kind, privileged, address, byDefault, Rule.MPU_OFF, -1, -1);
        }
        if (negativePriority && !checksNegativePriority()) {
            return new ProtectionDecision(kind, privileged, address, byDefault, Rule.NEGATIVE_PRIORITY, -1, -1);
        }
        for (int i = regions.size() - 1; i >= 0; i--) {
            MpuRegion region = regions.get(i);
            if (region.matches(address)) {
                boolean allowed = region.permits(kind, privileged);
                int subregion = region.subregion(address);
                return new ProtectionDecision(kind, privileged, address, allowed, Rule.REGION, i, subregion);
            }
        }
        boolean background = privileged && hasPrivilegedBackground();
        Rule rule = background ? Rule.PRIVILEGED_BACKGROUND : Rule.NO_REGION;
        return new ProtectionDecision(kind, privileged, address, background && byDefault, rule, -1, -1);
    }

    /** Whether one decision holds for every address of an aligned block, a power of two of at most 1 MiB in size. */
    public boolean isUniform(int blockAddress, int blockSize) {
        if (isEnabled()) {
            for (MpuRegion region : regions) {
                if (region.splits(blockAddress, blockSize)) {
                    return false;
                }
            }
        }
        return true;
    }
}
