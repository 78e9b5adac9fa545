package ringside.cpu.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.BadInputException;

/** Test vectors: what passes, what fails and why, and what is no vector. */
class VectorRunnerTest {
    /** {@code adcs r5, r4} at 0x1000. */
    private static final String ADCS = "{'name':'adcs r5, r4','cpu':'cortex-m3','bytes':'6541',"
            + "'before':{'regs':{'r4':'55','r5':'66','xpsr':'21000000','pc':'1000'},'mem':{}},"
            + "'after':{'regs':{'r5':'bc','pc':'1002','xpsr':'1000000'},'mem':{}},'exception':null}";

    private static final VectorRunner RUNNER = new VectorRunner();
    private final List<VectorFailure> failures = new ArrayList<>();

    private VectorCount run(String... lines) {
        byte[] text = String.join("\n", lines).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return RUNNER.run("v.jsonl", new ByteArrayInputStream(text), failures::add);
    }

    private static String vector(String bytes, String before, String after, String rest) {
        return "{'cpu':'cortex-m3','bytes':'" + bytes + "','before':{" + before + "},'after':{" + after + "}" + rest
                + "}";
    }

    @Test
    void aRightVectorPasses() {
        assertEquals(new VectorCount(1, 0), run(ADCS));
        assertEquals(new VectorCount(2, 0), run(ADCS, "", ADCS, "  "));
    }

    @Test
    void aWrongRegisterIsNamedWithBothValues() {
        assertEquals(new VectorCount(1, 1), run(ADCS, ADCS.replace("'bc'", "'bd'")));
        assertEquals(List.of(new VectorFailure("adcs r5, r4", "r5: expected 000000bd, got 000000bc")), failures);
    }

    @Test
    void aRegisterThatIsNotNamedMustNotChange() {
        run(ADCS.replace("'r5':'bc',", ""));
        assertEquals("r5: expected 00000066, got 000000bc", failures.get(0).difference());
    }

    @Test
    void flagsAreComparedUnderTheMask() {
        String wrong = ADCS.replace("'xpsr':'1000000'", "'xpsr':'a1000000'");
        run(wrong);
        assertEquals("xpsr: expected a0000000, got 00000000", failures.get(0).difference());
        assertEquals(new VectorCount(1, 0), run(wrong.replace("'exception'", "'flagsMask':'10000000','exception'")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # str r0, [r1]
            0860 | 'regs':{'r0':'11223344','r1':'20000000','pc':'1000'} | 'regs':{'pc':'1002'},'mem':{'20000000':'44332211'} | ``
            0860 | 'regs':{'r0':'11223344','r1':'20000000','pc':'1000'} | 'regs':{'pc':'1002'}                             | `mem 20000000: expected 00, got 44; mem 20000001: expected 00, got 33; mem 20000002: expected 00, got 22; mem 20000003: expected 00, got 11`
            0860 | 'regs':{'r0':'11','r1':'20000000','pc':'1000'}       | 'regs':{'pc':'1002'},'mem':{'20000000':'11000000','30000000':'5a'} | `mem 30000000: expected 5a, got 00`
            # ldr r0, [r1], across two pages
            0868 | 'regs':{'r1':'20000ffe','pc':'1000'},'mem':{'20000ffe':'01020304'} | 'regs':{'pc':'1002','r0':'4030201'} | ``
            # push {r0, lr}
            01b5 | 'regs':{'r0':'7','lr':'9','sp':'20001000','pc':'1000'} | 'regs':{'pc':'1002','sp':'20000ff8'},'mem':{'20000ff8':'0700000009000000'} | ``
            01b5 | 'regs':{'r0':'7','lr':'9','msp':'20001000','pc':'1000'} | 'regs':{'pc':'1002','msp':'20000ff8'},'mem':{'20000ff8':'0700000009000000'} | ``
            # str at the end of the address space
            0860 | 'regs':{'r0':'1','r1':'fffffffc','pc':'1000'} | 'regs':{'pc':'1002'},'mem':{'fffffffc':'01000000'} | ``
            # msr primask, r0 and cpsid f
            80f31088 | 'regs':{'r0':'1','pc':'1000'} | 'regs':{'pc':'1004','primask':'1'} | ``
            71b6     | 'regs':{'pc':'1000'}          | 'regs':{'pc':'1002','faultmask':'1'} | ``
            # wfi, wfe, sev and yield go on
            30bf | 'regs':{'pc':'1000'} | 'regs':{'pc':'1002'} | ``
            20bf | 'regs':{'pc':'1000'} | 'regs':{'pc':'1002'} | ``
            40bf | 'regs':{'pc':'1000'} | 'regs':{'pc':'1002'} | ``
            10bf | 'regs':{'pc':'1000'} | 'regs':{'pc':'1002'} | ``
            # a failed condition of an IT block, and a passed one: moveq r0, #7
            0720 | 'regs':{'pc':'1000','xpsr':'1000800'} | 'regs':{'pc':'1002'} | ``
            0720 | 'regs':{'pc':'1000','xpsr':'41000800'} | 'regs':{'pc':'1002','r0':'7'} | ``
            # ldrex and strex without it
            51e8000f | 'regs':{'pc':'1000','r1':'2000'},'mem':{'2000':'78563412'} | 'regs':{'pc':'1004','r0':'12345678'} | ``
            41e80002 | 'regs':{'pc':'1000','r1':'2000','r0':'5'} | 'regs':{'pc':'1004','r2':'1'} | ``
            # code and data anywhere: no address is special in flat memory
            8818 | 'regs':{'pc':'40000000','r1':'2'} | 'regs':{'pc':'40000002','r0':'2','xpsr':'01000000'} | ``
            8818 | 'regs':{'pc':'e000e000','r1':'2'} | 'regs':{'pc':'e000e002','r0':'2','xpsr':'01000000'} | ``
            0868 | 'regs':{'r1':'e0001001','pc':'1000'},'mem':{'e0001001':'01020304'} | 'regs':{'pc':'1002','r0':'4030201'} | ``
            0860 | 'regs':{'r0':'80','r1':'e000ed08','pc':'1000'} | 'regs':{'pc':'1002'},'mem':{'e000ed08':'80'} | ``
            # bx lr out of the handler that xpsr names
            7047 | 'regs':{'pc':'1000','lr':'fffffff9','xpsr':'0100000b','sp':'2000'},'mem':{'2018':'0120000000000001'} | 'regs':{'pc':'2000','sp':'2020','lr':'0'} | ``
            # b . stays where it is
            fee7     | 'regs':{'pc':'1000'}          | 'regs':{} | ``
            """)
    void memoryAndSpecialRegisters(String bytes, String before, String after, String difference) {
        run(vector(bytes, before, after, ",'exception':null"));
        assertEquals(difference, failures.isEmpty() ? "" : failures.get(0).difference());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # svc, bkpt, udf, an undefined instruction, udiv by zero (no trap), unaligned ldrd
            05df     | 11
            00be     | 3
            abbe     | 3
            00de     | 3
            ffffffff | 3
            b1fbf0f1 | none
            d1e90023 | 3
            """)
    void exceptionsCarryTheirNumberAfterEscalation(String bytes, String exception) {
        String expected = exception.equals("none") ? "null" : exception;
        String state = "'regs':{'r1':'20000001','sp':'20001000','pc':'1000'}";
        String after = exception.equals("none") ? "'regs':{'pc':'1004','r1':'0'}" : "'regs':{}";
        run(vector(bytes, state, after, ",'exception':" + expected));
        assertEquals(List.of(), failures);
    }

    /** @arm B1.5.14: SVC cannot pre-empt its own handler, nor what PRIMASK or BASEPRI holds back. */
    @ParameterizedTest
    @ValueSource(strings = {"'xpsr':'0100000b'", "'primask':'1'", "'basepri':'1'"})
    void aCallThatCannotBeTakenIsAHardFault(String register) {
        run(vector("05df", "'regs':{'sp':'20001000','pc':'1000'," + register + "}", "", ",'exception':3"));
        assertEquals(List.of(), failures);
    }

    @Test
    void anUnexpectedExceptionIsADifference() {
        run(vector("05df", "'regs':{'sp':'20001000','pc':'1000'}", "'regs':{'pc':'1002'}", ",'exception':null"));
        assertTrue(failures.get(0).difference().startsWith("exception: expected none, got 11"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # str r0, [r1]
            0860 | '1000':'rx','20000000':'rw'  | null
            0860 | '1000':'rx','20000000':'rwx' | null
            0860 | '1000':'xr','20000000':'wr'  | null
            0860 | '1000':'rx','20000000':'r'   | 3
            0860 | '1000':'rx','20000000':'rx'  | 3
            0860 | '1000':'rx'                  | 3
            0860 | '1000':'rw','20000000':'rw'  | 3
            0860 | '20000000':'rw'              | 3
            0860 | '1000':'x','20000000':'rw'   | 3
            """)
    void pagesPermitWhatTheirLettersSay(String bytes, String pages, String exception) {
        String before = "'regs':{'r0':'5','r1':'20000010','sp':'20000800','pc':'1000'}";
        String after = exception.equals("3") ? "'regs':{}" : "'regs':{'pc':'1002'},'mem':{'20000010':'05000000'}";
        run(vector(bytes, before, after, ",'pages':{" + pages + "},'exception':" + exception));
        assertEquals(List.of(), failures);
    }

    @Test
    void vectorsDoNotDisturbEachOther() {
        String write = vector(
                "0860",
                "'regs':{'r0':'ff','r1':'1002','pc':'1000'}",
                "'regs':{'pc':'1002'},'mem':{'1002':'ff000000'}",
                "");
        assertEquals(
                new VectorCount(40, 0),
                run(java.util.Collections.nCopies(20, write + "\n" + ADCS).toArray(String[]::new)));
    }

    @Test
    void compressedTextIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(ADCS.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = packed.toByteArray();
        assertEquals(new VectorCount(1, 0), RUNNER.run("v.gz", new ByteArrayInputStream(bytes), failures::add));
        InputStream cut = new ByteArrayInputStream(bytes, 0, bytes.length / 2);
        BadInputException bad = assertThrows(BadInputException.class, () -> RUNNER.run("v.gz", cut, failures::add));
        assertTrue(bad.getMessage().startsWith("v.gz cannot be read"), bad.getMessage());
        InputStream head = new ByteArrayInputStream(bytes, 0, 2);
        bad = assertThrows(BadInputException.class, () -> RUNNER.run("v.gz", head, failures::add));
        assertEquals("v.gz cannot be read after 0 vectors: it ends too early", bad.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                                     | not JSON
            []                                                                    | JSON object
            {}                                                                    | "cpu" is missing
            {'cpu':'x86'}                                                         | this version runs cortex-m3 and x86-64 vectors
            {'cpu':'cortex-m4'}                                                   | this version runs cortex-m3 and x86-64 vectors
            {'cpu':'cortex-m3'}                                                   | "before" is missing
            {'cpu':'cortex-m3','before':{},'after':{}}                            | "bytes" is missing
            {'cpu':'cortex-m3','before':{},'after':{},'bytes':'65'}               | 2 to 16 bytes
            {'cpu':'cortex-m3','before':{},'after':{},'bytes':'6x41'}             | hexadecimal digits
            {'cpu':'cortex-m3','before':{'regs':{'rax':'1'}},'after':{},'bytes':'6541'} | no register "rax"
            {'cpu':'cortex-m3','before':{'regs':{'s0':'1'}},'after':{},'bytes':'6541'}  | no register "s0"
            {'cpu':'cortex-m3','before':{'regs':{'r0':1}},'after':{},'bytes':'6541'}    | must be a text
            {'cpu':'cortex-m3','before':{'regs':{'r0':'0x1'}},'after':{},'bytes':'6541'} | one to eight hexadecimal digits
            {'cpu':'cortex-m3','before':{'regs':{'r0':'123456789'}},'after':{},'bytes':'6541'} | one to eight hexadecimal digits
            {'cpu':'cortex-m3','before':{'mem':{'fffffffe':'00112233'}},'after':{},'bytes':'6541'} | past the end of memory
            {'cpu':'cortex-m3','before':{},'after':{},'bytes':'6541','exception':'3'}   | number of an exception
            {'cpu':'cortex-m3','before':{},'after':{},'bytes':'6541','exception':1.5}   | number of an exception
            {'cpu':'cortex-m3','before':{},'after':{},'bytes':'6541','pages':{'1001':'rx'}} | multiple of 1000
            {'cpu':'cortex-m3','before':{},'after':{},'bytes':'6541','pages':{'1000':'rr'}} | letters rwx
            {'cpu':'cortex-m3','before':{},'after':{},'bytes':'6541','mode':'long64'}   | belong to x86-64
            """)
    void aLineThatIsNoVectorIsNamed(String line, String message) {
        BadInputException bad = assertThrows(BadInputException.class, () -> run(ADCS, line));
        assertTrue(bad.getMessage().startsWith("v.jsonl, line 2: "), bad.getMessage());
        assertTrue(bad.getMessage().contains(message), bad.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 20, 1 << 22})
    void anEndlessLineIsRefused(int length) {
        BadInputException bad = assertThrows(BadInputException.class, () -> run("x".repeat(length + 1)));
        assertTrue(bad.getMessage().contains("line 1"), bad.getMessage());
    }

    @Test
    void tenThousandVectorsNeedNoMoreThanOne() {
        InputStream endless = new InputStream() {
            private final byte[] line = (ADCS + "\n").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            private int at;

            @Override
            public int read() {
                return at == 10_000 * line.length ? -1 : line[at++ % line.length] & 0xFF;
            }
        };
        assertEquals(new VectorCount(10_000, 0), RUNNER.run("endless", endless, failures::add));
    }
}
