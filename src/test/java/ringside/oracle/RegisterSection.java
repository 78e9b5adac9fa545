package ringside.oracle;

/** Special registers with and without privilege, the system control block, the interrupt controller. */
final class RegisterSection extends AssemblerText {
    RegisterSection(Listing listing) {
        super(listing);
    }

    @Override
    void write() {
        specialRegisters();
        unprivilegedAccess();
        systemRegisters();
        interruptRegisters();
    }

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
            endUnprivileged();
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
                endUnprivileged();
                begin();
                load("r5", address);
                line("mov r4, #0");
                line(store == 1 ? "strt r4, [r5]" : "ldrt r4, [r5]");
                end();
            }
        }
    }

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
}
