package ringside.kernels.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.BadInputException;
import ringside.cpu.image.GuestImage;

/** Boards by name. */
class BoardCatalogTest {
    @Test
    void everyBoardCanBeReadAndBearsItsName() {
        assertTrue(BoardCatalog.names().contains("mps2-an385"));
        for (String name : BoardCatalog.names()) {
            assertEquals(name, BoardCatalog.open(name).name());
        }
    }

    @Test
    void cortexM3HasABoard() {
        assertEquals("mps2-an385", BoardCatalog.defaultFor("cortex-m3").name());
    }

    @Test
    void x86HasABoard() {
        assertEquals("pc", BoardCatalog.defaultFor("x86-64").name());
    }

    @Test
    void aFileThatTellsNothingIsRefusedWithTheWayToBootIt() {
        GuestImage rom = GuestImage.of("rom.bin", new byte[65536]);
        BadInputException bad = assertThrows(BadInputException.class, () -> BoardCatalog.defaultFor(rom));
        assertTrue(bad.getMessage().contains("--machine x86-64"), bad.getMessage());
    }

    @Test
    void unknownNamesAreRefusedInOneLine() {
        assertThrows(BadInputException.class, () -> BoardCatalog.open("../images/catalog"));
        assertThrows(BadInputException.class, () -> BoardCatalog.open("raspberry"));
        assertThrows(BadInputException.class, () -> BoardCatalog.defaultFor("cortex-m4"));
    }
}
