package ringside.cpu.armv7m.insn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.armv7m.FlatCortexM;
import ringside.cpu.armv7m.ThumbDecoder;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.decode.ThumbInstructionDecoder;

/** What is UNPREDICTABLE does what its note says. */
class UnpredictableTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # first | second | it | note
            4500 | 0    | 0  | UNPREDICTABLE (two low registers): executed as written
            44FF | 0    | 0  | UNPREDICTABLE (PC added to PC): executed as written
            4487 | 0    | 04 | UNPREDICTABLE (a branch in an IT block before its end): taken as UNDEFINED
            4487 | 0    | 08 | ''
            B100 | 0    | 08 | UNPREDICTABLE (in an IT block): taken as UNDEFINED
            C800 | 0    | 0  | UNPREDICTABLE (no registers): taken as UNDEFINED
            C003 | 0    | 0  | ''
            C103 | 0    | 0  | UNPREDICTABLE (the base is in the list, and not first): executed as written
            BFEC | 0    | 0  | UNPREDICTABLE (a condition that does not exist): taken as UNDEFINED
            BFE8 | 0    | 0  | ''
            4771 | 0    | 0  | UNPREDICTABLE (bits that should be 0 or 1 are not): taken as UNDEFINED
            EA41 | 8302 | 0  | UNPREDICTABLE (bits that should be 0 or 1 are not): taken as UNDEFINED
            EA4D | 0302 | 0  | UNPREDICTABLE (SP as an operand that must not be it): executed as written
            EA41 | 0F02 | 0  | UNPREDICTABLE (PC as an operand that must not be it): taken as UNDEFINED
            F041 | 1300 | 0  | UNPREDICTABLE (a replicated byte of 0): executed as written
            F361 | 2006 | 0  | UNPREDICTABLE (msb below lsb): taken as UNDEFINED
            F851 | 1B04 | 0  | UNPREDICTABLE (the base is also loaded): executed as written
            E8B1 | 0001 | 0  | UNPREDICTABLE (fewer than two registers): taken as UNDEFINED
            E8B1 | 0003 | 0  | UNPREDICTABLE (the base is in the list and written back): taken as UNDEFINED
            FB82 | 1103 | 0  | UNPREDICTABLE (one register for both halves): taken as UNDEFINED
            B640 | 0    | 0  | UNDEFINED
            FA81 | F042 | 0  | UNDEFINED
            """)
    void itsNoteTellsOurChoice(String first, String second, String it, String note) {
        int one = Integer.parseInt(first.strip(), 16);
        ThumbInstruction instruction = new ThumbInstructionDecoder()
                .decode(one, Integer.parseInt(second.strip(), 16), Integer.parseInt(it.strip(), 16));
        assertEquals(note.strip(), instruction.note());
        FlatCortexM cpu = new FlatCortexM();
        cpu.execute(instruction, 0x1000, ThumbDecoder.isWide(one) ? 4 : 2);
        assertEquals(note.endsWith("UNDEFINED") ? "undefined" : "", cpu.asked());
    }
}
