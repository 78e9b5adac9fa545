package ringside.oracle;

/** Random regions of the memory protection unit, and accesses to what they cover. */
final class ProtectionSection extends AssemblerText {
    private static final int LAYOUTS = 120;
    /** The window that MPU tests probe; the regions 6 and 7 keep code, stacks and log accessible. */
    private static final int WINDOW = 0x2010_0000;

    private static final int WINDOW_SIZE = 0x1_0000;

    ProtectionSection(Listing listing) {
        super(listing);
    }

    @Override
    void write() {
        protection(LAYOUTS);
    }

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
            line("LA lr, after_%d + 1", listing.test);
        }
        load("r4", 0);
        if (unprivileged) {
            unprivileged();
        }
        for (String instruction : accesses[choice]) {
            line("%s", instruction);
        }
        text.append("after_").append(listing.test).append(":\n");
        line("nop");
        if (unprivileged) {
            line("svc #8");
        }
        line("PUT r4");
        end();
    }
}
