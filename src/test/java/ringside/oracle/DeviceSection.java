package ringside.oracle;

/** The registers of the board's devices, and their interrupts. */
final class DeviceSection extends AssemblerText {
    DeviceSection(Listing listing) {
        super(listing);
    }

    @Override
    void write() {
        deviceRegisters();
    }

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
                text.append("wait_").append(listing.test).append(":\n");
                line("ldr r4, [r0]");
                line("cmp r4, #0");
                line("beq wait_%d", listing.test);
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
            text.append("wait_").append(listing.test).append(":\n");
            line("subs r2, r2, #1");
            line("bne wait_%d", listing.test);
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
}
