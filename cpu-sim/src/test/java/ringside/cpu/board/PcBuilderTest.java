package ringside.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.BadInputException;
import ringside.cpu.bus.Width;
import ringside.cpu.image.GuestImage;
import ringside.cpu.machine.Input;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.MachineState;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.pc.boot.BootModule;
import ringside.cpu.register.DeviceReader;
import ringside.cpu.semihosting.GuestFiles;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.view.DeviceView;

/** The whole board: small programs in a ROM, from the reset vector on, in real mode. */
class PcBuilderTest {
    private static final int ROM_SIZE = 65536;

    static BoardDescription pc() throws IOException {
        try (Reader text = Files.newBufferedReader(Path.of("../resources/boards/pc.json"))) {
            return BoardDescription.read("boards/pc.json", text);
        }
    }

    /** A ROM whose code begins at F000:0000, to which the reset vector jumps. */
    private static GuestImage rom(String... code) {
        byte[] rom = new byte[ROM_SIZE];
        byte[] bytes = HexFormat.of().parseHex(String.join("", code).replace(" ", ""));
        System.arraycopy(bytes, 0, rom, 0, bytes.length);
        byte[] jump = HexFormat.of().parseHex("ea000000f0");
        System.arraycopy(jump, 0, rom, 0xFFF0, jump.length);
        return GuestImage.of("test.rom", rom);
    }

    private static Machine machine(GuestImage image, long memory) throws IOException {
        MachineOptions options = new MachineOptions(0, memory, "", GuestFiles.unavailable());
        Machine machine = new MachineBuilder(pc(), image, options).build();
        machine.trace().record(CpuEventKind.CONSOLE.bit());
        return machine;
    }

    static Machine machine(String... code) throws IOException {
        return machine(rom(code), 0);
    }

    private static String printed(Machine machine, String console) {
        StringBuilder text = new StringBuilder();
        int port = machine.consoles().indexOf(console);
        for (int i = 0; i < machine.trace().size(); i++) {
            if (machine.trace().argument(i, 0) == port) {
                text.append((char) machine.trace().argument(i, 1));
            }
        }
        return text.toString();
    }

    @Test
    void aRomStartsAtTheResetVectorAndItsEndIsBelowOneMegabyteToo() throws IOException {
        Machine machine = machine("f4");
        assertEquals(0xFFFF_FFF0L, machine.processor().programCounter());
        machine.step();
        assertEquals(0xF_0000L, machine.processor().programCounter());
        assertEquals(0xEA, machine.bus().peek(0xFFFF_FFF0L, Width.BYTE));
        assertEquals(0xEA, machine.bus().peek(0xF_FFF0L, Width.BYTE));
    }

    @Test
    void theExitDeviceEndsTheRunWithItsCode() throws IOException {
        // mov al, 0x10; out 0xf4, al
        Machine machine = machine("b010 e6f4 ebfe");
        StopReason stop = machine.run(RunBudget.of(1000));
        assertEquals(33, assertInstanceOf(StopReason.Halted.class, stop).exitCode());
        assertEquals(stop, machine.run(RunBudget.of(1000)));
    }

    @Test
    void consolesAreTheSerialPortAndTheDebugPort() throws IOException {
        // mov dx, 0x3f8; mov al, 'h'; out dx, al; mov al, 'd'; out 0xe9, al; hlt
        Machine machine = machine("baf803 b068 ee b064 e6e9 f4");
        assertInstanceOf(StopReason.WaitingForInput.class, machine.run(RunBudget.of(1000)));
        assertEquals(List.of("uart0", "debug"), machine.consoles());
        assertEquals(List.of("keyboard", "scancodes", "uart0", "nmi"), machine.ports());
        assertEquals("h", printed(machine, "uart0"));
        assertEquals("d", printed(machine, "debug"));
    }

    /** Counts interrupts of the timer at 0x500, through the 8259 pair: 1,000 Hz, sleeping between them. */
    private static final String[] TICKS = {
        "fa 31c0 8ed8 8ed0 bc007c", // cli; xor ax,ax; mov ds,ax; mov ss,ax; mov sp,0x7c00
        "66b91b000000 0f32 80e4f7 0f30", // the local APIC off, by IA32_APIC_BASE: the pair has the pin
        "c706200080 00 c7062200 00f0", // [0x20] = offset of the handler, [0x22] = f000
        "b011 e620 b008 e621 b004 e621 b001 e621 b0fe e621", // ICW1 to ICW4, only the timer
        "b034 e643 b0a9 e640 b004 e640", // mode 2, 1193
        "fb f4 ebfd", // sti; hlt; jmp to the hlt
    };

    private static GuestImage ticks() {
        String code = String.join("", TICKS).replace(" ", "");
        String handler = "ff060005 b020 e620 cf"; // inc word [0x500]; end of interrupt; iret
        return rom(code + "90".repeat(0x80 - code.length() / 2), handler);
    }

    @Test
    void theTimerWakesTheProcessorThroughThePair() throws IOException {
        Machine machine = machine(ticks(), 0);
        machine.run(RunBudget.of(1000));
        long ticks = machine.bus().peek(0x500, Width.HALFWORD);
        assertTrue(ticks > 100, ticks + " interrupts");
        long perTick = machine.clock().cycles() / ticks;
        assertTrue(Math.abs(perTick - 25_000) < 500, perTick + " cycles a tick");
    }

    @Test
    void aRestoredMachineGoesOnAsBefore() throws IOException {
        Machine machine = machine(ticks(), 0);
        machine.run(RunBudget.of(500));
        MachineState saved = machine.save();
        String digest = machine.digest();
        machine.run(RunBudget.of(777));
        String later = machine.digest();
        machine.restore(saved);
        assertEquals(digest, machine.digest());
        for (int i = 0; i < 777; i++) {
            machine.step();
        }
        assertEquals(later, machine.digest());
    }

    @Test
    void devicesBehindPortsAreInTheDigest() throws IOException {
        Machine machine = machine("f4");
        String before = machine.digest();
        machine.apply(new Input(0, "uart0", "x".getBytes(StandardCharsets.US_ASCII)));
        assertTrue(!before.equals(machine.digest()));
    }

    @Test
    void lookingAtAllDevicesChangesNothing() throws IOException {
        Machine machine = machine(ticks(), 0);
        machine.run(RunBudget.of(500));
        String digest = machine.digest();
        List<DeviceView> views = DeviceReader.readAll(machine.spaces()).devices();
        assertEquals(digest, machine.digest());
        DeviceView pit = views.stream()
                .filter(view -> view.name().equals("pit"))
                .findFirst()
                .orElseThrow();
        assertEquals(0x40, pit.base());
        assertEquals(1193, pit.registers().get(1).value());
        DeviceView pic = views.stream()
                .filter(view -> view.name().equals("pic"))
                .findFirst()
                .orElseThrow();
        assertEquals(0xFE, pic.registers().get(2).value());
        assertEquals(0x21, pic.registers().get(2).address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"b006 baf90c ee", "b0fe e664", "b003 e692"})
    void aResetStartsAnew(String reset) throws IOException {
        // the reset is asked for only once: inc word [0x500]; cmp word [0x500], 2; jne over hlt; hlt
        String count = "31c0 8ed8 ff060005 833e000502 7501 f4";
        Machine machine = machine(count, reset, "ebfe");
        assertInstanceOf(StopReason.WaitingForInput.class, machine.run(RunBudget.of(1000)));
        assertEquals(2, machine.bus().peek(0x500, Width.HALFWORD));
        assertTrue(machine.mark() < 30, "at mark " + machine.mark());
    }

    @ParameterizedTest
    @ValueSource(longs = {1 << 20, 2 << 20, 1 << 30})
    void memoryHasTheSizeAskedFor(long bytes) throws IOException {
        Machine machine = machine(rom("f4"), bytes);
        long ram = machine.bus().rams().stream()
                .filter(r -> r.name().equals("main"))
                .mapToLong(r -> r.base() + r.size())
                .sum();
        assertEquals(bytes == 1 << 20 ? 0 : bytes, ram);
    }

    @ParameterizedTest
    @ValueSource(longs = {4096, (1 << 20) - 4096, (1 << 20) + 1, (1L << 30) + 4096})
    void otherSizesAreRefused(long bytes) {
        BadInputException bad = assertThrows(BadInputException.class, () -> machine(rom("f4"), bytes));
        assertTrue(bad.getMessage().contains("from 1M to 1G"), bad.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 4097, (16 << 20) + 4096})
    void aFileThatIsNoRomIsRefused(int size) {
        GuestImage image = GuestImage.of("x.bin", new byte[size]);
        BadInputException bad = assertThrows(BadInputException.class, () -> machine(image, 0));
        assertTrue(bad.getMessage().contains("neither an ELF file nor a ROM image"), bad.getMessage());
    }

    @Test
    void aFlatMultibootKernelStartsInProtectedModeAndStartsAnewAfterAReset() throws IOException {
        // at 0x100020: inc dword [0x500]; cmp dword [0x500], 3; ... RAM is emptied by a reset, so count in the CMOS
        int load = 0x10_0000;
        byte[] file = new byte[0x80];
        int flags = 1 << 16;
        int[] header = {0x1BAD_B002, flags, -(0x1BAD_B002 + flags), load, load, 0, 0, load + 0x20};
        for (int i = 0; i < header.length * 4; i++) {
            file[i] = (byte) (header[i / 4] >>> 8 * (i % 4));
        }
        // mov al,0x50; out 0x70,al; in al,0x71; inc al; out 0x71,al; cmp al,3; jne reset; out 0xf4,al; reset: mov al,6;
        // mov dx,0xcf9; out dx,al; jmp $
        byte[] code = HexFormat.of().parseHex("b050e670e471fec0e6713c037502e6f4b00666baf90ceeebfe");
        System.arraycopy(code, 0, file, 0x20, code.length);
        Machine machine = machine(GuestImage.of("flat.bin", file), 0);
        assertEquals(load + 0x20, machine.processor().programCounter());
        StopReason stop = machine.run(RunBudget.of(1000));
        assertEquals(7, assertInstanceOf(StopReason.Halted.class, stop).exitCode());
    }

    @Test
    void cortexBoardsHaveNoModules() throws IOException {
        MachineOptions options = MachineOptions.DEFAULT.withModules(List.of(new BootModule("m", new byte[1])));
        MachineBuilder builder = new MachineBuilder(BoardDescriptionTest.an385(), Program.image(0, "fee7"), options);
        assertThrows(BadInputException.class, builder::build);
    }
}
