package ringside.cpu.x86.processor;

import java.util.HexFormat;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Ram;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.decode.X86Decoder;

/** A processor with 4 MiB of RAM at 0, in real mode at 0000:7C00 or in 64-bit mode at 0x10_0000, and nothing else. */
final class TestPc {
    static final long CODE_64 = 0x10_0000;
    static final long ROOT = 0x20_0000;

    final Bus bus = new Bus();
    final Ram ram = new Ram("ram", 0, 4 << 20);
    final Clock clock = new Clock();
    final X86Processor cpu;

    private TestPc() {
        bus.map(ram);
        cpu = new X86Processor(
                bus,
                clock,
                new TraceRing(64),
                new X86Decoder(),
                (m, a, c, b, r) -> new DisassemblyView(java.util.List.of()));
        cpu.reset();
    }

    static TestPc real(String code) {
        TestPc pc = new TestPc();
        pc.put(0x7C00, code);
        pc.cpu.segment(X86Core.CS).loadReal(0);
        pc.cpu.setRip(0x7C00);
        pc.cpu.systemChanged();
        return pc;
    }

    /** Ring 0, paging on: the first 2 MiB and the next map themselves as large pages. */
    static TestPc long64(String code) {
        TestPc pc = new TestPc();
        pc.put(CODE_64, code);
        pc.putLong(ROOT, ROOT + 0x1003);
        pc.putLong(ROOT + 0x1000, ROOT + 0x2003);
        pc.putLong(ROOT + 0x2000, 0x83);
        pc.putLong(ROOT + 0x2008, 0x20_0083);
        SystemRegisters system = pc.cpu.system();
        system.cr3 = ROOT;
        system.cr4 = SystemRegisters.CR4_PAE;
        system.cr0 = SystemRegisters.CR0_PE | SystemRegisters.CR0_PG | SystemRegisters.CR0_WP;
        system.efer = SystemRegisters.EFER_LME | SystemRegisters.EFER_LMA | SystemRegisters.EFER_NXE;
        pc.cpu.segment(X86Core.CS).load(8, 0, 0xFFFF_FFFFL, 0x20_9B00);
        pc.cpu.segment(X86Core.SS).load(0x10, 0, 0xFFFF_FFFFL, 0xC0_9300);
        pc.cpu.setRip(CODE_64);
        pc.cpu.setCpl(0);
        return pc;
    }

    void put(long address, String hex) {
        bus.poke(address, HexFormat.of().parseHex(hex.replace(" ", "")));
        cpu.memoryChanged();
    }

    void putLong(long address, long value) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (value >>> 8 * i);
        }
        bus.poke(address, bytes);
        cpu.memoryChanged();
    }

    StopReason run(long instructions) {
        return cpu.run(RunBudget.of(instructions));
    }
}
