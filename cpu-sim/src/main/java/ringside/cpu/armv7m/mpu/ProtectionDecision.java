package ringside.cpu.armv7m.mpu;

/**
 * Whether an access is permitted, and why.
 *
 * @param kind what the access wants
 * @param privileged whether it is made as privileged code
 * @param address where
 * @param allowed whether it is permitted
 * @param rule the rule that decided
 * @param region the number of the region that decided, or -1
 * @param subregion which eighth of that region the address is in, or -1
 */
public record ProtectionDecision(
        AccessKind kind, boolean privileged, int address, boolean allowed, Rule rule, int region, int subregion) {

    /** The rules, in the order in which they are asked. */
    public enum Rule {
        /** Nothing is ever executed from 0xE000_0000 upwards. */
        SYSTEM_NEVER_EXECUTES,
        /** The private peripheral bus is for privileged code; others get a BusFault. */
        PRIVATE_PERIPHERAL_BUS,
        /** The MPU is switched off: the default memory map holds. */
        MPU_OFF,
        /** HardFault, NMI and FAULTMASK go past the MPU unless CTRL.HFNMIENA: the default memory map holds. */
        NEGATIVE_PRIORITY,
        /** The enabled region with the highest number that covers the address. */
        REGION,
        /** No region, but CTRL.PRIVDEFENA gives privileged code the default memory map. */
        PRIVILEGED_BACKGROUND,
        /** No region covers the address. */
        NO_REGION
    }

    /** The exception that a refusal causes: 4 MemManage, 5 BusFault; 0 if the access is permitted. */
    public int faultNumber() {
        if (allowed) {
            return 0;
        }
        return rule == Rule.PRIVATE_PERIPHERAL_BUS ? 5 : 4;
    }
}
