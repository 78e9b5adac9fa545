package ringside.oracle;

import java.util.Locale;
import java.util.Random;

/**
 * Writes the assembler text of a program that tests what gdb does not show: special registers and privilege, system
 * registers, faults and their escalation, priorities and pre-emption, the MPU, exception return.
 *
 * <p>Each test notes its number in the log, does its work between two labels, and logs what it found. A fault is logged
 * by the handler of {@code system-runtime.s}, which lets the test go on at its end. R4 to R6 belong to the test; the
 * macros use R9 to R11.
 */
final class SystemProgram {
    /** The window that MPU tests probe; the regions 6 and 7 keep code, stacks and log accessible. */
    private static final int WINDOW = 0x2010_0000;

    private static final int WINDOW_SIZE = 0x1_0000;

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int test;

    private SystemProgram(long seed) {
        random = new Random(seed);
    }

    /** The text of the tests, to be assembled after the runtime. */
    static String generate(long seed) {
        SystemProgram program = new SystemProgram(seed);
        program.text.append(
                "        .section .tests, \"ax\"\n        .thumb_func\ntests:\n        push {r4-r11, lr}\n");
        program.specialRegisters();
        program.unprivilegedAccess();
        program.systemRegisters();
        program.interruptRegisters();
        program.deviceRegisters();
        program.faults();
        program.exceptionReturns();
        program.priorities(150);
        program.protection(120);
        program.text.append("        pop {r4-r11, pc}\n");
        return program.text.toString();
    }

    // ---- writing assembler ----

    private void line(String format, Object... arguments) {
        text.append("        ")
                .append(String.format(Locale.ROOT, format, arguments))
                .append('\n');
    }

    private void load(String register, int value) {
        line("LI %s, 0x%x", register, value);
    }

    private void poke(int address, int value) {
        load("r0", address);
        load("r1", value);
        line("str r1, [r0]");
        line("dsb");
        line("isb");
    }

    private void logWord(int address) {
        load("r0", address);
        line("ldr r1, [r0]");
        line("PUT r1");
    }

    private void begin() {
        test++;
        line("NOTE 0x%x", 0x7E57_0000 | test);
        load("r0", 0x2000_0000);
        line("LA r1, resume_%d", test);
        line("str r1, [r0]");
    }

    /** Where a fault lets the test go on: privileged, on the main stack, without masks, with the stack as it was. */
    private void end() {
        line("nop");
        text.append("resume_").append(test).append(":\n");
        line("mov r0, #0");
        line("msr basepri, r0");
        line("msr primask, r0");
        line("msr faultmask, r0");
        line("NOTE 0x%x", 0xED00_0000 | test);
    }

    private void unprivileged() {
        line("mov r0, #1");
        line("msr control, r0");
        line("isb");
    }

    private int any(int... choices) {
        return choices[random.nextInt(choices.length)];
    }

    // ---- special registers ----

    private void specialRegisters() {
        String[] names = {
            "apsr",
            "iapsr",
            "eapsr",
            "xpsr",
            "ipsr",
            "epsr",
            "iepsr",
            "psp",
            "primask",
            "basepri",
            "faultmask",
            "control"
        };
        for (String name : names) {
            begin();
            line("mov r0, #0");
            line("msr apsr_nzcvq, r0");
            line("mrs r4, %s", name);
            line("PUT r4");
            end();
        }
        int[] values = {0, 1, 2, 3, 0x20, 0x40, 0x7F, 0x80, 0xFF, 0x100, -1, 0x2001_0004, 0x2001_0007};
        for (int value : values) {
            for (String name : new String[] {"apsr_nzcvq", "psp", "primask", "basepri", "basepri_max", "faultmask"}) {
                begin();
                load("r0", value);
                line("msr %s, r0", name);
                line("mrs r4, %s", name.startsWith("apsr") ? "apsr" : name.startsWith("basepri") ? "basepri" : name);
                line("mrs r5, apsr");
                line("mov r0, #0");
                line("msr faultmask, r0");
                line("PUT r4");
                line("PUT r5");
                end();
            }
            begin();
            line("mov r6, sp");
            load("r0", 0x2001_8000);
            line("msr psp, r0");
            load("r0", value);
            line("msr control, r0");
            line("isb");
            line("mrs r4, control");
            line("mov r5, sp");
            line("mov r0, #0");
            line("msr control, r0");
            line("isb");
            line("svc #0");
            line("mov r0, #0");
            line("msr control, r0");
            line("isb");
            line("mov sp, r6");
            line("PUT r4");
            line("PUT r5");
            line("mrs r4, control");
            line("PUT r4");
            end();
        }
        for (int i = 0; i < 40; i++) {
            begin();
            load("r0", any(0, 0x20, 0x40, 0x80, 0xE0));
            line("msr basepri, r0");
            load("r0", any(0, 0x10, 0x20, 0x60, 0x80, 0xFF));
            line("msr basepri_max, r0");
            line("mrs r4, basepri");
            line("PUT r4");
            end();
        }
        for (String effect : new String[] {"ie i", "id i", "ie f", "id f", "ie if", "id if"}) {
            for (int mode = 0; mode < 2; mode++) {
                begin();
                if (mode == 1) {
                    unprivileged();
                }
                line("cps%s", effect);
                line("mrs r4, primask");
                line("mrs r5, faultmask");
                line("PUT r4");
                line("PUT r5");
                if (mode == 1) {
                    line("svc #0");
                }
                end();
            }
        }
    }

    private void unprivilegedAccess() {
        for (String name :
                new String[] {"apsr", "xpsr", "ipsr", "msp", "psp", "primask", "basepri", "faultmask", "control"}) {
            begin();
            unprivileged();
            line("mrs r4, %s", name);
            line("bic r4, r4, #0xF8000000");
            line("PUT r4");
            end2();
        }
        for (String name :
                new String[] {"psp", "primask", "basepri", "basepri_max", "faultmask", "control", "apsr_nzcvq"}) {
            begin();
            unprivileged();
            load("r0", 0xF800_0030);
            line("msr %s, r0", name);
            line("mrs r4, apsr");
            line("PUT r4");
            line("svc #1");
            line("mrs r4, %s", name.startsWith("apsr") ? "control" : name.startsWith("basepri") ? "basepri" : name);
            line("PUT r4");
            end();
        }
        for (int address : new int[] {0xE000_ED00, 0xE000_E100, 0xE000_E010, 0xE000_ED94, 0xE000_EF00, 0xE000_1004}) {
            for (int store = 0; store < 2; store++) {
                begin();
                unprivileged();
                load("r5", address);
                line("mov r4, #0");
                line(store == 1 ? "str r4, [r5]" : "ldr r4, [r5]");
                line("nop");
                end2();
                begin();
                load("r5", address);
                line("mov r4, #0");
                line(store == 1 ? "strt r4, [r5]" : "ldrt r4, [r5]");
                end();
            }
        }
    }

    /** As {@link #end}, for a test that ends unprivileged. */
    private void end2() {
        line("svc #2");
        end();
    }

    // ---- system registers ----

    private void systemRegisters() {
        int[] registers = {0xED08, 0xED10, 0xED14, 0xED18, 0xED1C, 0xED20, 0xED24, 0xED94, 0xED98};
        int[] values = {0, -1, 0x5555_5555, 0xAAAA_AAAA, 0x0000_FF80, 0x1234_5678};
        for (int offset : registers) {
            for (int value : values) {
                begin();
                load("r0", 0xE000_0000 | offset);
                line("ldr r4, [r0]");
                load(
                        "r1",
                        value
                                & (offset == 0xED94
                                        ? ~1
                                        : offset == 0xED24 ? 0x0007_0000 : offset == 0xED14 ? ~0x1C : -1));
                line("str r1, [r0]");
                line("ldr r5, [r0]");
                line("str r4, [r0]");
                line("dsb");
                line("isb");
                line("PUT r4");
                line("PUT r5");
                end();
            }
        }
        for (int group = 0; group < 8; group++) {
            begin();
            poke(0xE000_ED0C, 0x05FA_0000 | group << 8);
            logWord(0xE000_ED0C);
            poke(0xE000_ED0C, 0x1234_0000);
            logWord(0xE000_ED0C);
            poke(0xE000_ED0C, 0x05FA_0000);
            end();
        }
        for (int offset : new int[] {0xED00, 0xED04, 0xED28, 0xED2C, 0xED90, 0xE004}) {
            begin();
            logWord(0xE000_0000 | offset);
            end();
        }
    }

    private void interruptRegisters() {
        for (int i = 0; i < 60; i++) {
            begin();
            line("cpsid i");
            poke(any(0xE000_E100, 0xE000_E180, 0xE000_E200, 0xE000_E280), random.nextInt());
            poke(any(0xE000_E100, 0xE000_E180, 0xE000_E200, 0xE000_E280), random.nextInt());
            for (int base : new int[] {0xE000_E100, 0xE000_E180, 0xE000_E200, 0xE000_E280, 0xE000_E300, 0xE000_ED04}) {
                logWord(base);
            }
            poke(0xE000_E180, -1);
            poke(0xE000_E280, -1);
            poke(0xE000_ED04, 0x0A00_0000);
            line("cpsie i");
            end();
        }
        for (int i = 0; i < 20; i++) {
            begin();
            int register = 0xE000_E400 + 4 * random.nextInt(8);
            poke(register, random.nextInt());
            logWord(register);
            load("r0", register + random.nextInt(4));
            load("r1", random.nextInt(256));
            line("strb r1, [r0]");
            line("ldrb r4, [r0]");
            line("PUT r4");
            logWord(register);
            poke(register, 0);
            end();
        }
    }

    // ---- devices ----

    /** Registers of the board's devices: what they keep of what is written, without waiting for time to pass. */
    private void deviceRegisters() {
        int[][] registers = {
            {0x4000_0000, 0x00, 0x6}, {0x4000_0000, 0x04, -1}, {0x4000_0000, 0x08, -1}, {0x4000_0000, 0x0C, -1},
            {0x4000_2000, 0x00, -1}, {0x4000_2000, 0x04, -1}, {0x4000_2000, 0x08, 0x6F & ~0xC}, {0x4000_2000, 0x18, -1},
            {0x4000_2000, 0x28, 0x60}, {0x4000_2000, 0x20, -1}, {0x4000_2000, 0x24, -1}, {0x4000_2000, 0xF00, 0},
            {0x4000_4000, 0x04, -1}, {0x4000_5000, 0x08, -2}, {0x4000_6000, 0x10, -1}, {0x4000_7000, 0x0C, -1},
            {0x4000_8000, 0x00, -1}, {0x4000_8000, 0x04, -1}, {0x4000_8000, 0x08, 2}, {0x4000_8000, 0xC00, -1},
            {0x4002_8000, 0x00, -1}, {0x4002_8000, 0x08, -1}, {0x4002_8000, 0x1C, 0x7FFF_FFFF}, {0x4002_8000, 0x4C, -1},
            {0x4002_F000, 0x00, -1}, {0x4002_F000, 0x04, -1}, {0x4002_F000, 0x0C, -1}, {0x4002_F000, 0x10, -1},
            {0x4002_F000, 0xA4, -1}, {0x4002_F000, 0xA8, 0x7FFF_FFFF}, {0x4002_F000, 0x100, -1},
        };
        for (int[] register : registers) {
            for (int value : new int[] {0, -1, 0x5555_5555, 0xAAAA_AAAA, random.nextInt(), 0x1ACC_E551}) {
                begin();
                poke(register[0] + register[1], value & register[2]);
                logWord(register[0] + register[1]);
                if (register[0] == 0x4000_2000 && register[1] < 0x40) {
                    logWord(register[0] + (register[1] & 0x20));
                    logWord(register[0] + (register[1] & 0x20) + 4);
                }
                poke(0x4000_8C00, 0x1ACC_E551);
                end();
            }
        }
        for (int base :
                new int[] {0x4000_0000, 0x4000_1000, 0x4000_2000, 0x4000_4000, 0x4000_8000, 0x4000_9000, 0x4002_F000}) {
            begin();
            for (int offset = 0xFD0; offset < 0x1000; offset += 4) {
                logWord(base + offset);
            }
            end();
        }
        for (int command :
                new int[] {0x8010_0000, 0x8010_0001, 0x8010_0002, 0x8010_0003, 0xC010_0001, 0x8010_0001, 0x8020_0000}) {
            begin();
            poke(0x4002_F0A4, 0x1234_5678);
            poke(0x4002_F0A8, command);
            logWord(0x4002_F0A0);
            logWord(0x4002_F0A8);
            logWord(0x4002_F0AC);
            end();
        }
        timerInterrupts();
        transmitInterrupts();
    }

    /** Waits for zero, then looks at status, reload value and the interrupt that is pending. */
    private void timerInterrupts() {
        int[][] timers = {{0x4000_0000, 0x08, 0x00, 9, 0x0C, 0x0C, 1}, {0x4000_2000, 0x00, 0x08, 0xA3, 0x10, 0x0C, 1}};
        for (int[] timer : timers) {
            for (int load : new int[] {1, 5, 1000, 40_000}) {
                begin();
                poke(0xE000_E280, -1);
                poke(timer[0] + timer[1], load);
                poke(timer[0] + timer[2], timer[3]);
                load("r0", timer[0] + timer[4]);
                text.append("wait_").append(test).append(":\n");
                line("ldr r4, [r0]");
                line("cmp r4, #0");
                line("beq wait_%d", test);
                poke(timer[0] + timer[2], 0x20);
                logWord(0xE000_E200);
                line("PUT r4");
                poke(timer[0] + timer[5], timer[6]);
                poke(0xE000_E280, -1);
                logWord(0xE000_E200);
                logWord(timer[0] + timer[4]);
                end();
            }
        }
    }

    private void transmitInterrupts() {
        for (int control : new int[] {0x01, 0x05, 0x15, 0x04}) {
            begin();
            poke(0xE000_E280, -1);
            poke(0x4000_7010, 16);
            poke(0x4000_7008, control);
            poke(0x4000_7000, 'x');
            load("r2", 1000);
            text.append("wait_").append(test).append(":\n");
            line("subs r2, r2, #1");
            line("bne wait_%d", test);
            logWord(0x4000_7004);
            logWord(0x4000_700C);
            logWord(0xE000_E200);
            poke(0x4000_7008, 0);
            poke(0x4000_700C, 0xF);
            poke(0xE000_E280, -1);
            logWord(0x4000_700C);
            logWord(0xE000_E200);
            end();
        }
    }

    // ---- faults ----

    private static final String[][] FAULTS = {
        {"udf #0"},
        {"udf.w #0"},
        {"mcr p3, 0, r0, c0, c0, 0"},
        {"cdp p11, 0, c0, c0, c0, 0"},
        {"mov r0, #7", "mov r1, #0", "udiv r0, r0, r1"},
        {"mov r0, #7", "mov r1, #0", "sdiv r0, r0, r1"},
        {"LI r0, 0x20100001", "ldr r1, [r0]"},
        {"LI r0, 0x20100001", "str r1, [r0]"},
        {"LI r0, 0x20100001", "ldrh r1, [r0]"},
        {"LI r0, 0x20100002", "ldm r0, {r1, r2}"},
        {"LI r0, 0x20100002", "ldrd r1, r2, [r0]"},
        {"LI r0, 0x20100002", "ldrex r1, [r0]"},
        {"LI r0, 0x20100001", "ldrexh r1, [r0]"},
        {"LI r0, 0x50000000", "ldr r1, [r0]"},
        {"LI r0, 0x50000004", "str r1, [r0]"},
        {"LI r0, 0x50000000", "ldm r0, {r1, r2, r4}"},
        {"LI r0, 0x80000001", "bx r0"},
        {"LI r0, 0x50000001", "bx r0"},
        {"LI r0, 0x20100000", "bx r0"},
        {"LI r0, 0xE0000001", "bx r0"},
        {"svc #3"},
        {"bkpt #1"},
        {"LI r0, 0xFFFFFFF9", "bx r0"},
    };

    private void faults() {
        for (String[] fault : FAULTS) {
            for (int variant = 0; variant < 12; variant++) {
                begin();
                poke(0xE000_ED24, (variant & 1) != 0 ? 0x0007_0000 : 0);
                poke(0xE000_ED14, (variant & 2) != 0 ? 0x218 : 0x200);
                if (variant >= 8) {
                    load("r0", any(0x20, 0x80));
                    line("msr basepri, r0");
                    poke(0xE000_ED18, random.nextInt() & 0x00E0_E0E0);
                    poke(0xE000_ED1C, random.nextInt() & 0xE000_0000);
                } else if ((variant & 4) != 0) {
                    line("cpsid i");
                }
                for (String instruction : fault) {
                    line("%s", instruction);
                }
                end();
                poke(0xE000_ED24, 0);
                poke(0xE000_ED14, 0x200);
                poke(0xE000_ED18, 0);
                poke(0xE000_ED1C, 0);
            }
        }
    }

    // ---- exception return and stacking ----

    private void exceptionReturns() {
        for (int variant = 0; variant < 24; variant++) {
            begin();
            poke(0xE000_ED14, (variant & 1) != 0 ? 0x200 : 0);
            line("mov r6, sp");
            load("r0", 0x2001_8000 - (variant & 2) * 2);
            line("msr psp, r0");
            line((variant & 4) != 0 ? "mov r0, #2" : "mov r0, #0");
            line("msr control, r0");
            line("isb");
            if ((variant & 8) != 0) {
                line("sub sp, sp, #4");
            }
            load("r0", random.nextInt());
            line("msr apsr_nzcvq, r0");
            line("mov r1, #0x11");
            line("svc #4");
            line("mrs r4, apsr");
            line("mov r5, sp");
            line("PUT r4");
            line("PUT r5");
            if (variant >= 16) {
                line("cmp r5, r5");
                line("itete eq");
                line("moveq r4, #1");
                line("svcne #5");
                line("svceq #6");
                line("movne r4, #2");
                line("PUT r4");
            }
            line("mov r0, #0");
            line("msr control, r0");
            line("isb");
            line("mov sp, r6");
            end();
            poke(0xE000_ED14, 0x200);
        }
    }

    // ---- priorities ----

    private void priorities(int count) {
        for (int i = 0; i < count; i++) {
            begin();
            line("b setup_%d", test);
            line(".balign 4");
            for (int irq = 0; irq < 4; irq++) {
                script(irq);
            }
            text.append("setup_").append(test).append(":\n");
            poke(0xE000_ED0C, 0x05FA_0000 | random.nextInt(8) << 8);
            poke(0xE000_E400, random.nextInt());
            poke(0xE000_ED1C, random.nextInt() & 0xFF00_0000);
            poke(0xE000_ED20, random.nextInt() & 0x00FF_0000);
            for (int irq = 0; irq < 4; irq++) {
                load("r0", 0x2000_0100 + 4 * (16 + irq));
                line("LA r1, script_%d_%d + 1", test, irq);
                line("str r1, [r0]");
            }
            load("r0", any(0, 0, 0x20, 0x80));
            line("msr basepri, r0");
            poke(0xE000_E100, 0xF & random.nextInt() | 1);
            line("cpsid i");
            poke(0xE000_E200, random.nextInt() & 0xF);
            poke(0xE000_ED04, random.nextBoolean() ? 0x1000_0000 : 0);
            line("cpsie i");
            line("isb");
            line("svc #7");
            end();
            logWord(0xE000_ED04);
            logWord(0xE000_E200);
            logWord(0xE000_E300);
            poke(0xE000_E180, -1);
            poke(0xE000_E280, -1);
            poke(0xE000_ED04, 0x0A00_0000);
            poke(0xE000_ED0C, 0x05FA_0000);
            poke(0xE000_E400, 0);
            poke(0xE000_ED1C, 0);
            poke(0xE000_ED20, 0);
            for (int irq = 0; irq < 4; irq++) {
                poke(0x2000_0100 + 4 * (16 + irq), 0);
            }
        }
    }

    /** What the handler of an interrupt does: makes others pending, changes a priority or a mask, looks around. */
    private void script(int irq) {
        text.append("script_").append(test).append('_').append(irq).append(":\n");
        line("push {r4, r5, r9, r10, r11, lr}");
        for (int i = random.nextInt(3); i > 0; i--) {
            int other = random.nextInt(4);
            switch (random.nextInt(6)) {
                case 0 -> {
                    // An interrupt pends each other only once a test: those after it in order.
                    if (other > irq) {
                        poke(0xE000_E200, 1 << other);
                    }
                }
                case 1 -> {
                    if (irq < 3) {
                        poke(0xE000_EF00, irq + 1);
                    }
                }
                case 2 -> poke(0xE000_ED04, irq == 0 ? 0x1000_0000 : 0);
                case 3 -> {
                    load("r0", 0xE000_E400 + other);
                    load("r1", random.nextInt(256));
                    line("strb r1, [r0]");
                }
                case 4 -> {
                    load("r0", any(0, 0x40, 0xC0));
                    line("msr basepri, r0");
                }
                default -> logWord(any(0xE000_ED04, 0xE000_E300, 0xE000_E200));
            }
            line("dsb");
            line("isb");
        }
        line("pop {r4, r5, r9, r10, r11, pc}");
    }

    // ---- the memory protection unit ----

    private void protection(int count) {
        fillWindowWithReturns();
        for (int i = 0; i < count; i++) {
            begin();
            poke(0xE000_ED24, random.nextBoolean() ? 0x0001_0000 : 0);
            region(7, 0, 0x0300_0000 | 19 << 1 | 1);
            region(6, 0x2000_0000, 0x0300_0000 | 19 << 1 | 1);
            for (int number = 0; number < 6; number++) {
                randomRegion(number);
            }
            poke(0xE000_ED94, any(1, 5, 7, 3));
            line("dsb");
            line("isb");
            end();
            for (int probe = 0; probe < 10; probe++) {
                probe();
            }
            begin();
            poke(0xE000_ED98, random.nextInt(8));
            logWord(0xE000_ED9C);
            logWord(0xE000_EDA0);
            poke(0xE000_ED94, 0);
            line("dsb");
            line("isb");
            end();
        }
    }

    /** Puts {@code bx lr} everywhere, so that a probe that executes comes back. */
    private void fillWindowWithReturns() {
        load("r0", WINDOW);
        load("r1", 0x4770_4770);
        load("r2", WINDOW_SIZE / 4 + 256);
        text.append("fill:\n");
        line("str r1, [r0], #4");
        line("subs r2, r2, #1");
        line("bne fill");
    }

    private void region(int number, int base, int attributes) {
        poke(0xE000_ED98, number);
        poke(0xE000_ED9C, base);
        poke(0xE000_EDA0, attributes);
    }

    private void randomRegion(int number) {
        int size = 4 + random.nextInt(12);
        int base = WINDOW + random.nextInt(WINDOW_SIZE) & -(2 << size);
        int permissions = any(0, 1, 2, 3, 5, 6, 7);
        int disabled = size >= 7 ? random.nextInt(256) & any(0, -1) : 0;
        int attributes = (random.nextInt(4) == 0 ? 1 << 28 : 0)
                | permissions << 24
                | random.nextInt(64) << 16
                | disabled << 8
                | size << 1
                | (random.nextInt(5) == 0 ? 0 : 1);
        if (random.nextBoolean()) {
            region(number, base, attributes);
        } else {
            poke(0xE000_ED9C, base | 0x10 | number);
            poke(0xE000_EDA0, attributes);
        }
    }

    private void probe() {
        int address = WINDOW + random.nextInt(WINDOW_SIZE);
        boolean unprivileged = random.nextBoolean();
        String[][] accesses = {
            {"ldr r4, [r5]"},
            {"str r4, [r5]"},
            {"ldrb r4, [r5]"},
            {"strb r4, [r5]"},
            {"ldrh r4, [r5]"},
            {"ldrt r4, [r5]"},
            {"strt r4, [r5]"},
            {"ldrbt r4, [r5]"},
            {"push {r0-r3}", "pop {r0-r3}", "ldr r4, [r5]"},
            {"bx r5"},
        };
        int choice = random.nextInt(accesses.length);
        begin();
        load("r5", choice == 9 ? address | 1 : choice == 2 || choice == 3 || choice == 7 ? address : address & -4);
        if (choice == 9) {
            line("LA lr, after_%d + 1", test);
        }
        load("r4", 0);
        if (unprivileged) {
            unprivileged();
        }
        for (String instruction : accesses[choice]) {
            line("%s", instruction);
        }
        text.append("after_").append(test).append(":\n");
        line("nop");
        if (unprivileged) {
            line("svc #8");
        }
        line("PUT r4");
        end();
    }
}
