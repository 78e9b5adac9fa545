package ringside.cpu.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;

/** Test vectors of x86 instructions. */
class X86VectorTest {
    private static final VectorRunner RUNNER = new VectorRunner();
    private final List<VectorFailure> failures = new ArrayList<>();

    private VectorCount run(String... lines) {
        byte[] text = String.join("\n", lines).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return RUNNER.run("v.jsonl", new ByteArrayInputStream(text), failures::add);
    }

    private String difference(String bytes, String before, String after, String rest) {
        run("{'cpu':'x86-64','bytes':'" + bytes + "','before':{" + before + "},'after':{" + after + "}" + rest + "}");
        return failures.isEmpty() ? "" : failures.get(0).difference();
    }

    @Test
    void theExampleOfTheFormatRuns() {
        String adc = "{'name':'adc rax, rbx','cpu':'x86-64','mode':'long64','bytes':'4811d8',"
                + "'before':{'regs':{'rax':'1','rbx':'ffffffffffffffff','rip':'10000','rflags':'203'},'mem':{'20000':'00ff'}},"
                + "'after': {'regs':{'rax':'1','rip':'10003','rflags':'213'},'mem':{}},'flagsMask':'8d5','exception':null}";
        assertEquals(new VectorCount(1, 0), run(adc));
        assertEquals(new VectorCount(0, 1), run(adc.replace("'rax':'1','rip'", "'rax':'2','rip'")));
        assertEquals("rax: expected 2, got 1", failures.get(0).difference());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # mov [rax], rcx at the end of the lower half, and across its end
            488908 | 'rax':'7ffffffffff8','rcx':'807060504030201' | 'mem':{'7ffffffffff8':'0102030405060708'} | null
            488908 | 'rax':'7ffffffffff9'                         |                                              | 13,'errorCode':'0'
            # mov [rax], ecx across two pages high up
            8908   | 'rax':'ffff800000000ffe','rcx':'4030201'     | 'mem':{'ffff800000000ffe':'01020304'}        | null
            # div by zero, ud2, a privileged instruction
            f7f1   |                                              |                                              | 0
            0f0b   |                                              |                                              | 6
            fa     |                                              |                                              | 13,'errorCode':'0'
            # lock add eax, ecx
            f001c8 |                                              |                                              | 6
            """)
    void longMode(String bytes, String before, String memory, String exception) {
        String after = exception.equals("null") ? "'regs':{'rip':'" + (1000 + bytes.length() / 2) + "'}," : "";
        String registers = "'regs':{" + (before == null ? "" : before + ",") + "'rip':'1000'}";
        assertEquals(
                "",
                difference(
                        bytes, registers, after + (memory == null ? "'mem':{}" : memory), ",'exception':" + exception));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # mov [rax], ecx and mov ecx, [rax]
            8908 | '1000':'rx','20000000':'rw' | null
            8908 | '1000':'rx','20000000':'r'  | 14,'errorCode':'7','cr2':'20000010'
            8908 | '1000':'rx'                 | 14,'errorCode':'6','cr2':'20000010'
            8b08 | '1000':'rx'                 | 14,'errorCode':'4','cr2':'20000010'
            8b08 | '1000':'rw','20000000':'rw' | 14,'errorCode':'15','cr2':'1000'
            8b08 | '20000000':'rw'             | 14,'errorCode':'14','cr2':'1000'
            """)
    void pageFaultsTellWhatWasNotPermitted(String bytes, String pages, String exception) {
        String after = exception.equals("null") ? "'regs':{'rip':'1002'}" : "'regs':{'rip':'1000','rax':'20000010'}";
        String rest = ",'pages':{" + pages + "},'exception':" + exception;
        assertEquals("", difference(bytes, "'regs':{'rax':'20000010','rip':'1000'}", after, rest));
    }

    @Test
    void anotherErrorCodeOrAddressIsADifference() {
        String before = "'regs':{'rax':'20000010','rip':'1000'}";
        String rest = ",'pages':{'1000':'rx'},'exception':14,'errorCode':'4','cr2':'20000000'";
        assertEquals(
                "errorCode: expected 4, got 6; cr2: expected 20000000, got 20000010",
                difference("8908", before, "'regs':{}", rest));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # rep stosb runs whole, or once where rip must not move
            f3aa | 'rcx':'3','rdi':'2000','rax':'5a','rip':'1000' | 'regs':{'rcx':'0','rdi':'2003','rip':'1002'},'mem':{'2000':'5a5a5a'}
            f3aa | 'rcx':'3','rdi':'2000','rax':'5a','rip':'1000' | 'regs':{'rcx':'2','rdi':'2001'},'mem':{'2000':'5a'}
            """)
    void repeatedStringInstructions(String bytes, String before, String after) {
        assertEquals("", difference(bytes, "'regs':{" + before + "}", after, ""));
    }

    @Test
    void anEndlessInstructionIsADifference() {
        String before = "'regs':{'rcx':'ffffffffffffffff','rdi':'2000','rip':'1000'}";
        assertTrue(difference("f3aa", before, "'regs':{'rip':'1002'}", "").startsWith("repeats more than"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # inc ax; in 64-bit mode 40 is a prefix
            compat32 | 40   | 'rax':'ffff','rip':'1000'             | 'regs':{'rax':'10000','rip':'1001','rflags':'14'}
            prot32   | 40   | 'rax':'ffff','rip':'1000'             | 'regs':{'rax':'10000','rip':'1001','rflags':'14'}
            prot16   | 40   | 'rax':'1ffff','rip':'1000'            | 'regs':{'rax':'10000','rip':'1001','rflags':'54'}
            real16   | 40   | 'rax':'1ffff','rip':'1000'            | 'regs':{'rax':'10000','rip':'1001','rflags':'54'}
            # enter 0, 0 with 32-bit operands on a 16-bit stack: ebp is all of esp
            prot16   | 66c8000000 | 'rsp':'12348000','rip':'1000'   | 'regs':{'rsp':'12347ffc','rbp':'12347ffc','rip':'1005'}
            # mov [bx], al with segments
            real16   | 8807 | 'rax':'7','rbx':'10','ds':'200','cs':'100','rip':'20' | 'regs':{'rip':'22'},'mem':{'2010':'07'}
            """)
    void otherModes(String mode, String bytes, String before, String after) {
        assertEquals("", difference(bytes, "'regs':{" + before + "}", after, ",'mode':'" + mode + "'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            cd80 | long64   | 128
            cc   | long64   | 3
            f1   | long64   | 1
            ce   | compat32 | 4
            cd10 | real16   | 16
            """)
    void softwareInterruptsCountAsExceptions(String bytes, String mode, int exception) {
        String after = "'regs':{'rip':'" + (1000 + bytes.length() / 2) + "'}";
        String rest = ",'mode':'" + mode + "','exception':" + exception;
        assertEquals("", difference(bytes, "'regs':{'rip':'1000','rflags':'800'}", after, rest));
    }

    @Test
    void realModeLoadsSegmentsByTheirSelectors() {
        String after = "'regs':{'rip':'1002','ds':'1234'}";
        assertEquals("", difference("8ed8", "'regs':{'rax':'1234','rip':'1000'}", after, ",'mode':'real16'"));
        after = "'regs':{'rip':'5678','cs':'1234'}";
        assertEquals("", difference("ea78563412", "'regs':{'rip':'1000'}", after, ",'mode':'real16'"));
    }

    @Test
    void protectedModeHasNoDescriptors() {
        String rest = ",'mode':'prot32','exception':13,'errorCode':'28'";
        assertEquals("", difference("8ed8", "'regs':{'rax':'2b','rip':'1000'}", "'regs':{'rip':'1000'}", rest));
    }

    /** faddp: 1 in R6 and -2 in R7 become -1 in R7. */
    @Test
    void x87RegistersAreCountedFromTheTop() {
        String one = "'0000000000000080ff3f'";
        String before = "'regs':{'rip':'1000','fsw':'3000','ftw':'c0','st0':" + one + ",'st1':'000000000000008000c0'}";
        String after = "'regs':{'rip':'1002','fsw':'3800','ftw':'80','st0':'0000000000000080ffbf',"
                + "'st1':'00000000000000000000','st7':" + one + "}";
        assertEquals("", difference("dec1", before, after, ""));
    }

    @Test
    void privilegeDecidesWhatIsPermitted() {
        String before = "'regs':{'rip':'1000','rflags':'202'}";
        String rest = ",'flagsMask':'200','cpl':0";
        assertEquals("", difference("fa", before, "'regs':{'rip':'1001','rflags':'2'}", rest));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'cpu':'x86-64'}                                                     | "before" is missing
            {'cpu':'x86-64','before':{},'after':{}}                              | "bytes" is missing
            {'cpu':'x86-64','before':{},'after':{},'bytes':''}                   | 1 to 32 bytes
            {'cpu':'x86-64','mode':'long','before':{},'after':{},'bytes':'90'}   | "mode" must be long64
            {'cpu':'x86-64','cpl':4,'before':{},'after':{},'bytes':'90'}         | "cpl" must be
            {'cpu':'x86-64','cpl':[],'before':{},'after':{},'bytes':'90'}        | "cpl" must be
            {'cpu':'x86-64','before':{'regs':{'r0':'1'}},'after':{},'bytes':'90'} | no register "r0"
            {'cpu':'x86-64','before':{'regs':{'rax':'12345678123456781'}},'after':{},'bytes':'90'} | one to 16 hexadecimal digits
            {'cpu':'x86-64','before':{'regs':{'xmm0':'1234'}},'after':{},'bytes':'90'} | "xmm0" must have 16 bytes
            {'cpu':'x86-64','before':{'mem':{'ffffffffffffffff':'0011'}},'after':{},'bytes':'90'} | past the end of memory
            {'cpu':'x86-64','before':{},'after':{},'bytes':'90','exception':256} | number of an exception, 0 to 255
            """)
    void aLineThatIsNoVectorIsNamed(String line, String message) {
        BadInputException bad = assertThrows(BadInputException.class, () -> run(line));
        assertTrue(bad.getMessage().startsWith("v.jsonl, line 1: "), bad.getMessage());
        assertTrue(bad.getMessage().contains(message), bad.getMessage());
    }
}
