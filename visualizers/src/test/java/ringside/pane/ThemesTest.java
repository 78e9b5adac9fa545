package ringside.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every theme has every colour, and text stands out from what it is written on. */
class ThemesTest {
    private static final double READABLE = 4.5;

    private static String sheet(String name) throws IOException {
        try (InputStream in = ThemesTest.class.getResourceAsStream("/themes/" + name + ".css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Integer> colours(String theme) throws IOException {
        Map<String, Integer> colours = new TreeMap<>();
        Matcher token = Pattern.compile("(-rs-[a-z-]+): #([0-9a-f]{6});").matcher(sheet(theme));
        while (token.find()) {
            colours.put(token.group(1), Integer.parseInt(token.group(2), 16));
        }
        return colours;
    }

    @Test
    void allThemesNameTheSameColours() throws IOException {
        assertEquals(colours("dark").keySet(), colours("light").keySet());
        assertEquals(colours("dark").keySet(), colours("contrast").keySet());
    }

    @Test
    void everyColourThatIsUsedExists() throws IOException {
        Set<String> used = new TreeSet<>();
        Matcher token = Pattern.compile("-rs-[a-z-]+").matcher(sheet("ringside"));
        while (token.find()) {
            used.add(token.group());
        }
        used.removeAll(colours("dark").keySet());
        assertEquals(Set.of(), used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light", "contrast"})
    void textIsReadable(String theme) throws IOException {
        Map<String, Integer> colours = colours(theme);
        for (String text : new String[] {"-rs-fg", "-rs-dim", "-rs-chg", "-rs-ok", "-rs-bad", "-rs-acc-text"}) {
            for (String ground : new String[] {"-rs-pane", "-rs-head", "-rs-bg"}) {
                double contrast = contrast(colours.get(text), colours.get(ground));
                assertTrue(contrast >= READABLE, theme + ": " + text + " on " + ground + " has " + contrast);
            }
        }
        assertTrue(contrast(colours.get("-rs-fg"), colours.get("-rs-now")) >= READABLE);
        assertTrue(contrast(colours.get("-rs-fg"), colours.get("-rs-area")) >= READABLE);
        assertTrue(contrast(colours.get("-rs-on-acc"), colours.get("-rs-acc")) >= READABLE);
        assertTrue(contrast(colours.get("-rs-faint"), colours.get("-rs-pane")) >= 4);
    }

    /** The contrast ratio of WCAG 2. */
    private static double contrast(int one, int other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
