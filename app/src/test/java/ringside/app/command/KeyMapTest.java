package ringside.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys: the presets are those that are promised, no two collide, and users can choose their own. */
class KeyMapTest {
    @Test
    void noTwoCommandsShareAKey() {
        assertEquals(Optional.empty(), KeyMap.presets().collision());
    }

    @Test
    void aCollisionWouldBeFound() {
        assertThrows(IllegalArgumentException.class, () -> KeyMap.presets().with(Map.of("step", "F5")));
    }

    @ParameterizedTest
    @CsvSource({
        "STEP, F11",
        "STEP_BACK, Ctrl+Shift+F11",
        "OVER, F10",
        "OVER_BACK, Ctrl+Shift+F10",
        "OUT, Shift+F11",
        "OUT_BACK, Alt+Shift+F11",
        "RUN, F5",
        "RUN_BACK, Ctrl+Shift+F5",
        "NEXT_EVENT, F7",
        "PREVIOUS_EVENT, Shift+F7",
        "TO_CURSOR, Ctrl+F10",
        "TO_CURSOR_BACK, Alt+Shift+F10",
        "PAUSE, F6",
        "BREAKPOINT, F9",
        "RESTART, Ctrl+Shift+R",
        "PALETTE, Ctrl+Shift+P",
        "ZOOM_RESET, Ctrl+0"
    })
    void thePresetsAreThosePromised(CommandName command, String key) {
        if (System.getProperty("os.name").startsWith("Mac")) {
            return;
        }
        KeyCombination expected = KeyCombination.valueOf(key);
        KeyCombination actual = KeyMap.presets().key(command).orElseThrow();
        assertEquals(expected.getName(), actual.getName().replace("Shortcut", "Ctrl"));
    }

    @Test
    void aUserCanChooseAndTakeAwayKeys() {
        KeyMap map = KeyMap.presets().with(Map.of("step", "F8", "run-back", ""));
        assertEquals("F8", map.text(CommandName.STEP));
        assertEquals("", map.text(CommandName.RUN_BACK));
        assertEquals("F5", map.text(CommandName.RUN));
    }

    @Test
    void aWrongChoiceIsTold() {
        Exception noCommand = assertThrows(
                IllegalArgumentException.class, () -> KeyMap.presets().with(Map.of("leap", "F8")));
        assertTrue(noCommand.getMessage().contains("leap"));
        Exception noKey = assertThrows(
                IllegalArgumentException.class, () -> KeyMap.presets().with(Map.of("step", "Ctrl+Nonsense+")));
        assertTrue(noKey.getMessage().contains("Nonsense"));
        Exception noSuchKey = assertThrows(
                IllegalArgumentException.class, () -> KeyMap.presets().with(Map.of("step", "Ctrl+Nonsense")));
        assertTrue(noSuchKey.getMessage().contains("Nonsense"));
    }

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void everyPresetIsAKeyThatExists(CommandName command) {
        KeyMap.presets().key(command).ifPresent(key -> assertInstanceOf(KeyCodeCombination.class, key));
    }

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void everyCommandHasAName(CommandName command) {
        assertFalse(Commands.title(command).isBlank());
    }
}
