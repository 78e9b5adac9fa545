package ringside.cpu.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolsTest {
    private static final Symbols SYMBOLS = Symbols.of(Elf.parse(
            "symbols.elf",
            ElfBuilder.arm()
                    .section(".text", ElfSection.PROGRAM_BITS, 6, 0x100, new byte[0x40])
                    .section(".data", ElfSection.PROGRAM_BITS, 3, 0x2000_0000L, new byte[0x10])
                    .symbols("""
                            main       0x101      0x10 2 1
                            $t         0x100      0    0 1
                            $d.lit     0x10c      0    0 1
                            $t.1       0x110      0    0 1
                            label      0x120      0    0 1
                            _ZN3app4tickE 0x131   4    2 1
                            _ZN3app5table17h0123456789abcdefE 0x20000000 8 1 2
                            alias      0x131      4    2 1
                            LIMIT      0x1000     0    0 -15
                            """)
                    .build()));

    @ParameterizedTest
    @CsvSource({
        "0x0FF, ''",
        "0x100, main",
        "0x10F, main+0xf",
        "0x110, ''",
        "0x120, label",
        "0x12F, label+0xf",
        "0x134, ''",
        "0x20000004, app::table+0x4",
        "0x20000008, ''",
    })
    void anAddressIsADistanceFromASymbol(String address, String place) {
        assertEquals(
                place,
                SYMBOLS.at(Long.decode(address)).map(SymbolPlace::toString).orElse(""));
    }

    @Test
    void functionsHaveNoThumbBit() {
        Symbol main = SYMBOLS.named("main").orElseThrow();
        assertEquals(0x100, main.address());
        assertTrue(main.isFunction());
    }

    @Test
    void namesAreFoundAsPeopleReadThemAndAsTheyStand() {
        assertEquals(0x2000_0000L, SYMBOLS.named("app::table").orElseThrow().address());
        assertEquals(
                "app::table",
                SYMBOLS.named("_ZN3app5table17h0123456789abcdefE").orElseThrow().name());
        assertTrue(SYMBOLS.named("table").isEmpty());
        assertEquals(0x1000, SYMBOLS.named("LIMIT").orElseThrow().address());
    }

    @ParameterizedTest
    @CsvSource({
        "0x100, THUMB",
        "0x10b, THUMB",
        "0x10c, DATA",
        "0x10f, DATA",
        "0x110, THUMB",
        "0x13f, THUMB",
        "0x140, ''"
    })
    void mappingSymbolsTellCodeFromLiterals(String address, String content) {
        assertEquals(
                content,
                SYMBOLS.contentAt(Long.decode(address))
                        .map(r -> r.content().name())
                        .orElse(""));
    }

    @Test
    void mappingSymbolsAreNoNames() {
        assertTrue(SYMBOLS.all().stream().noneMatch(symbol -> symbol.name().startsWith("$")));
    }
}
