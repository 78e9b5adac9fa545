package ringside.cpu.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.bus.Width;
import ringside.cpu.device.Bench.Lamp;

/** Lights, buttons, counters, identification and pins. */
class BoardControlTest {
    private final Bench bench = new Bench();

    @Test
    void lightsAndButtons() {
        FpgaIo io = new FpgaIo("fpgaio", bench.clock, 25_000_000);
        Bench.write(io, 0x00, 0xFF);
        assertEquals(3, Bench.read(io, 0x00));
        io.receive(new byte[] {0, 2});
        assertEquals(2, Bench.read(io, 0x08));
        Bench.write(io, 0x08, 0);
        assertEquals(2, Bench.read(io, 0x08));
    }

    /** With PRESCALE 5 and PSCNTR 7 the reloads are at ticks 8 and 14. */
    @Test
    void prescaledCounterCountsReloads() {
        FpgaIo io = new FpgaIo("fpgaio", bench.clock, 25_000_000);
        Bench.write(io, 0x1C, 5);
        Bench.write(io, 0x20, 7);
        Bench.write(io, 0x18, 0);
        int[][] expected = {{0, 7, 0}, {7, 0, 0}, {8, 5, 1}, {13, 0, 1}, {14, 5, 2}, {15, 4, 2}, {20, 5, 3}};
        int at = 0;
        for (int[] row : expected) {
            bench.run(row[0] - at);
            at = row[0];
            assertEquals(row[1], Bench.read(io, 0x20), "PSCNTR at " + at);
            assertEquals(row[2], Bench.read(io, 0x18), "COUNTER at " + at);
        }
    }

    @Test
    void withoutPrescalerTheCounterCountsCycles() {
        FpgaIo io = new FpgaIo("fpgaio", bench.clock, 25_000_000);
        bench.run(1234);
        assertEquals(1234, Bench.read(io, 0x18));
        Bench.write(io, 0x18, 10);
        bench.run(5);
        assertEquals(15, Bench.read(io, 0x18));
    }

    @Test
    void secondsAreCyclesOfTheClock() {
        FpgaIo io = new FpgaIo("fpgaio", bench.clock, 1000);
        bench.run(2500);
        assertEquals(2, Bench.read(io, 0x10));
        assertEquals(250, Bench.read(io, 0x14));
        Bench.write(io, 0x10, 100);
        bench.run(1000);
        assertEquals(101, Bench.read(io, 0x10));
    }

    @Test
    void identifiesTheBoardAsQemuDoes() {
        Scc scc = new Scc("scc");
        assertEquals(0x4104_3850, Bench.read(scc, 0xFFC));
        assertEquals(0x0020_0008, Bench.read(scc, 0xFF8));
        assertEquals(2, Bench.read(scc, 0x10));
        assertEquals(0xFFFF_0001, Bench.read(scc, 0x100));
        assertEquals(0x0010_0000, Bench.read(scc, 0xA8));
    }

    @Test
    void theConfigurationControllerKnowsThreeOscillators() {
        Scc scc = new Scc("scc");
        Bench.write(scc, 0xA8, 0x8010_0001);
        assertEquals(1, Bench.read(scc, 0xAC));
        assertEquals(24_576_000, Bench.read(scc, 0xA0));
        Bench.write(scc, 0xA8, 0x8010_0003);
        assertEquals(3, Bench.read(scc, 0xAC));
    }

    @Test
    void pinsReadWhatDrivesThem() {
        CmsdkGpio gpio = new CmsdkGpio("gpio0", new Lamp());
        gpio.receive(new byte[] {0x0F, 0x01});
        assertEquals(0x010F, Bench.read(gpio, 0x00));
        Bench.write(gpio, 0x00, 0x00F0);
        Bench.write(gpio, 0x10, 0x00FF);
        assertEquals(0x01F0, Bench.read(gpio, 0x00));
        Bench.write(gpio, 0x14, 0x000F);
        assertEquals(0x01FF, Bench.read(gpio, 0x00));
    }

    @Test
    void theMaskIsInTheAddress() {
        CmsdkGpio gpio = new CmsdkGpio("gpio0", new Lamp());
        Bench.write(gpio, 0x10, 0xFFFF);
        Bench.write(gpio, 0x400 + 4 * 0x0F, 0xFF);
        assertEquals(0x000F, Bench.read(gpio, 0x00));
        gpio.store(0x800 + 4 * 0xF0, Width.HALFWORD, 0xFFFF);
        assertEquals(0xF00F, Bench.read(gpio, 0x00));
        assertEquals(0x0003, Bench.read(gpio, 0x400 + 4 * 0x03));
    }

    @Test
    void risingEdgesAndLowLevelsInterrupt() {
        Lamp all = new Lamp();
        Lamp pin0 = new Lamp();
        CmsdkGpio gpio = new CmsdkGpio("gpio0", all, pin0);
        Bench.write(gpio, 0x28, 1);
        Bench.write(gpio, 0x30, 1);
        Bench.write(gpio, 0x20, 1);
        assertFalse(all.lit);
        gpio.receive(new byte[] {1});
        assertTrue(all.lit);
        assertTrue(pin0.lit);
        Bench.write(gpio, 0x38, 1);
        assertFalse(pin0.lit);
        gpio.receive(new byte[] {0});
        assertFalse(all.lit);
        Bench.write(gpio, 0x20, 2);
        assertTrue(all.lit);
        Bench.write(gpio, 0x38, 2);
        assertTrue(all.lit);
    }
}
