package ringside.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How numbers are written and read. */
class NumberTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0000_0000
            1a44       | 0000_1a44
            20008f80   | 2000_8f80
            ffffffff   | ffff_ffff
            """)
    void addressesHaveTwoGroupsOfFourDigits(String hex, String expected) {
        assertEquals(expected, NumberText.address(Long.parseLong(hex, 16)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0       | 0
            999     | 999
            1000    | 1_000
            1204318 | 1_204_318
            """)
    void longNumbersHaveGroupsOfThree(long value, String expected) {
        assertEquals(expected.replace('_', '\u00a0'), NumberText.grouped(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2000_8f80   | 20008f80
            0x2000_8F80 | 20008f80
            1a          | 1a
            """)
    void addressesAreReadAsPeopleWriteThem(String text, String hex) {
        assertEquals(Long.parseLong(hex, 16), NumberText.parseAddress(text));
    }

    @ParameterizedTest
    @CsvSource({"''", "xyz", "12345678901234567", "0x", "-1"})
    void whatIsNoAddressIsRefused(String text) {
        assertEquals(-1, NumberText.parseAddress(text));
    }

    @ParameterizedTest
    @CsvSource({"32, 32 B", "1024, 1 KiB", "2560, 2560 B", "4194304, 4 MiB"})
    void sizesUseTheLargestUnitThatDividesThem(long bytes, String expected) {
        assertEquals(expected, NumberText.size(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "HEXADECIMAL, 4294967295, 32, ffff_ffff",
        "SIGNED, 4294967295, 32, -1",
        "DECIMAL, 255, 32, 255",
        "BINARY, 5, 8, 00000101"
    })
    void basesWriteTheSameValue(NumberBase base, long value, int bits, String expected) {
        assertEquals(expected, base.write(value, bits).replace('\u2212', '-'));
    }
}
