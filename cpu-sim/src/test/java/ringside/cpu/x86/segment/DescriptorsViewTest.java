package ringside.cpu.x86.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ringside.cpu.x86.DescriptorTable;
import ringside.cpu.x86.SystemCore;

class DescriptorsViewTest {

    private static String line(DescriptorsView.Segment s) {
        return Integer.toHexString(s.selector()) + " " + s.kind() + "; " + s.details() + "; " + s.dpl() + "; "
                + s.loadedIn();
    }

    @Test
    void segmentsAreToldInWords() {
        SystemCore core = SystemCore.long64(3);
        core.setGdtr(new DescriptorTable(SystemCore.GDT, 0x5F));
        DescriptorsView.Table gdt = DescriptorsView.of(core).gdt();
        assertEquals(
                List.of(
                        "0 null; ; 0; ",
                        "8 32-bit code, readable, accessed; base 0, limit ffffffff; 0; ",
                        "10 data, writable, accessed; base 0, limit ffffffff; 0; ",
                        "18 64-bit code, readable, accessed; base 0, limit ffffffff; 0; ",
                        "20 32-bit code, readable, accessed; base 0, limit ffffffff; 3; ",
                        "28 data, writable, accessed; base 0, limit ffffffff; 3; ES SS DS",
                        "30 64-bit code, readable, accessed; base 0, limit ffffffff; 3; CS",
                        "38 64-bit TSS, busy; base 3000, limit 67; 0; TR",
                        "48 32-bit code, readable, conforming, accessed; base 0, limit ffffffff; 0; ",
                        "50 16-bit code, readable, accessed; base 0, limit fffff; 0; ",
                        "58 null; ; 0; "),
                gdt.segments().stream().map(DescriptorsViewTest::line).collect(Collectors.toList()));
    }

    @Test
    void gatesOfTheIdtHaveTheirTargetAndStack() {
        SystemCore core = SystemCore.long64(0);
        core.interruptGate(8, SystemCore.CODE64, 0xFFFF_8000_0000_9000L, 0x8E, 1);
        DescriptorsView.Vectors idt = DescriptorsView.of(core).idt();
        assertEquals(256, idt.vectors().size());
        assertEquals(
                new DescriptorsView.Vector(
                        8, "64-bit interrupt gate", SystemCore.CODE64, 0xFFFF_8000_0000_9000L, 0, true, 1),
                idt.vectors().get(8));
    }

    @Test
    void inRealModeTheIdtIsTheVectorTable() {
        SystemCore core = SystemCore.real();
        core.poke(0x21 * 4, 4, 0xF000_1234L);
        DescriptorsView view = DescriptorsView.of(core);
        assertEquals(
                new DescriptorsView.Vector(0x21, "far pointer", 0xF000, 0x1234, 0, true, 0),
                view.idt().vectors().get(0x21));
        assertTrue(view.gdt().segments().isEmpty(), "nobody has loaded GDTR");
    }

    @Test
    void theTssHasItsStacks() {
        DescriptorsView.Task task = DescriptorsView.of(SystemCore.long64(0)).task();
        assertEquals(64, task.bits());
        assertEquals(
                new DescriptorsView.Field(4, "RSP0", 8, SystemCore.RING_STACKS),
                task.fields().get(0));
        assertEquals("IST1", task.fields().get(3).name());
        assertEquals(0x24, task.fields().get(3).offset());
        task = DescriptorsView.of(SystemCore.protected32(0)).task();
        assertEquals(32, task.bits());
        assertEquals("SS0", task.fields().get(1).name());
    }

    @Test
    void anLdtIsShownWhenLdtrNamesOne() {
        SystemCore core = SystemCore.protected32(0);
        core.ldtr().load(0x60, SystemCore.LDT, 0xF, 0x8200);
        core.poke(SystemCore.LDT + 8, 8, SystemCore.gate(SystemCore.CODE32, 0x1234, 0xEC, 0));
        assertEquals(
                "c 32-bit call gate; to 8:1234; 3; ",
                line(DescriptorsView.of(core).ldt().segments().get(1)));
    }
}
