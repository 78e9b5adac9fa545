package ringside.oracle;

import java.util.List;

/**
 * A program that tests what gdb does not show: special registers and privilege, system registers, devices, faults and
 * their escalation, exception return, priorities and pre-emption, the MPU.
 */
final class SystemProgram {
    private SystemProgram() {}

    /** The text of the tests, to be assembled after the runtime. */
    static String generate(long seed) {
        Listing listing = new Listing(seed);
        listing.text.append(
                "        .section .tests, \"ax\"\n        .thumb_func\ntests:\n        push {r4-r11, lr}\n");
        List<AssemblerText> kinds = List.of(
                new RegisterSection(listing),
                new DeviceSection(listing),
                new FaultSection(listing),
                new PrioritySection(listing),
                new ProtectionSection(listing));
        kinds.forEach(AssemblerText::write);
        return listing.text.append("        pop {r4-r11, pc}\n").toString();
    }
}
