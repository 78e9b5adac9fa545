package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.bus.Ram;
import ringside.cpu.view.VgaTextView;

/** The port space, and the smaller devices in it. */
class PortBusTest {
    private final PcBench bench = new PcBench();
    private final PortBus ports = new PortBus();
    private final List<Integer> exits = new ArrayList<>();
    private int resets;

    @Test
    void nobodyReadsAsOnes() {
        assertEquals(0xFF, ports.in(0x1234, 1));
        assertEquals(0xFFFF, ports.in(0x1234, 2));
        assertEquals(-1, ports.in(0xFFFE, 4));
        ports.out(0x1234, 4, 5);
    }

    @Test
    void wideAccessesToBytePortsAreSplit() {
        ports.map(new AddressLine20("port92", () -> resets++, on -> {}), 0x92, 1, 0);
        assertEquals(0xFFFF_FF02, ports.in(0x92, 4));
        ports.out(0x91, 2, 0x0000);
        assertEquals(0x00, ports.in(0x92, 1));
    }

    @Test
    void twoDevicesCannotShareAPort() {
        ports.map(new DebugExit("a", exits::add), 0xF4, 4, 0);
        DebugExit other = new DebugExit("b", exits::add);
        assertThrows(IllegalArgumentException.class, () -> ports.map(other, 0xF7, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({"1, 0x21, 67", "1, 0xFF, 511", "2, 0x1234, 9321", "4, 0, 1"})
    void theExitCodeIsTwiceTheValueAndOne(int bytes, int value, int code) {
        ports.map(new DebugExit("exit", exits::add), 0xF4, 4, 0);
        ports.out(0xF4, bytes, value);
        assertEquals(List.of(code), exits);
    }

    @Test
    void theDebugConsolePrintsAndShowsItself() {
        DebugPorts debug = new DebugPorts("debug", bench.console());
        ports.map(debug, 0xE9, 1, 0);
        ports.map(debug, 0x80, 1, 1);
        ports.out(0xE9, 1, 'k');
        ports.out(0x80, 1, 0x55);
        assertEquals("k", bench.printed());
        assertEquals(0xE9, ports.in(0xE9, 1));
        assertEquals(0x55, ports.in(0x80, 1));
        assertEquals(0x80, ports.baseOf(debug));
    }

    @Test
    void pciHasItsMechanismAndNoDevices() {
        ports.map(new PciConfiguration("pci", () -> resets++), 0xCF8, 8, 0);
        ports.out(0xCF8, 4, 0x8000_0000);
        assertEquals(0x8000_0000, ports.in(0xCF8, 4));
        assertEquals(-1, ports.in(0xCFC, 4));
        assertEquals(0xFFFF, ports.in(0xCFE, 2));
        ports.out(0xCF8, 1, 0x12);
        assertEquals(0x8000_0000, ports.in(0xCF8, 4), "only a doubleword reaches the address");
    }

    @Test
    void theResetControlRegisterResetsOnTheRisingBit() {
        ports.map(new PciConfiguration("pci", () -> resets++), 0xCF8, 8, 0);
        ports.out(0xCF9, 1, 0x02);
        assertEquals(0, resets);
        ports.out(0xCF9, 1, 0x06);
        assertEquals(1, resets);
    }

    @Test
    void powerTimerCountsAndSleepTypeZeroSwitchesOff() {
        ports.map(new PowerManagement("power", bench.clock, 3_579_545, () -> exits.add(0)), 0x600, 12, 0);
        bench.run(1000);
        assertEquals(1000, ports.in(0x608, 4));
        assertEquals(1, ports.in(0x604, 2));
        ports.out(0x604, 2, 0x1C01);
        assertEquals(0x1C01, ports.in(0x604, 2));
        ports.out(0x604, 2, 0x2000);
        assertEquals(List.of(0), exits);
    }

    @Test
    void firmwareConfigurationGivesItsItemsByteByByte() {
        ports.map(
                new FirmwareConfiguration("fwcfg", Map.of(0, "QEMU".getBytes(StandardCharsets.US_ASCII))), 0x510, 2, 0);
        ports.out(0x510, 2, 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append((char) ports.in(0x511, 1));
        }
        assertEquals("QEMU", text.toString());
        assertEquals(0, ports.in(0x511, 1), "zeros follow");
        ports.out(0x510, 2, 0x7777);
        assertEquals(0, ports.in(0x511, 1), "an item that is not there is empty");
    }

    @Test
    void theScreenShowsWhatIsInItsMemory() {
        Ram memory = new Ram("video", 0xB_8000, 0x8000);
        VgaDisplay display = new VgaDisplay("vga", memory);
        ports.map(display, 0x3C0, 32, 0);
        byte[] page = memory.writablePage(0);
        page[160] = 'H';
        page[161] = 0x1E;
        page[162] = 'i';
        page[164] = (byte) 0xE3;
        VgaTextView view = display.view();
        assertEquals("Hiπ", view.rows().get(1).strip());
        assertEquals(0x1, view.background(1, 0));
        assertEquals(0xE, view.foreground(1, 0));
        assertEquals(0, view.cursorRow());
        assertEquals(0, view.cursorColumn());
        cursor(0x0E, 0x01);
        cursor(0x0F, 0x02);
        assertEquals(0x102 / 80, display.view().cursorRow());
        assertEquals(0x102 % 80, display.view().cursorColumn());
        cursor(0x0A, 0x20);
        assertEquals(-1, display.view().cursorRow());
        cursor(0x0D, 80);
        assertEquals("Hiπ", display.view().rows().get(0).strip(), "scrolled by the start address");
    }

    private void cursor(int register, int value) {
        ports.out(0x3D4, 2, register | value << 8);
    }
}
