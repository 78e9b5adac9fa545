package ringside.kernels.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.BadInputException;

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
    void unknownNamesAreRefusedInOneLine() {
        assertThrows(BadInputException.class, () -> BoardCatalog.open("../images/catalog"));
        assertThrows(BadInputException.class, () -> BoardCatalog.open("raspberry"));
        assertThrows(BadInputException.class, () -> BoardCatalog.defaultFor("x86-64"));
    }
}
