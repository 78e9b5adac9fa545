package ringside.cpu.silicon;

import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.OperandForm;

/** Fills XMM, MMX and x87 registers, and control registers of floating-point operations. */
final class FloatingStateMaker {
    private static final int MXCSR_MASKS = 0x1F80;
    private static final int X87_MASKS = 0x3F;

    private final Values values;
    private final SiliconCase to;
    private final Form form;
    private final InstructionMaker.Made made;
    private final boolean lean;

    FloatingStateMaker(Values values, SiliconCase to, Form form, InstructionMaker.Made made, boolean lean) {
        this.values = values;
        this.to = to;
        this.form = form;
        this.made = made;
        this.lean = lean;
    }

    void make() {
        to.usesXmm = form.operands().stream().anyMatch(o -> o.kind() == OperandForm.Kind.XMM)
                || form.mnemonic().matches(".*MXCSR|FX(SAVE|RSTOR).*");
        boolean x87 =
                (form.parsed().opcode() & 0xF8) == 0xD8 && form.parsed().map().ordinal() == 0;
        boolean mmx = form.operands().stream().anyMatch(o -> o.kind() == OperandForm.Kind.MMX)
                || form.mnemonic().equals("EMMS");
        to.usesX87 = x87 || mmx || form.mnemonic().matches("FN?WAIT|WAIT|FX(SAVE|RSTOR).*");
        if (to.usesXmm) {
            sse();
        }
        if (to.usesX87) {
            x87(mmx);
        }
    }

    private void sse() {
        int rounding = values.below(4) << 13;
        int zeros = (values.oneIn(4) ? 0x8000 : 0) | (values.oneIn(4) ? 0x40 : 0);
        int masks = values.oneIn(6) ? values.below(64) << 7 : MXCSR_MASKS;
        int sticky = values.oneIn(4) ? values.below(64) : 0;
        to.mxcsr = rounding | zeros | masks | sticky;
        for (int n : new int[] {made.regField() & 15, made.rmField() & 15}) {
            to.xmm[n] = values.bytes(16);
        }
        if (!lean) {
            to.xmm[values.below(to.compat ? 8 : 16)] = values.bytes(16);
        }
        for (int n = 0; n < 16 && form.parsed().isVex(); n++) {
            to.xmm[n] = values.bytes(16);
        }
    }

    private void x87(boolean mmx) {
        int precision = new int[] {0, 2, 3, 3}[values.below(4)] << 8;
        int masks = values.oneIn(6) ? values.below(64) : X87_MASKS;
        if (to.isMasked) {
            masks = X87_MASKS;
        }
        if (isComparison()) {
            masks |= 3;
        }
        to.fcw = 0x40 | values.below(4) << 10 | precision | masks;
        int top = values.below(8);
        int conditions = values.below(16) & (isComparison() ? ~2 : ~0);
        to.fsw = top << 11 | (conditions & 7) << 8 | (conditions & 8) << 11 | (values.oneIn(4) ? values.below(64) : 0);
        if ((to.fsw & 0x3F & ~to.fcw) != 0) {
            to.fsw |= 0x8080;
        }
        to.tags = values.oneIn(3) ? values.below(256) : 0xFF;
        if (form.mnemonic().equals("CVTPI2PS") && made.address() != null) {
            // Whether it enters MMX state then differs: so that has been entered already.
            to.fsw = 0;
            to.tags = 0xFF;
        }
        for (int i = 0; i < 8; i++) {
            if (lean && !mmx && i > 1 && !values.oneIn(8)) {
                continue;
            }
            to.st[i] = mmx && values.oneIn(2) ? ones(values.bytes(10)) : values.extended();
        }
    }

    /** What processors do with C1, and after an unmasked exception, differs. */
    private boolean isComparison() {
        return form.mnemonic().matches("FU?COM.*|FICOM.*|FTST");
    }

    private static byte[] ones(byte[] value) {
        value[8] = -1;
        value[9] = -1;
        return value;
    }
}
