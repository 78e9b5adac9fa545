package ringside.cpu.image.dwarf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Symbols;
import ringside.cpu.image.UnreadableException;

/** Location expressions, in bytes.   @dwarf 5, 2.5, 2.6 and appendix D.1 */
class ExpressionTest {
    private static final Snapshot IMAGE = Snapshot.ofImage("rust-arm-dwarf5");
    private static final Snapshot WIDE = Snapshot.ofImage("rust-x86-dwarf5");

    private static ExpressionContext context(Snapshot image) {
        Units units = new Units(DebugSections.of(image.elf, Symbols.of(image.elf)));
        return new ExpressionContext(
                units,
                units.all().get(0),
                name -> switch (name) {
                    case "r0", "rax" -> 0xFFFF_FFF0L;
                    case "r7", "rbp" -> 0x1000;
                    case "sp", "rsp" -> 0x2000;
                    default -> throw UnreadableException.register(name);
                },
                (address, length) -> {
                    byte[] bytes = new byte[length];
                    bytes[0] = (byte) address;
                    return bytes;
                },
                OptionalLong.of(0x3000),
                Optional.of(Bytes.ofFile("base", HexFormat.of().parseHex("57"))));
    }

    private static Location evaluate(Snapshot image, String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return Expression.evaluate(Bytes.ofFile("expression", bytes), context(image));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        50                      | in r0
        90 07                   | in r7
        5D                      | in sp
        03 78 56 34 12          | at 0x12345678
        7D 08                   | at 0x2008
        77 78                   | at 0xff8
        92 07 10                | at 0x1010
        91 7C                   | at 0xffc
        9C                      | at 0x3000
        9C 38 1C                | at 0x2ff8
        70 20                   | at 0x10
        08 FF                   | at 0xff
        09 FF                   | at 0xffffffff
        0B 00 80                | at 0xffff8000
        10 80 01                | at 0x80
        11 7F                   | at 0xffffffff
        32 33 22                | at 0x5
        33 32 1C                | at 0x1
        34 35 1E                | at 0x14
        39 34 1B                | at 0x2
        39 34 1D                | at 0x1
        31 34 24                | at 0x10
        38 32 25                | at 0x2
        09 F8 32 26             | at 0xfffffffe
        3F 35 1A                | at 0x5
        3A 35 21                | at 0xf
        3F 35 27                | at 0xa
        35 1F                   | at 0xfffffffb
        09 FB 19                | at 0x5
        30 20                   | at 0xffffffff
        31 23 10                | at 0x11
        31 32 12 22 22          | at 0x5
        31 32 13                | at 0x1
        31 32 14 22             | at 0x3
        31 32 33 15 02          | at 0x1
        31 32 16 1C             | at 0x1
        31 32 33 17 1C          | at 0xffffffff
        09 FF 31 2D             | at 0x1
        31 31 29                | at 0x1
        31 28 01 00 32 33       | at 0x3
        30 28 01 00 32 33       | at 0x3
        2F 01 00 32 33          | at 0x3
        08 44 06                | at 0x44
        08 44 94 01             | at 0x44
        96 31                   | at 0x1
        31 9F                   | computed
        9E 02 01 02             | constant
        50 93 04 57 93 04       | in 2 pieces
        50 93 04 93 04          | in 2 pieces
        A3 01 50 9F             | optimised out: it was in a register when the function began, and is not kept
        51 9F                   | optimised out: its location expression takes more from its stack than there is
        71 00                   | optimised out: register r1 is not known here
        E0                      | optimised out: it belongs to a thread, and threads are not known
        31 30 1B                | optimised out: its location expression divides by zero
        22                      | optimised out: its location expression takes more from its stack than there is
        """)
    void eachOperationDoesWhatTheStandardSays(String bytes, String place) {
        assertEquals(place, evaluate(IMAGE, bytes).text());
    }

    @Test
    void addressesOf64BitsDoNotWrapAt32() {
        assertEquals("at 0x100000000", evaluate(WIDE, "0C FF FF FF FF 31 22").text());
        assertEquals("at 0xffffffffffffffff", evaluate(WIDE, "09 FF").text());
    }

    @Test
    void piecesKeepTheirOrderAndSize() {
        Location.InPieces pieces = (Location.InPieces) evaluate(IMAGE, "50 93 04 93 02 31 9F 93 02");
        assertEquals(3, pieces.pieces().size());
        assertEquals(
                new Location.Piece(new Location.InRegister("r0"), 4),
                pieces.pieces().get(0));
        assertTrue(pieces.pieces().get(1).location() instanceof Location.OptimisedOut);
        assertEquals(
                new Location.Piece(new Location.Computed(1), 2), pieces.pieces().get(2));
    }

    @Test
    void anExpressionThatNeverEndsIsAnError() {
        assertThrows(BadInputException.class, () -> evaluate(IMAGE, "2F FD FF"));
    }

    @Test
    void anUnknownOperationIsAnError() {
        BadInputException error = assertThrows(BadInputException.class, () -> evaluate(IMAGE, "01"));
        assertTrue(error.getMessage().contains("unknown operation 0x1"), error.getMessage());
    }

    @Test
    void anEmptyExpressionMeansOptimisedOut() {
        assertEquals(
                "optimised out: the compiler kept no copy here",
                evaluate(IMAGE, "").text());
    }

    /** A value of six bytes, in a register, a hole and a constant: the parts that are known can be read. */
    @Test
    void aHoleSpoilsOnlyItsOwnPart() {
        PiecedSource source = new PiecedSource(List.of(
                new PiecedSource.Part(new ValueSource.Known(new byte[] {1, 2, 3, 4}, OptionalLong.empty()), 2),
                new PiecedSource.Part(new ValueSource.Gone("it is gone"), 2),
                new PiecedSource.Part(new ValueSource.Known(new byte[] {5, 6}, OptionalLong.empty()), 2)));
        assertEquals(2, source.read(1, 1)[0]);
        assertEquals(6, source.read(5, 1)[0]);
        assertEquals(
                "it is gone",
                assertThrows(UnreadableException.class, () -> source.read(1, 2)).getMessage());
        assertThrows(UnreadableException.class, () -> source.read(5, 2));
    }
}
