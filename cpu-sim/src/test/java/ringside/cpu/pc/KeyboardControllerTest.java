package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 8042 and its keyboard, by the technical reference of the AT. */
class KeyboardControllerTest {
    private final PcBench bench = new PcBench();
    private int resets;
    private final AddressLine20 line20 = new AddressLine20("port92", () -> resets++, on -> {});
    private final KeyboardController controller =
            new KeyboardController("keyboard", bench.clock, 10_000, line20, bench.lamp, () -> resets++);

    /** What comes out of the data port, until nothing more does. */
    private String drain() {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            bench.run(1);
            if ((controller.in(1) & 1) != 0) {
                hex.append(HexFormat.of().toHexDigits((byte) controller.in(0)));
            }
        }
        return hex.toString();
    }

    private void type(String text) {
        controller.receive(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a  | 1e9e
            A  | 2a1e9eaa
            1  | 0282
            !  | 2a0282aa
            /  | 35b5
            ?  | 2a35b5aa
            \\ | 2bab
            `" `  | 2a28a8aa39b9
            """)
    void textBecomesScanCodesOfSet1(String text, String codes) {
        type(text);
        assertEquals(codes, drain());
    }

    @Test
    void controlCharactersHaveTheirKeys() {
        type("\n\b\t\033\003");
        assertEquals("1c9c0e8e0f8f01811d2eae9d", drain());
    }

    @Test
    void withoutTranslationTheCodesAreThoseOfSet2() {
        controller.out(1, 0x60);
        controller.out(0, 0x01);
        type("a");
        assertEquals("1cf01c", drain());
    }

    @Test
    void scanCodesPassThroughTheController() {
        controller.receiveScanCodes(HexFormat.of().parseHex("e075e0f075"));
        assertEquals("e048e0c8", drain());
    }

    @Test
    void aByteInterruptsUntilItIsRead() {
        type("a");
        bench.run(1);
        assertTrue(bench.lamp.lit);
        assertEquals(0x11, controller.in(1));
        controller.in(0);
        assertFalse(bench.lamp.lit);
        controller.out(1, 0x60);
        controller.out(0, 0x40);
        bench.run(5);
        assertFalse(bench.lamp.lit, "interrupt switched off");
        assertEquals(0x9E, controller.in(0));
    }

    @ParameterizedTest
    @CsvSource({"0xAA, 55", "0xAB, 00", "0x20, 41", "0xC0, 80", "0xD0, 03", "0xA9, 04"})
    void theControllerAnswersItsCommands(int command, String answer) {
        controller.out(1, command);
        assertEquals(answer, drain());
    }

    @ParameterizedTest
    @CsvSource({"0xF2, faab41", "0xEE, ee", "0xF4, fa", "0xFF, faaa", "0x12, fe", "0xED, fa"})
    void theKeyboardAnswersItsCommands(int command, String answer) {
        controller.out(0, command);
        assertEquals(answer, drain());
    }

    @Test
    void commandsWithAByteTakeIt() {
        controller.out(0, 0xF0);
        controller.out(0, 0x00);
        assertEquals("fafa41", drain(), "set 2, as the translation shows it");
        controller.out(0, 0xED);
        controller.out(0, 0x07);
        assertEquals("fafa", drain());
    }

    @Test
    void aDisabledKeyboardKeepsItsKeys() {
        controller.out(0, 0xF5);
        assertEquals("fa", drain());
        type("a");
        assertEquals("", drain());
        controller.out(0, 0xF4);
        assertEquals("fa1e9e", drain());
        controller.out(1, 0xAD);
        type("b");
        assertEquals("", drain());
        controller.out(1, 0xAE);
        assertEquals("30b0", drain());
    }

    @Test
    void selfTestAndCommandShowInTheStatus() {
        assertEquals(0x10, controller.in(1));
        controller.out(1, 0xAA);
        controller.in(0);
        assertEquals(0x1C, controller.in(1));
    }

    @Test
    void pulsesAndTheOutputPortReset() {
        controller.out(1, 0xFE);
        assertEquals(1, resets);
        controller.out(1, 0xFF);
        assertEquals(1, resets);
        controller.out(1, 0xD1);
        controller.out(0, 0x02);
        assertEquals(2, resets);
    }

    @Test
    void bothSwitchesOfLine20AreOne() {
        controller.out(1, 0xD1);
        controller.out(0, 0x01);
        assertFalse(line20.isOn());
        assertEquals(0x00, line20.in(0));
        line20.out(0, 0x02);
        controller.out(1, 0xD0);
        assertEquals("03", drain());
    }
}
