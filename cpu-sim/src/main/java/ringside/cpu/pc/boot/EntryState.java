package ringside.cpu.pc.boot;

import ringside.cpu.x86.DescriptorTable;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.processor.X86Processor;

/**
 * The registers with which a boot loader enters a kernel: protected mode without paging, flat segments, interrupts off.
 *
 * <p>The GDT that the segments come from lies in the firmware's memory, so that a kernel may reload them before it has a
 * GDT of its own.   @board Multiboot 0.6.96 3.2; Xen PVH start info
 *
 * @param entry the first instruction
 * @param eax a magic number, or 0
 * @param ebx the address of the loader's information
 */
record EntryState(long entry, long eax, long ebx) {
    static final int CODE = 0x08;
    static final int DATA = 0x10;
    private static final long LIMIT = 0xFFFF_FFFFL;
    private static final int CODE_ATTRIBUTES = 0x00C0_9B00;
    private static final int DATA_ATTRIBUTES = 0x00C0_9300;
    /** Somewhere in low memory, for kernels that push before they have a stack. */
    private static final long STACK = 0x7C00;

    /** The descriptors: null, code, data; already marked as accessed, since the memory is read-only. */
    static byte[] descriptors() {
        return new ByteWriter()
                .u64(0)
                .u64(0x00CF_9B00_0000_FFFFL)
                .u64(0x00CF_9300_0000_FFFFL)
                .toByteArray();
    }

    /** Sets the registers of a processor that was just reset. */
    void enter(X86Processor processor, long descriptors) {
        processor.system().cr0 = SystemRegisters.CR0_PE | SystemRegisters.CR0_ET;
        for (int segment : new int[] {X86Core.ES, X86Core.SS, X86Core.DS, X86Core.FS, X86Core.GS}) {
            processor.segment(segment).load(DATA, 0, LIMIT, DATA_ATTRIBUTES);
        }
        processor.segment(X86Core.CS).load(CODE, 0, LIMIT, CODE_ATTRIBUTES);
        processor.setGdtr(new DescriptorTable(descriptors, descriptors().length - 1));
        processor.setGpr(X86Core.RAX, eax);
        processor.setGpr(X86Core.RBX, ebx);
        processor.setGpr(X86Core.RDX, 0);
        processor.setGpr(X86Core.RSP, STACK);
        processor.writeRegister("rip", entry);
    }
}
