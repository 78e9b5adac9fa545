package ringside.cpu.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RustNamesTest {
    /** The names come from compiled programs and from the descriptions of the two formats.   @rust "v0 Symbol Format" */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        main                                                      | main
        _ZN4core3fmt9Formatter9write_str17h0123456789abcdefE      | core::fmt::Formatter::write_str
        _ZN4core3ptr27drop_in_place$LT$$RF$u8$GT$17h0123456789abcdefE | core::ptr::drop_in_place<&u8>
        _ZN54_$LT$u32$u20$as$u20$core..fmt..Display$GT$3fmt17h0123456789abcdefE | _ZN54_$LT$u32$u20$as$u20$core..fmt..Display$GT$3fmt17h0123456789abcdefE
        _ZN42_$LT$u32$u20$as$u20$core..fmt..Display$GT$3fmt17h0123456789abcdefE | <u32 as core::fmt::Display>::fmt
        _ZN3foo3barE                                              | _ZN3foo3barE
        _RNvCs8Fmk6rJ0yQ9_7fixture8schedule                       | fixture::schedule
        _RNvNtCs95CBbfJnJW1_7fixture6kernel9PROCESSES.5           | fixture::kernel::PROCESSES
        _RINvMs2_NtCs9QnKQiu7KDQ_4core3fmtNtB6_9Arguments3newKj28_Kj2_EB8_ | <core::fmt::Arguments>::new::<40, 2>
        _RNvXsb_NtCs9QnKQiu7KDQ_4core5arrayRAjj4_NtNtNtNtB7_4iter6traits7collect12IntoIterator9into_iterB7_ | <&[usize; 4] as core::iter::traits::collect::IntoIterator>::into_iter
        _RNCNvCs1234_7mycrate4main0                               | mycrate::main::{closure#0}
        _RNCNvCs1234_7mycrate4mains_0                             | mycrate::main::{closure#1}
        _RINvCs1234_7mycrate4callFUKCjEuEB2_                      | mycrate::call::<unsafe extern "C" fn(usize)>
        _RINvCs1234_7mycrate4callDNtNtCs5_4core3fmt5DebugEL_EB2_  | mycrate::call::<dyn core::fmt::Debug>
        _RINvCs1234_7mycrate4callTlhEEB2_                         | mycrate::call::<(i32, u8)>
        _RINvCs1234_7mycrate4callTlEEB2_                          | mycrate::call::<(i32,)>
        _RINvCs1234_7mycrate4callKlnb_EB2_                        | mycrate::call::<-11>
        _RINvCs1234_7mycrate4callKc41_Kb1_EB2_                    | mycrate::call::<'A', true>
        _RNvC7mycrateu8gdel_5qa                                   | mycrate::gödel
        _RNvC7mycrate                                             | _RNvC7mycrate
        """)
    void manglingIsUndone(String linkName, String name) {
        assertEquals(name, RustNames.demangle(linkName));
    }

    /** Back references that double the name each time are cut off, and the name stays as it was. */
    @Test
    void anExplodingNameEndsSoon() {
        StringBuilder name = new StringBuilder("_RINvC1a1bTuuE");
        int last = 6;
        for (int i = 0; i < 60; i++) {
            int here = name.length() - 2;
            String back = "B" + base62(last);
            name.append('T').append(back).append(back).append('E');
            last = here;
        }
        name.append('E');
        String text = name.toString();
        assertEquals(text, RustNames.demangle(text));
    }

    @Test
    void damagedNamesNeverThrow() {
        String[] seeds = {
            "_RNvXsb_NtCs9QnKQiu7KDQ_4core5arrayRAjj4_NtNtNtNtB7_4iter6traits7collect12IntoIterator9into_iterB7_",
            "_RINvCs1234_7mycrate4callDNtNtCs5_4core3fmt5DebugEL_FG_UKCRL0_jEuEB2_",
            "_RNvC7mycrateu8gdel_5qa",
            "_ZN42_$LT$u32$u20$as$u20$core..fmt..Display$GT$3fmt17h0123456789abcdefE"
        };
        String letters = "_0123459zZaABCDEFGIKLMNPQRSTUVXYsuvpnehj$.";
        Random random = new Random(7);
        for (int i = 0; i < 40_000; i++) {
            StringBuilder name = new StringBuilder(seeds[i % seeds.length]);
            for (int k = random.nextInt(4); k >= 0; k--) {
                name.setCharAt(random.nextInt(name.length()), letters.charAt(random.nextInt(letters.length())));
            }
            assertTrue(RustNames.demangle(name.toString()).length() < 10_000);
        }
    }

    private static String base62(int value) {
        if (value == 0) {
            return "_";
        }
        String digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        StringBuilder text = new StringBuilder();
        for (int rest = value - 1; rest > 0 || text.length() == 0; rest /= 62) {
            text.insert(0, digits.charAt(rest % 62));
        }
        return text.append('_').toString();
    }
}
