package ringside.oracle;

/** Faults under every way of escalation, stacking and exception return. */
final class FaultSection extends AssemblerText {
    FaultSection(Listing listing) {
        super(listing);
    }

    @Override
    void write() {
        faults();
        exceptionReturns();
    }

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
}
