package ringside.cpu.image.dwarf;

import java.util.Map;
import java.util.TreeMap;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.RegisterReader;
import ringside.cpu.image.UnreadableException;

/**
 * What a Cortex-M processor stacked when it took an exception.   @arm B1.5.6 and B1.5.7 (DDI 0403)
 *
 * @param address where the interrupted code goes on
 * @param registers its registers, as far as they are known
 */
record ExceptionFrame(long address, Map<String, Long> registers) {
    private static final String[] STACKED = {"r0", "r1", "r2", "r3", "r12", "lr", "pc", "xpsr"};
    private static final long WITHOUT_FLOATING_POINT = 0x10;
    private static final long PROCESS_STACK = 0x4;
    private static final long ALIGNED = 1 << 9;

    /** Whether a value in the link register is the sign of an exception's return.   @arm B1.5.8 */
    static boolean isReturn(long link) {
        return (link & 0xFFFF_FFE0L) == 0xFFFF_FFE0L
                && ((link & 0xF) == 0x1 || (link & 0xF) == 0x9 || (link & 0xF) == 0xD);
    }

    /** Whether the interrupted code used the process stack. */
    static boolean isOnProcessStack(long link) {
        return (link & PROCESS_STACK) != 0;
    }

    /** The frame that the return with a link value would take off the stack. */
    static ExceptionFrame read(long link, Map<String, Long> handler, RegisterReader live, MemoryReader memory) {
        Long stack = isOnProcessStack(link) ? Long.valueOf(live.read("psp")) : handler.get("sp");
        if (stack == null) {
            throw new UnreadableException("the stack pointer of the interrupted code is not known");
        }
        Map<String, Long> registers = new TreeMap<>(handler);
        for (int i = 0; i < STACKED.length; i++) {
            registers.put(STACKED[i], memory.unsigned(stack + 4L * i & 0xFFFF_FFFFL, 4));
        }
        long size = (link & WITHOUT_FLOATING_POINT) != 0 ? 0x20 : 0x68;
        long padding = (registers.get("xpsr") & ALIGNED) != 0 ? 4 : 0;
        registers.put("sp", stack + size + padding & 0xFFFF_FFFFL);
        registers.put("pc", registers.get("pc") & 0xFFFF_FFFEL);
        return new ExceptionFrame(registers.get("pc"), registers);
    }
}
