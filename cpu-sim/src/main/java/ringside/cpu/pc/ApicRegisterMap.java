package ringside.cpu.pc;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;

/** The declared registers of a local APIC. @sdm Vol.3A Table 10-1 */
final class ApicRegisterMap {
    static final RegisterMap REGISTERS = RegisterMap.of("SDM Vol.3A 10.4", all());

    private ApicRegisterMap() {}

    private static Register[] all() {
        List<Register> all = new ArrayList<>(List.of(
                register(0x020, "ID", 0, "Identity").field(31, 24, "ID", "in xAPIC mode"),
                Register.at(0x030, "VERSION", Access.READ_ONLY, 0x0005_0014, "Version")
                        .field(23, 16, "MaxLVT", "last entry of the local vector table")
                        .field(7, 0, "VERSION", "integrated"),
                register(0x080, "TPR", 0, "Task priority: only classes above it interrupt")
                        .field(7, 4, "CLASS", "priority class"),
                Register.at(0x0A0, "PPR", Access.READ_ONLY, 0, "Processor priority")
                        .field(7, 4, "CLASS", "priority class"),
                register(0x0D0, "LDR", 0, "Logical destination"),
                register(0x0E0, "DFR", -1, "Destination format"),
                register(0x0F0, "SVR", 0xFF, "Spurious interrupts")
                        .bit(8, "ENABLE", "enabled by software")
                        .field(7, 0, "VECTOR", "vector of a spurious interrupt")));
        for (int i = 0; i < 8; i++) {
            all.add(readOnly(0x100, i, "ISR", "in service"));
        }
        for (int i = 0; i < 8; i++) {
            all.add(readOnly(0x180, i, "TMR", "triggered by level"));
        }
        for (int i = 0; i < 8; i++) {
            all.add(readOnly(0x200, i, "IRR", "requested"));
        }
        all.add(register(0x280, "ESR", 0, "Errors")
                .bit(7, "REGISTER", "illegal register")
                .bit(6, "RECEIVED", "received illegal vector")
                .bit(5, "SENT", "sent illegal vector"));
        all.add(register(0x300, "ICR_LOW", 0, "Interrupt command"));
        all.add(register(0x310, "ICR_HIGH", 0, "Destination of the interrupt command"));
        all.add(entry(0x320, "LVT_TIMER", 0x0001_0000, "Timer")
                .field(18, 17, "MODE", "0 once, 1 periodic, 2 deadline"));
        all.add(entry(0x330, "LVT_THERMAL", 0x0001_0000, "Thermal sensor"));
        all.add(entry(0x340, "LVT_COUNTERS", 0x0001_0000, "Performance counters"));
        all.add(entry(0x350, "LVT_LINT0", 0x0001_0000, "Pin LINT0: the 8259 pair")
                .field(10, 8, "DELIVERY", "7 external"));
        all.add(entry(0x360, "LVT_LINT1", 0x0001_0000, "Pin LINT1").field(10, 8, "DELIVERY", "4 non-maskable"));
        all.add(entry(0x370, "LVT_ERROR", 0x0001_0000, "Errors"));
        all.add(register(0x380, "INITIAL", 0, "Initial count of the timer"));
        all.add(Register.at(0x390, "CURRENT", Access.READ_ONLY, 0, "Current count of the timer"));
        all.add(register(0x3E0, "DIVIDE", 0, "Divider of the timer"));
        return all.toArray(Register[]::new);
    }

    private static Register register(int offset, String name, int resetValue, String meaning) {
        return Register.at(offset, name, Access.READ_WRITE, resetValue, meaning);
    }

    private static Register entry(int offset, String name, int resetValue, String meaning) {
        return register(offset, name, resetValue, meaning)
                .bit(16, "MASK", "masked")
                .field(7, 0, "VECTOR", "vector");
    }

    private static Register readOnly(int first, int word, String name, String meaning) {
        String vectors = "Vectors " + 32 * word + " to " + (32 * word + 31) + " " + meaning;
        return Register.at(first + 16 * word, name + word, Access.READ_ONLY, 0, vectors);
    }
}
