package ringside.oracle;

/** Interrupts with random priorities, masks and handlers that make others pending. */
final class PrioritySection extends AssemblerText {
    private static final int TESTS = 150;

    PrioritySection(Listing listing) {
        super(listing);
    }

    @Override
    void write() {
        priorities(TESTS);
    }

    private void priorities(int count) {
        for (int i = 0; i < count; i++) {
            begin();
            line("b setup_%d", listing.test);
            line(".balign 4");
            for (int irq = 0; irq < 4; irq++) {
                script(irq);
            }
            text.append("setup_").append(listing.test).append(":\n");
            poke(0xE000_ED0C, 0x05FA_0000 | random.nextInt(8) << 8);
            poke(0xE000_E400, random.nextInt());
            poke(0xE000_ED1C, random.nextInt() & 0xFF00_0000);
            poke(0xE000_ED20, random.nextInt() & 0x00FF_0000);
            for (int irq = 0; irq < 4; irq++) {
                load("r0", 0x2000_0100 + 4 * (16 + irq));
                line("LA r1, script_%d_%d + 1", listing.test, irq);
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
        text.append("script_").append(listing.test).append('_').append(irq).append(":\n");
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
}
