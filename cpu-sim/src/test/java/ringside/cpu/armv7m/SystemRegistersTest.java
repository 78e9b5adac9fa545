package ringside.cpu.armv7m;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.view.RegistersView;

/** Special registers, the private peripherals, bit-banding and views. @arm B3.2, B5.2 */
class SystemRegistersTest {

    /** Reset values. @arm DDI 0337 Table 4-1 */
    @ParameterizedTest
    @CsvSource({
        "e000ed00, 412fc231",
        "e000ed04, 00000800",
        "e000ed08, 00000000",
        "e000ed0c, fa050000",
        "e000ed14, 00000200",
        "e000ed24, 00000000",
        "e000ed90, 00000800",
        "e000e010, 00000000",
        "e000e01c, 0000270f",
        "e000e004, 00000000",
        "e0001000, 40000000"
    })
    void resetValues(String address, String value) {
        Rig rig = Rig.with(Rig.program().nop());
        assertEquals(Integer.parseUnsignedInt(value, 16), rig.register(Integer.parseUnsignedInt(address, 16)));
    }

    @Test
    void prioritiesAndFaultStatusMayBeAccessedByTheByteOthersNot() {
        Rig rig = Rig.with(Rig.program().nop());
        var registers = rig.cpu.privatePeripherals();
        registers.store(0xED1F, Width.BYTE, 0xFF);
        assertEquals(0xE000_0000, registers.peek(0xED1C, Width.WORD), "three bits are implemented");
        assertEquals(0xE000, registers.peek(0xED1E, Width.HALFWORD));
        registers.store(0xE402, Width.HALFWORD, 0x60A0);
        assertEquals(0x60A0_0000, registers.peek(0xE400, Width.WORD));
        assertThrows(BusFault.class, () -> registers.store(0xED04, Width.BYTE, 0));
        assertThrows(BusFault.class, () -> registers.load(0xE010, Width.HALFWORD));
    }

    /** @arm Cortex-M3 TRM (DDI 0337) 8.2: the registers of the NVIC may be accessed by byte, halfword, and word. */
    @Test
    void interruptsAreEnabledAndPendedByTheByteToo() {
        Rig rig = Rig.with(Rig.program().nop());
        var registers = rig.cpu.privatePeripherals();
        registers.store(0xE100, Width.WORD, 0x5A5A);
        registers.store(0xE101, Width.BYTE, 0xFF);
        assertEquals(0xFF5A, registers.peek(0xE100, Width.WORD));
        registers.store(0xE180, Width.BYTE, 0x0A);
        assertEquals(0xFF50, registers.peek(0xE180, Width.WORD), "the other lanes are left as they are");
        assertEquals(0xFF, registers.peek(0xE101, Width.BYTE) & 0xFF);
        registers.store(0xE202, Width.HALFWORD, 0x8001);
        assertEquals(0x8001_0000, registers.peek(0xE200, Width.WORD));
        registers.store(0xE283, Width.BYTE, 0x80);
        assertEquals(0x0001_0000, registers.peek(0xE280, Width.WORD));
    }

    @Test
    void shcsrShowsWhatIsActivePendingAndEnabled() {
        Rig rig = Rig.with(Rig.program().poke(0xE000_ED24, 0x0007_0000).svc(0));
        rig.runTo(Rig.handler(11));
        assertEquals(0x0007_0080, rig.register(0xE000_ED24));
        assertEquals(0x0000_080B, rig.register(0xE000_ED04), "ICSR: RETTOBASE, VECTACTIVE");
    }

    @Test
    void unprivilegedCodeReadsZeroAndWritesNothing() {
        Program program =
                Rig.program().load(0, 0x2000_6000).msr(9, 0).movs(0, 3).msr(20, 0);
        program.movs(1, 1)
                .mrs(2, 8)
                .mrs(3, 20)
                .msr(16, 1)
                .msr(19, 1)
                .half(0xB672)
                .mrs(4, 16);
        int end = program.here();
        Rig rig = Rig.with(program.nop());
        rig.runTo(end);
        assertEquals(0, rig.reg("r2"), "MSP");
        assertEquals(3, rig.reg("r3"), "CONTROL may be read");
        assertEquals(0, rig.reg("primask"));
        assertEquals(0, rig.reg("faultmask"));
        assertEquals("Thread mode, unprivileged, on PSP", rig.cpu.registers().mode());
    }

    @Test
    void basepriMaxOnlyRaises() {
        Program program =
                Rig.program().movs(0, 0x80).movs(1, 0xC0).movs(2, 0x40).movs(3, 0);
        program.msr(18, 0)
                .msr(18, 1)
                .mrs(4, 17)
                .msr(18, 2)
                .mrs(5, 17)
                .msr(18, 3)
                .mrs(6, 17);
        int end = program.here();
        Rig rig = Rig.with(program.nop());
        rig.runTo(end);
        assertEquals(0x80, rig.reg("r4"));
        assertEquals(0x40, rig.reg("r5"));
        assertEquals(0x40, rig.reg("r6"));
    }

    @Test
    void apsrIsWrittenAndRead() {
        Program program = Rig.program()
                .load(0, 0xA800_0000)
                .half(0xF380, 0x8800)
                .mrs(1, 0)
                .mrs(2, 3);
        int end = program.here();
        Rig rig = Rig.with(program.nop());
        rig.runTo(end);
        assertEquals(0xA800_0000, rig.reg("r1"));
        assertEquals(0xA800_0000, rig.reg("r2"), "EPSR reads as 0");
        assertEquals(0xA900_0000, rig.reg("xpsr"));
    }

    @Test
    void bitBandWordsAreBits() {
        Program program = Rig.program();
        // bit 9 of the word at 0x2000_0104
        program.poke(0x2200_0000 + 0x104 * 32 + 9 * 4, 0xFFFF_FFFF);
        program.load(0, 0x2200_0000 + 0x104 * 32 + 9 * 4).ldr(1, 0, 0).ldr(2, 0, 4);
        int end = program.here();
        Rig rig = Rig.with(program.nop());
        rig.runTo(end);
        assertEquals(0x200, rig.word(0x2000_0104));
        assertEquals(1, rig.reg("r1"));
        assertEquals(0, rig.reg("r2"));
    }

    @Test
    void aBitBandWriteIsSeenByReadsThatWereRememberedBefore() {
        Program program =
                Rig.program().load(0, 0x2000_0104).ldr(1, 0, 0).movs(2, 0).str(2, 0, 8);
        program.poke(0x2200_0000 + 0x104 * 32, 1).ldr(1, 0, 0);
        int end = program.here();
        Rig rig = Rig.with(program.nop());
        rig.machine.save();
        rig.runTo(end);
        assertEquals(1, rig.reg("r1"));
    }

    @Test
    void theCycleCounterCounts() {
        Program program =
                Rig.program().poke(0xE000_EDFC, 1 << 24).poke(0xE000_1004, 100).poke(0xE000_1000, 1);
        program.nop().nop().load(0, 0xE000_1004).ldr(1, 0, 0).ldr(2, 0, 0);
        int end = program.here();
        Rig rig = Rig.with(program.nop());
        rig.runTo(end);
        assertEquals(104, rig.reg("r1"));
        assertEquals(105, rig.reg("r2"));
    }

    @Test
    void looksChangeNothing() {
        Rig rig = Rig.with(
                Rig.program().poke(0xE000_E014, 3).poke(0xE000_E010, 7).nop().nop());
        rig.run(8);
        String digest = rig.machine.digest();
        for (int offset = 0; offset < 0x10_0000; offset += 4) {
            rig.cpu.privatePeripherals().peek(offset, Width.WORD);
        }
        rig.cpu.registers();
        rig.cpu.nvicView();
        rig.cpu.mpuView();
        rig.cpu.disassemble(0, 1000);
        rig.cpu.disassemble(0xE000_0000L, 10);
        for (String name : rig.cpu.registerNames()) {
            rig.cpu.readRegister(name);
        }
        assertEquals(digest, rig.machine.digest());
    }

    @Test
    void registersCanBeWrittenByName() {
        Rig rig = Rig.with(Rig.program().nop());
        for (String name : rig.cpu.registerNames()) {
            long value = switch (name) {
                case "xpsr" -> 0xF900_0000L;
                case "control" -> 2;
                case "primask", "faultmask" -> 1;
                case "basepri" -> 0x60;
                default -> 0x2000_0100;
            };
            rig.cpu.writeRegister(name, value);
            assertEquals(value, rig.cpu.readRegister(name), name);
        }
        assertThrows(IllegalArgumentException.class, () -> rig.cpu.readRegister("eax"));
        RegistersView view = rig.cpu.registers();
        assertEquals("negative", view.find("xpsr").orElseThrow().fields().get(0).meaning());
        assertTrue(view.find("cfsr").isPresent());
    }

    @Test
    void disassemblyFollowsItBlocks() {
        Rig rig = Rig.with(Rig.program().half(0xBF14).movs(0, 1).movs(0, 2).movs(0, 3)); // ite ne
        DisassemblyView view = rig.cpu.disassemble(Rig.CODE, 4);
        assertEquals(
                java.util.List.of("ite", "movne", "moveq", "movs"),
                view.lines().stream().map(line -> line.mnemonic()).toList());
    }
}
