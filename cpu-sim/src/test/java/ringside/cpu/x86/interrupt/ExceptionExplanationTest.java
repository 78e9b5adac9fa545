package ringside.cpu.x86.interrupt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionExplanationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6  | -1   | 0    | invalid opcode (#UD)
            14 | 0    | 1000 | page fault (#PF): read by supervisor code from a page that is not present, at address 0x1000
            14 | 6    | 1000 | page fault (#PF): write by user code to a page that is not present, at address 0x1000
            14 | 7    | 1000 | page fault (#PF): write by user code to a page that it must not write, at address 0x1000
            14 | 5    | 1000 | page fault (#PF): read by user code from a page that it must not read, at address 0x1000
            14 | 15   | 1000 | page fault (#PF): instruction fetch by user code from a page that it must not execute, at address 0x1000
            14 | 9    | 1000 | page fault (#PF): read by supervisor code from a page whose page-table entries have reserved bits set, at address 0x1000
            13 | 0    | 0    | general protection (#GP): no selector is named
            13 | 60   | 0    | general protection (#GP): selector 0x60, entry 12 of the GDT
            11 | 64   | 0    | segment not present (#NP): selector 0x64, entry 12 of the LDT
            13 | 103  | 0    | general protection (#GP): IDT entry 32, while an earlier event was delivered
            13 | 102  | 0    | general protection (#GP): IDT entry 32
            1  | -1   | 4002 | debug exception (#DB): the breakpoint in DR1, single step
            8  | 0    | 0    | double fault (#DF)
            20 | -1   | 0    | reserved vector 20
            32 | -1   | 0    | interrupt 32
            """)
    void exceptionsInWords(int vector, String errorCode, String address, String sentence) {
        assertEquals(
                sentence,
                ExceptionExplanation.of(vector, Integer.parseInt(errorCode, 16), Long.parseLong(address, 16))
                        .sentence());
    }
}
