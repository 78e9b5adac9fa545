package ringside.cpu.silicon;

import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.OperandForm;

/** Fills registers and memory so that the instruction of a case finds something to do. */
final class StateMaker {
    private static final int RAX = 0;
    private static final int RCX = 1;
    private static final int RDX = 2;
    private static final int RBX = 3;
    private static final int RSP = 4;
    private static final int RBP = 5;
    private static final int RSI = 6;
    private static final int RDI = 7;

    private static final String STORING = "F(B|I)?STT?P?";
    private static final String LARGE = "FN?SAVE|FN?STENV|FLDENV|FRSTOR|FX(SAVE|RSTOR).*";

    private final Values values;
    private final SiliconCase to;
    private final Form form;
    private final InstructionMaker.Made made;
    /** Whether what the instruction does not use stays zero, so that the vector is short. */
    private final boolean lean;

    StateMaker(Values values, SiliconCase to, Form form, InstructionMaker.Made made, boolean lean) {
        this.lean = lean;
        this.values = values;
        this.to = to;
        this.form = form;
        this.made = made;
    }

    void make() {
        values.onlySpecial(form.mnemonic().matches("R(CP|SQRT)[PS]S"));
        generalRegisters();
        if (made.address() != null) {
            addressRegisters();
        }
        if (made.segment() != 0 && made.address() == null) {
            // Whether an offset must be canonical before the base is added differs.
            setBase(form.assembly().contains("moffs") ? 0 : values.below(64));
        }
        stack();
        if (!lean || Implicit.uses(form, RSI)) {
            around(to.registers[RSI], 32);
            around(to.registers[RDI], 32);
        }
        to.showsSelectors = form.assembly().contains("Sreg") || form.assembly().matches("PUSH [CDEFGS]S");
        new FloatingStateMaker(values, to, form, made, lean).make();
        if (to.compat) {
            for (int i = 0; i < 16; i++) {
                to.registers[i] = i < 8 ? to.registers[i] & 0xFFFF_FFFFL : 0;
            }
        }
    }

    private void generalRegisters() {
        for (int i = 0; i < 16; i++) {
            to.registers[i] = isIdle(i) ? 0 : values.integer();
        }
        for (int i : new int[] {RSP, RBP, RSI, RDI}) {
            to.registers[i] = isIdle(i) ? 0 : pointer();
        }
        if (to.sixteen) {
            for (int i : new int[] {RSP, RBP}) {
                to.registers[i] = isIdle(i) ? 0 : values.integer() << 16 | Layout.LOW + values.below(8100);
            }
        }
        String mnemonic = form.mnemonic();
        if (!values.oneIn(8) && (form.is("REP") || form.assembly().contains("CL") || mnemonic.startsWith("LOOP"))) {
            to.registers[RCX] = values.below(values.oneIn(2) ? 5 : 70);
        }
        if (mnemonic.equals("CMPS") || mnemonic.equals("MOVS")) {
            // Which of two faults comes first is not told.
            to.registers[values.oneIn(2) ? RSI : RDI] = usableAddress();
        }
        boolean indirectCall = mnemonic.equals("CALL") && encodesRm();
        if (mnemonic.equals("POPA") || indirectCall) {
            to.registers[RSP] = (to.sixteen ? Layout.LOW : Layout.DATA) + 0x400 + values.below(0xC00);
        }
        if (mnemonic.startsWith("MASKMOV")) {
            // Where it faults, and whether unaligned, differs.
            to.registers[RDI] = usableAddress();
        }
        boolean large = memoryBits() >= 80 || mnemonic.matches(LARGE + "|" + STORING);
        if (mnemonic.equals("ENTER") || indirectCall || mnemonic.startsWith("MASKMOV") || large) {
            to.rflags &= ~Rflags.AC;
        }
        if (mnemonic.equals("INS") || mnemonic.equals("OUTS")) {
            to.registers[RCX] |= 1;
        }
        if (mnemonic.startsWith("XLAT")) {
            to.registers[RBX] = pointer();
        }
        if (mnemonic.endsWith("DIV") && !values.oneIn(4)) {
            to.registers[RDX] = values.oneIn(2) ? 0 : to.registers[RAX] >> 63;
            to.registers[RAX] = values.oneIn(2) ? to.registers[RAX] : (int) to.registers[RAX];
        }
        if (mnemonic.equals("BT") || mnemonic.equals("BTS") || mnemonic.equals("BTR") || mnemonic.equals("BTC")) {
            to.registers[made.regField() & 15] = values.oneIn(10) ? values.integer() : values.below(200) - 100;
        }
        if (form.assembly().matches("(CALL|JMP) r/m.*") && made.rmField() != RSP && !values.oneIn(4)) {
            to.registers[made.rmField()] = values.address(to.compat, 8);
        }
    }

    /** Whether a register does not matter for a lean case. */
    private boolean isIdle(int n) {
        boolean inModRm = form.parsed().hasModRm() && (n == made.regField() || n == made.rmField());
        boolean inOpcode = form.operands().stream().anyMatch(o -> o.place() == OperandForm.Place.OPCODE);
        return lean && !inModRm && !inOpcode && !Implicit.uses(form, n);
    }

    /** What FXRSTOR finds; sometimes reserved bits of MXCSR are set. */
    private void savedState(long address) {
        byte[] head = values.bytes(32);
        head[26] = (byte) (values.oneIn(8) ? 1 : 0);
        head[27] = 0;
        to.put(address, head);
        for (int i = 0; i < 8; i++) {
            to.put(address + 32 + 16 * i, values.extended());
        }
        to.put(address + 160, values.bytes(128));
        to.put(address + 288, values.bytes(128));
    }

    /**
     * Whether the operand is so large that processors access it in an order of their own, or is not accessed after an
     * unmasked exception by all.
     */
    private boolean needsWholeOperand() {
        String mnemonic = form.mnemonic();
        boolean storesNumber = mnemonic.matches(STORING);
        to.isMasked = storesNumber && (values.oneIn(3) || to.compat && made.codeSegment());
        return mnemonic.matches(LARGE) || storesNumber && !to.isMasked;
    }

    private long usableAddress() {
        long offset = 0x400 + (form.mnemonic().startsWith("FX") ? 16L : 8L) * values.below(0x180);
        boolean low = to.compat && made.shortAddress();
        return low ? values.integer() << 16 | Layout.LOW + offset : Layout.DATA + offset;
    }

    private boolean encodesRm() {
        return form.parsed().hasModRm();
    }

    private long pointer() {
        if (to.compat && made.shortAddress() && !values.oneIn(4)) {
            return values.integer() << 16 | Layout.LOW + values.below(8100);
        }
        return values.address(to.compat, 32);
    }

    /** The size of the operand in memory as far as it is known, in bits. */
    private int memoryBits() {
        for (OperandForm operand : form.operands()) {
            if (operand.place() == OperandForm.Place.RM || operand.place() == OperandForm.Place.RM_MEMORY) {
                return operand.memorySize(64) == 0 && operand.text().matches(".*m(128|80).*")
                        ? 128
                        : operand.memorySize(64);
            }
        }
        return 64;
    }

    private void addressRegisters() {
        MadeAddress address = made.address();
        long mask = address.bits() == 64 ? -1 : (1L << address.bits()) - 1;
        boolean whole = needsWholeOperand();
        long target = address.bits() == 16 && !whole
                ? Layout.LOW + values.below(8190)
                : whole ? usableAddress() : values.address(to.compat || address.bits() == 32, memoryBits());
        target &= address.bits() == 16 ? mask : -1;
        if (address.base() < 0 && values.oneIn(2) && address.index() >= 0) {
            to.registers[address.index()] = values.below(16);
        }
        int index = address.index();
        if (index >= 0 && (whole || !values.oneIn(4))) {
            to.registers[index] = values.below(64);
        }
        long scaled = index < 0 ? 0 : to.registers[index] << address.scaleShift();
        long offset = scaled + address.value();
        long base = made.segment() == 0 ? 0 : values.below(4) * 0x100L;
        if (address.base() >= 0) {
            long rest = values.oneIn(2) ? values.integer() & ~mask : 0;
            to.registers[address.base()] = target - base - offset & mask | rest;
        } else {
            long from = address.isRipRelative() ? to.rip + made.code().length : 0;
            target = (from + offset & mask) + base;
        }
        if (made.segment() != 0) {
            setBase(base);
        }
        if (form.mnemonic().equals("CALL") && address.base() == RSP) {
            to.put(target, littleEndian(Layout.CODE + values.below(4000)));
        }
        if (form.mnemonic().matches("FXSAVE.*")) {
            to.savedAt = target;
        }
        if (form.mnemonic().equals("LDMXCSR")) {
            // Bit 17 exists on some processors.
            to.put(target, new byte[] {(byte) values.integer(), (byte) values.integer(), (byte) values.below(2), 0});
        }
        if (form.mnemonic().matches("FXRSTOR.*")) {
            savedState(target);
        }
        around(target, Math.max(lean ? 8 : 32, memoryBits() / 8));
        if (form.mnemonic().startsWith("CMPXCHG") && values.oneIn(2)) {
            equalOperand(target);
        }
    }

    private void equalOperand(long target) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (to.registers[RAX] >>> 8 * i);
        }
        boolean pair = !form.mnemonic().equals("CMPXCHG");
        int start = form.mnemonic().equals("CMPXCHG8B") ? 4 : 8;
        for (int i = 0; pair && i < 8; i++) {
            bytes[start + i] = (byte) (to.registers[RDX] >>> 8 * i);
        }
        to.put(target, bytes);
    }

    private void setBase(long base) {
        if (made.segment() == 0x64) {
            to.fsBase = base;
        } else {
            to.gsBase = base;
        }
    }

    /** What returns and pops find. */
    private void stack() {
        long top = to.registers[RSP] & (to.sixteen ? 0xFFFF : -1);
        if (form.mnemonic().equals("LEAVE")) {
            around(to.registers[RBP] & (to.sixteen ? 0xFFFF : -1), 16);
        }
        if (form.mnemonic().equals("RET") && !values.oneIn(4)) {
            to.put(top, littleEndian(values.address(to.compat, 8)));
        }
        if (form.mnemonic().startsWith("XLAT")) {
            around(to.registers[RBX] + (to.registers[RAX] & 0xFF), 8);
        }
        if (!lean || Implicit.uses(form, RSP)) {
            around(top, 32);
        }
    }

    private static byte[] littleEndian(long value) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (value >>> 8 * i);
        }
        return bytes;
    }

    private void around(long address, int bytes) {
        int before = bytes / 2;
        if (!lean) {
            to.put(to.compat ? address - before & 0xFFFF_FFFFL : address - before, values.bytes(before));
        }
        to.put(to.compat ? address & 0xFFFF_FFFFL : address, values.bytes(bytes));
    }
}
