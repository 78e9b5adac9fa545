package ringside.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfMachine;
import ringside.cpu.machine.Input;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.MachineState;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.register.DeviceReader;
import ringside.cpu.semihosting.GuestFiles;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.view.DeviceView;

/** The board with the processor on it: memory map, wires, images that do not fit. */
class MachineBuilderTest {
    /** {@code b .} */
    private static final String STAY = "fee7";

    private static Machine build(Elf image) throws IOException {
        Machine machine = new MachineBuilder(BoardDescriptionTest.an385(), image, MachineOptions.DEFAULT).build();
        machine.trace().record(CpuEventKind.CONSOLE.bit() | CpuEventKind.EXCEPTION_ENTRY.bit());
        return machine;
    }

    private static String printed(Machine machine) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < machine.trace().size(); i++) {
            if (machine.trace().kind(i) == CpuEventKind.CONSOLE) {
                text.append((char) machine.trace().argument(i, 1));
            }
        }
        return text.toString();
    }

    private static List<Long> exceptions(Machine machine) {
        return java.util.stream.IntStream.range(0, machine.trace().size())
                .filter(i -> machine.trace().kind(i) == CpuEventKind.EXCEPTION_ENTRY)
                .mapToObj(i -> machine.trace().argument(i, 0))
                .toList();
    }

    private static void store(Machine machine, long address, int value) {
        machine.bus().store(address, Width.WORD, value);
    }

    @Test
    void startsFromTheVectorTable() throws IOException {
        Machine machine = build(Program.image(0, STAY));
        assertEquals("cortex-m3", machine.kind());
        assertEquals(Program.CODE, machine.processor().programCounter());
        assertEquals(0x2000_1000L, machine.processor().readRegister("sp"));
        assertInstanceOf(StopReason.BudgetSpent.class, machine.run(RunBudget.of(100)));
        assertEquals(100, machine.mark());
    }

    @Test
    void consolesAndPortsHaveTheirNames() throws IOException {
        Machine machine = build(Program.image(0, STAY));
        assertEquals(List.of("uart0", "uart1", "uart2", "uart3", "uart4", "semihosting"), machine.consoles());
        assertTrue(machine.ports().containsAll(List.of("uart0", "uart4", "semihosting", "buttons", "gpio0")));
        BadInputException bad =
                assertThrows(BadInputException.class, () -> machine.apply(new Input(0, "keyboard", new byte[1])));
        assertTrue(bad.getMessage().contains("\"keyboard\"") && bad.getMessage().contains("uart0"), bad.getMessage());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # address,  alias
            00000010, 00400010
            01000010, 01004010
            01000010, 0100c010
            20000010, 20400010
            203ffffc, 207ffffc
            """)
    void memoriesAppearTwice(String address, String alias) throws IOException {
        Machine machine = build(Program.image(0, STAY));
        store(machine, Long.parseLong(alias, 16), 0x1234_5678);
        assertEquals(0x1234_5678, machine.bus().peek(Long.parseLong(address, 16), Width.WORD));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            00800000
            01010000
            20800000
            22000000
            40003000
            40200000
            50000000
            """)
    void reservedAddressesDoNotAnswerButAbsentDevicesReadAsZero(String address) throws IOException {
        Machine machine = build(Program.image(0, STAY));
        long at = Long.parseLong(address, 16);
        if (at == 0x4020_0000L) {
            assertEquals(0, machine.bus().load(at, Width.WORD));
        } else {
            assertThrows(BusFault.class, () -> machine.bus().load(at, Width.WORD));
        }
    }

    /** A byte that is received raises interrupt 0; the handler sends it back. */
    @Test
    void echoesByInterrupt() throws IOException {
        Machine machine = build(Program.image(
                0x20,
                "0448", // ldr r0, =uart0
                "0b21", // movs r1, #0b1011
                "8160", // str r1, [r0, #8]
                "1121", // movs r1, #17 (bit time)
                "0161", // str r1, [r0, #16]
                "0349", // ldr r1, =NVIC_ISER
                "0122", // movs r2, #1
                "0a60", // str r2, [r1]
                "30bf", // wfi
                "fde7", // b .-2
                "00400040",
                "00e100e0",
                "00000000",
                // handler at 0x20
                "0448", // ldr r0, =uart0
                "0221", // movs r1, #2
                "c160", // str r1, [r0, #12]
                "0168", // ldr r1, [r0]
                "0160", // str r1, [r0]
                "7047", // bx lr
                "00000000",
                "00000000",
                "00400040"));
        assertInstanceOf(StopReason.WaitingForInput.class, machine.run(RunBudget.of(1000)));
        machine.apply(new Input(machine.mark(), "uart0", "hi".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertInstanceOf(StopReason.WaitingForInput.class, machine.run(RunBudget.of(1000)));
        assertEquals("hi", printed(machine));
        assertEquals(List.of(16L, 16L), exceptions(machine));
    }

    /** The second byte still waits for the first when the processor locks up. */
    @Test
    void whatWasWrittenBeforeALockupIsPrinted() throws IOException {
        Machine machine = build(Program.image(
                0x10,
                "0448", // ldr r0, =uart0
                "0121", // movs r1, #1
                "8160", // str r1, [r0, #8]
                "6121", // movs r1, #'a'
                "0160", // str r1, [r0]
                "6221", // movs r1, #'b'
                "0160", // str r1, [r0]
                "00de", // udf
                "00de", // the handler: udf
                "00bf",
                "00400040"));
        assertInstanceOf(StopReason.LockedUp.class, machine.run(RunBudget.of(100)));
        assertEquals("ab", printed(machine));
    }

    /** The watchdog's first zero is the NMI, its second a reset of the whole system. */
    @Test
    void theWatchdogInterruptsAndThenResets() throws IOException {
        Machine machine = build(Program.image(
                0x14,
                "0248", // ldr r0, =watchdog
                "6421", // movs r1, #100
                "0160", // str r1, [r0]
                "0321", // movs r1, #3
                "8160", // str r1, [r0, #8]
                "fee7", // b .
                "00800040",
                "00000000",
                "fee7")); // handler: b .
        machine.run(RunBudget.of(150));
        assertEquals(List.of(2L), exceptions(machine));
        assertEquals(0x114, machine.processor().programCounter());
        machine.run(RunBudget.of(60));
        assertTrue(machine.processor().programCounter() < 0x114);
        assertEquals(0, machine.processor().readRegister("xpsr") & 0x1FF);
        machine.run(RunBudget.of(110));
        assertEquals(List.of(2L, 2L), exceptions(machine));
    }

    @Test
    void aSleepingSystemIsResetByTheWatchdogToo() throws IOException {
        Machine machine = build(Program.image(
                0x14, "0248", "6421", "0160", "0321", "8160", "72b6", "00800040", "00000000", "30bf", "fde7"));
        machine.run(RunBudget.of(20_000));
        assertTrue(exceptions(machine).size() > 2, "NMIs: " + exceptions(machine));
    }

    @Test
    void timersAndPrioritiesUseTheBoardsWires() throws IOException {
        Machine machine = build(Program.image(0, STAY));
        store(machine, 0x4000_1008L, 5);
        store(machine, 0x4000_1000L, 9);
        store(machine, 0xE000_E100L, 1 << 9);
        store(machine, 0xE000_E408L, -1);
        assertEquals(0xE0E0_E0E0L, machine.bus().peek(0xE000_E408L, Width.WORD));
        machine.run(RunBudget.of(20));
        assertEquals(List.of(25L), exceptions(machine));
    }

    @Test
    void aRestoredMachineGoesOnAsBefore() throws IOException {
        Machine machine = build(Program.image(0, STAY));
        store(machine, 0x4000_4008L, 3);
        store(machine, 0x4000_0008L, 1000);
        store(machine, 0x4000_0000L, 9);
        machine.apply(new Input(0, "uart0", new byte[] {'x', 'y'}));
        machine.run(RunBudget.of(100));
        MachineState state = machine.save();
        String before = machine.digest();
        machine.run(RunBudget.of(5000));
        String after = machine.digest();
        assertNotEquals(before, after);
        machine.restore(state);
        assertEquals(before, machine.digest());
        machine.run(RunBudget.of(5000));
        assertEquals(after, machine.digest());
    }

    @Test
    void everyDeviceCanBeShownWithoutEffects() throws IOException {
        Machine machine = build(Program.image(0, STAY));
        String before = machine.digest();
        List<DeviceView> views = DeviceReader.readAll(machine.spaces()).devices();
        assertEquals(before, machine.digest());
        DeviceView uart = views.stream()
                .filter(view -> view.name().equals("uart0"))
                .findFirst()
                .orElseThrow();
        assertEquals(0x4000_4000L, uart.base());
        assertEquals("DATA", uart.registers().get(0).name());
        assertEquals(15, views.size());
    }

    @Test
    void theBoardsMemoryCannotBeChanged() throws IOException {
        MachineOptions options = new MachineOptions(0, 1 << 20, "", GuestFiles.unavailable());
        MachineBuilder builder = new MachineBuilder(BoardDescriptionTest.an385(), Program.image(0, STAY), options);
        assertTrue(assertThrows(BadInputException.class, builder::build)
                .getMessage()
                .contains("--memory"));
    }

    private static String refusal(Elf image) {
        return assertThrows(BadInputException.class, () -> build(image)).getMessage();
    }

    @Test
    void imagesThatDoNotFitAreRefusedWithTheReason() {
        byte[] some = new byte[64];
        assertTrue(refusal(Program.of(ElfMachine.X86_64, Elf.EXECUTABLE)).contains("is an image for x86-64"));
        assertTrue(refusal(Program.of(ElfMachine.ARM, Elf.RELOCATABLE)).contains("not linked"));
        assertTrue(refusal(Program.of(ElfMachine.ARM, Elf.EXECUTABLE)).contains("nothing at address 0"));
        assertTrue(refusal(Program.of(ElfMachine.ARM, Elf.EXECUTABLE, Program.segment(0x2000_0000L, some, 64)))
                .contains("nothing at address 0"));
        assertTrue(refusal(Program.of(ElfMachine.ARM, Elf.EXECUTABLE, Program.segment(0x0800_0000L, some, 64)))
                .contains("wants memory at 08000000"));
        assertTrue(refusal(Program.of(ElfMachine.ARM, Elf.EXECUTABLE, Program.segment(0x207F_FFC0L, some, 1L << 31)))
                .contains("wants memory at 20800000"));
        assertTrue(refusal(Program.of(ElfMachine.ARM, Elf.EXECUTABLE, Program.segment(0xFFFF_FFF0L, some, 1L << 31)))
                .contains("wants memory at fffffff0"));
    }
}
