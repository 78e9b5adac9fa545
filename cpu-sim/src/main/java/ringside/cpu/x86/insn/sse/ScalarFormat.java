package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.floating.FloatingFormat;

/** The size of an encoded number in single or double precision. @sdm Vol.1 4.2.2 */
final class ScalarFormat {
    private ScalarFormat() {}

    static OperandSize size(FloatingFormat format) {
        return format == FloatingFormat.SINGLE ? OperandSize.DOUBLEWORD : OperandSize.QUADWORD;
    }
}
