package ringside.cpu.armv7m.mpu;

import java.util.List;

/**
 * The memory protection unit as it is.
 *
 * @param control the MPU_CTRL register
 * @param selected the MPU_RNR register: which region RBAR and RASR show
 * @param regions all regions, by number
 * @param privileged whether the code that runs now is privileged
 * @param negativePriority whether the execution priority is below 0, so that CTRL.HFNMIENA matters
 */
public record MpuView(
        int control, int selected, List<MpuRegion> regions, boolean privileged, boolean negativePriority) {
    /** Copies the list. */
    public MpuView {
        regions = List.copyOf(regions);
    }

    /** The rules that these registers make. */
    public ProtectionRules rules() {
        return new ProtectionRules(regions, control);
    }

    /** Whether the MPU is on. */
    public boolean isEnabled() {
        return rules().isEnabled();
    }

    /** Decides about an access now, with the present execution priority. */
    public ProtectionDecision decide(int address, AccessKind kind, boolean asPrivileged) {
        return rules().decide(address, kind, asPrivileged, negativePriority);
    }
}
