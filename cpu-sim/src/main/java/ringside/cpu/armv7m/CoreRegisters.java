package ringside.cpu.armv7m;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.armv7m.exception.ExceptionNumber;
import ringside.cpu.armv7m.exception.FaultBit;
import ringside.cpu.view.RegistersView;
import ringside.cpu.view.RegistersView.Field;
import ringside.cpu.view.RegistersView.Group;
import ringside.cpu.view.RegistersView.Register;

/** The registers by name, for views, debuggers and test vectors. */
final class CoreRegisters {
    /** The names of the test-vector format. */
    static final List<String> NAMES = List.of(
            "r0",
            "r1",
            "r2",
            "r3",
            "r4",
            "r5",
            "r6",
            "r7",
            "r8",
            "r9",
            "r10",
            "r11",
            "r12",
            "sp",
            "lr",
            "pc",
            "xpsr",
            "msp",
            "psp",
            "control",
            "primask",
            "basepri",
            "faultmask");

    private static final int GENERAL = 17;
    private static final String[] CONDITIONS = {
        "eq", "ne", "cs", "cc", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le", "al", "al"
    };

    private CoreRegisters() {}

    static int read(CortexMExceptions cpu, String name) {
        return switch (name) {
            case "pc" -> cpu.pc;
            case "xpsr" -> cpu.readXpsr();
            case "msp" -> cpu.msp();
            case "psp" -> cpu.psp();
            case "control" -> cpu.control();
            case "primask" -> cpu.nvic.primask() ? 1 : 0;
            case "basepri" -> cpu.nvic.basepri();
            case "faultmask" -> cpu.nvic.faultmask() ? 1 : 0;
            default -> cpu.r(number(name));
        };
    }

    static void write(CortexMExceptions cpu, String name, int value) {
        switch (name) {
            case "pc" -> cpu.pc = value & ~1;
            case "xpsr" -> writeXpsr(cpu, value);
            case "msp" -> cpu.setMsp(value);
            case "psp" -> cpu.setPsp(value);
            case "control" -> cpu.setControl(value);
            case "primask" -> cpu.nvic.setPrimask((value & 1) != 0);
            case "basepri" -> cpu.nvic.setBasepri(value & 0xFF);
            case "faultmask" -> cpu.nvic.setFaultmask((value & 1) != 0);
            default -> cpu.setR(number(name), value);
        }
        cpu.setRegime(cpu.privileged, cpu.nvic.executionPriority() < 0);
    }

    /** A processor that is in a handler has its exception active, else it could not return from it. */
    private static void writeXpsr(CortexMExceptions cpu, int value) {
        cpu.writeXpsr(value);
        if (cpu.ipsr > 0 && cpu.ipsr < cpu.nvic.count()) {
            cpu.nvic.setActive(cpu.ipsr, true);
        }
    }

    private static int number(String name) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no register \"" + name + "\"");
        }
        return index;
    }

    static RegistersView view(CortexMExceptions cpu) {
        List<Register> general = new ArrayList<>();
        for (String name : NAMES.subList(0, GENERAL)) {
            general.add(register(cpu, name, name.equals("xpsr") ? xpsrFields(cpu) : List.of()));
        }
        List<Register> special = new ArrayList<>();
        for (String name : NAMES.subList(GENERAL, NAMES.size())) {
            special.add(register(cpu, name, specialFields(cpu, name)));
        }
        List<Register> faults = List.of(
                fault("cfsr", "CFSR", cpu.faults.cfsr()),
                fault("hfsr", "HFSR", cpu.faults.hfsr()),
                fault("dfsr", "DFSR", cpu.faults.dfsr()),
                fault("mmfar", "", cpu.faults.mmfar()),
                fault("bfar", "", cpu.faults.bfar()));
        return new RegistersView(
                mode(cpu),
                cpu.isPrivileged(),
                List.of(new Group("General", general), new Group("Special", special), new Group("Faults", faults)));
    }

    private static Register register(CortexMExceptions cpu, String name, List<Field> fields) {
        return new Register(name, read(cpu, name) & 0xFFFF_FFFFL, 32, fields);
    }

    private static String mode(CortexMExceptions cpu) {
        String mode = cpu.ipsr == 0 ? "Thread mode" : "Handler mode (" + ExceptionNumber.name(cpu.ipsr) + ")";
        return mode + (cpu.isPrivileged() ? ", privileged" : ", unprivileged") + (cpu.spsel ? ", on PSP" : ", on MSP");
    }

    private static List<Field> xpsrFields(CortexMExceptions cpu) {
        int it = cpu.itState;
        String inIt = it == 0 ? "not in an IT block" : "in an IT block, next condition " + CONDITIONS[it >>> 4];
        return List.of(
                flag("N", 31, cpu.n, "negative"),
                flag("Z", 30, cpu.z, "zero"),
                flag("C", 29, cpu.c, "carry"),
                flag("V", 28, cpu.v, "overflow"),
                flag("Q", 27, cpu.q, "saturated"),
                new Field("IT[1:0]", 26, 25, it & 3, inIt),
                flag("T", 24, cpu.thumb, cpu.thumb ? "Thumb state" : "not Thumb state: the next instruction faults"),
                new Field("IT[7:2]", 15, 10, it >>> 2, inIt),
                new Field("IPSR", 8, 0, cpu.ipsr, ExceptionNumber.name(cpu.ipsr)));
    }

    private static Field flag(String name, int bit, boolean value, String meaning) {
        return new Field(name, bit, bit, value ? 1 : 0, value || name.equals("T") ? meaning : "");
    }

    private static List<Field> specialFields(CortexMExceptions cpu, String name) {
        return switch (name) {
            case "control" ->
                List.of(
                        new Field("SPSEL", 1, 1, cpu.spsel ? 1 : 0, cpu.spsel ? "Thread mode on PSP" : "on MSP"),
                        new Field(
                                "nPRIV",
                                0,
                                0,
                                cpu.npriv ? 1 : 0,
                                cpu.npriv ? "Thread mode unprivileged" : "Thread mode privileged"));
            case "primask" -> List.of(mask("PRIMASK", cpu.nvic.primask(), "only NMI and HardFault can be taken"));
            case "faultmask" -> List.of(mask("FAULTMASK", cpu.nvic.faultmask(), "only NMI can be taken"));
            case "basepri" -> List.of(new Field("BASEPRI", 7, 0, cpu.nvic.basepri(), basepri(cpu.nvic.basepri())));
            default -> List.of();
        };
    }

    private static Field mask(String name, boolean value, String meaning) {
        return new Field(name, 0, 0, value ? 1 : 0, value ? meaning : "");
    }

    private static String basepri(int value) {
        return value == 0 ? "masks nothing" : "only priorities below " + value + " can be taken";
    }

    private static Register fault(String name, String register, int value) {
        List<Field> fields = new ArrayList<>();
        for (FaultBit bit : FaultBit.ALL) {
            if (bit.register().equals(register)) {
                int set = value >>> bit.bit() & 1;
                fields.add(0, new Field(bit.name(), bit.bit(), bit.bit(), set, set != 0 ? bit.words() : ""));
            }
        }
        return new Register(name, value & 0xFFFF_FFFFL, 32, fields);
    }
}
