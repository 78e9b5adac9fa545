package ringside.cpu.x86.insn;

import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Ram;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.x86.AccessPrivilege;
import ringside.cpu.x86.AddressTranslation;
import ringside.cpu.x86.CodeObserver;
import ringside.cpu.x86.InstructionDecoder;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.decode.X86Decoder;

/** A processor for tests of single instructions: user code in flat segments, 64 KiB of RAM at 0, no paging. */
public final class FlatX86 extends X86Core {
    /** Where instructions lie. */
    public static final long ADDRESS = 0x1000;

    private static final int MEMORY_BYTES = 0x1_0000;
    private static final long LIMIT = 0xFFFF_FFFFL;
    private static final int LONG = 0x20_FB00;
    private static final int BIG = 0x40_FB00;
    private static final int SMALL = 0x00_FB00;
    private static final int DATA = 0xC0_F300;
    private static final X86Decoder DECODER = new X86Decoder();

    private final int codeBits;
    private final Ram ram = new Ram("ram", 0, MEMORY_BYTES);
    private String asked = "";

    /** A processor that executes 64-bit, 32-bit or 16-bit code, all in protected mode. */
    public FlatX86(int codeBits) {
        super(new Bus(), new Clock(), new TraceRing(16));
        this.codeBits = codeBits;
        memory().bus().map(ram);
        memory().connect(new Identity(), new NoCode(), () -> {});
        system().cr0 = SystemRegisters.CR0_PE | SystemRegisters.CR0_PG;
        system().efer = codeBits == 64 ? SystemRegisters.EFER_LME | SystemRegisters.EFER_LMA : 0;
        for (int i = ES; i <= GS; i++) {
            segment(i).load(0x2B, 0, LIMIT, DATA);
        }
        segment(CS).load(0x33, 0, LIMIT, codeBits == 64 ? LONG : codeBits == 32 ? BIG : SMALL);
        setCpl(3);
    }

    /** Linear addresses are physical ones. */
    private record Identity() implements AddressTranslation {
        @Override
        public long translate(long linear, MemoryAccess access, AccessPrivilege privilege) {
            return linear & 0xFFFF_FFFF_FFFFL;
        }

        @Override
        public long peek(long linear) {
            return linear & 0xFFFF_FFFF_FFFFL;
        }
    }

    /** Nothing is kept. */
    private record NoCode() implements CodeObserver {
        @Override
        public boolean hasCode(Ram ram, int page) {
            return false;
        }

        @Override
        public void codeWritten(Ram ram, int page, int offset, int length) {}

        @Override
        public void translationForgotten(long linear) {}
    }

    /** Decodes an instruction. Bytes behind the given ones are 0. */
    public InstructionDecoder.Decoded decode(byte[] code) {
        return DECODER.decode(i -> i < code.length ? code[i] & 0xFF : 0, codeBits, false);
    }

    /** Executes one instruction as if it lay at {@link #ADDRESS}; gives the fault that it caused, or null. */
    public X86Fault execute(byte[] code) {
        InstructionDecoder.Decoded decoded = decode(code);
        rip = ADDRESS;
        nextRip = ADDRESS + decoded.length();
        try {
            decoded.instruction().execute(this);
            return null;
        } catch (X86Fault fault) {
            nextRip = rip;
            return fault;
        }
    }

    /** Gives a byte of memory a value. */
    public void setByte(long address, int value) {
        memory().bus().poke(address, new byte[] {(byte) value});
    }

    /** Its memory, from 0 on. */
    public byte[] allMemory() {
        byte[] all = new byte[MEMORY_BYTES];
        for (int i = 0; i < ram.pageCount(); i++) {
            System.arraycopy(ram.page(i), 0, all, i * Ram.PAGE_SIZE, Ram.PAGE_SIZE);
        }
        return all;
    }

    /** The bytes of a page of its memory. */
    public byte[] page(int number) {
        return ram.page(number).clone();
    }

    /** Makes all of memory 0 but for the bytes of a page. */
    public void setOnlyPage(int number, byte[] bytes) {
        ram.clear();
        memory().forgetAll();
        System.arraycopy(bytes, 0, ram.writablePage(number), 0, Ram.PAGE_SIZE);
    }

    /** What was asked of the system: {@code halt} or {@code shutdown}; empty if nothing was. */
    public String asked() {
        return asked;
    }

    @Override
    public void halt() {
        asked = "halt";
    }

    @Override
    public void shutdown(String diagnosis) {
        asked = "shutdown";
    }
}
