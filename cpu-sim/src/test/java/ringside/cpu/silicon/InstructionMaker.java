package ringside.cpu.silicon;

import java.io.ByteArrayOutputStream;
import java.util.List;
import ringside.cpu.x86.form.Encoding;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.MandatoryPrefix;
import ringside.cpu.x86.form.OperandForm;

/** Encodes an instruction of a form, with prefixes, registers, address and immediates of its own choice. */
final class InstructionMaker {
    private static final int RSP = 4;

    private final Values values;
    private final Form form;
    private final Encoding encoding;
    private final boolean is64;
    private final int codeBits;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private boolean operandPrefix;
    private boolean addressPrefix;
    private int segmentPrefix;
    private int rex;
    private int opcode;
    private int regField;
    private MadeAddress address;
    private int rmField;

    InstructionMaker(Values values, Form form, int codeBits) {
        this.values = values;
        this.form = form;
        this.encoding = form.parsed();
        this.codeBits = codeBits;
        this.is64 = codeBits == 64;
    }

    /**
     * An instruction.
     *
     * @param regField ModRM.reg with REX.R
     * @param address how it addresses memory by ModRM, or null
     * @param shortAddress whether addresses have 16 bits
     * @param codeSegment whether there is a prefix for CS
     * @param segment 0x64 or 0x65 if the segment is FS or GS, else 0
     */
    record Made(
            byte[] code,
            int regField,
            int rmField,
            MadeAddress address,
            int segment,
            boolean shortAddress,
            boolean codeSegment) {}

    Made make() {
        choosePrefixes();
        opcode = encoding.opcode() + values.below(encoding.span());
        int modRm = encoding.hasModRm() ? chooseModRm() : -1;
        prefixes();
        opcode();
        if (modRm >= 0) {
            out.write(modRm);
            if (address != null) {
                out.writeBytes(address.bytesBehindModRm());
            }
        }
        immediates();
        int segment = segmentPrefix == 0x64 || segmentPrefix == 0x65 ? segmentPrefix : 0;
        int reg = regField | (rex & 4) << 1;
        return new Made(
                out.toByteArray(), reg, rmField | (rex & 1) << 3, address, segment, isShort(), segmentPrefix == 0x2E);
    }

    private boolean isVariable() {
        return form.operands().stream().anyMatch(OperandForm::isVariable)
                || encoding.immediates().stream().anyMatch(s -> s.contains("|"));
    }

    private void choosePrefixes() {
        MandatoryPrefix prefix = encoding.prefix();
        boolean free = prefix == MandatoryPrefix.ANY && !encoding.isVex();
        boolean repeated = prefix == MandatoryPrefix.F2 || prefix == MandatoryPrefix.F3;
        int odds = isVariable() ? 4 : 40;
        operandPrefix = prefix == MandatoryPrefix.P66 || (free || repeated && !encoding.isVex()) && values.oneIn(odds);
        addressPrefix = values.oneIn(is64 ? 16 : 5);
        if (values.oneIn(12)) {
            int[] choices = is64 ? new int[] {0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65} : new int[] {0x26, 0x2E, 0x36, 0x3E};
            segmentPrefix = choices[values.below(choices.length)];
        }
        if (is64) {
            chooseRex();
        }
    }

    private void chooseRex() {
        boolean w = encoding.rexW() >= 0 ? encoding.rexW() == 1 : values.oneIn(isVariable() ? 3 : 12);
        rex = (w ? 0x48 : 0) | (values.oneIn(2) ? 0x40 | values.below(8) : 0);
        if (form.is("NOREXB")) {
            rex &= ~1;
        }
    }

    private int chooseModRm() {
        if (encoding.fixedModRm() >= 0) {
            int modRm = encoding.fixedModRm() + values.below(encoding.modRmSpan());
            regField = modRm >>> 3 & 7;
            rmField = modRm & 7;
            return modRm;
        }
        regField = encoding.digit() >= 0 ? encoding.digit() : values.below(8);
        boolean memory = form.allowsMemory() && !form.is("ANYMOD") && !(form.allowsRegister() && values.oneIn(2));
        if (!memory) {
            rmField = values.below(8);
            return 0xC0 | regField << 3 | rmField;
        }
        address = chooseAddress();
        return address.mod() << 6 | regField << 3 | address.rm();
    }

    private MadeAddress chooseAddress() {
        if (isShort()) {
            int mod16 = values.below(3);
            int rm16 = values.below(8);
            boolean direct = mod16 == 0 && rm16 == 6;
            return MadeAddress.of16(mod16, rm16, direct ? Layout.LOW + values.below(7400) : values.integer());
        }
        int bits = is64 && !addressPrefix ? 64 : 32;
        int mod = values.below(3);
        int rm = values.oneIn(3) ? RSP : values.below(8);
        int sib = rm == RSP ? values.below(256) : -1;
        if (sib >= 0 && (sib & 7 | (rex & 1) << 3) == (sib >>> 3 & 7 | (rex & 2) << 2)) {
            sib = sib & ~0x38 | RSP << 3;
            rex &= ~2;
        }
        int displacement = (int) values.integer();
        if (mod == 0 && sib < 0 && is64) {
            displacement = (int) (Layout.DATA - Layout.CODE) + values.below(0xA00);
        } else if (mod == 0) {
            displacement = (int) (Layout.DATA + values.below(0x1D00));
        }
        return new MadeAddress(bits, is64, mod, rm, sib, rex, displacement);
    }

    /** Whether addresses have 16 bits. */
    private boolean isShort() {
        return !is64 && addressPrefix == (codeBits == 32);
    }

    private boolean lockIsFair() {
        return form.is("LOCK") && address != null ? values.oneIn(6) : values.oneIn(60);
    }

    private void prefixes() {
        if (encoding.isVex()) {
            legacyPrefixes();
            vex();
            return;
        }
        if (lockIsFair()) {
            out.write(0xF0);
        }
        repeatPrefix();
        legacyPrefixes();
        if (rex != 0) {
            out.write(rex);
        }
    }

    private void repeatPrefix() {
        boolean plain =
                encoding.prefix() == MandatoryPrefix.ANY && encoding.map().ordinal() == 0;
        if (encoding.prefix() == MandatoryPrefix.F2) {
            out.write(0xF2);
        } else if (encoding.prefix() == MandatoryPrefix.F3) {
            out.write(0xF3);
        } else if (form.is("REP") ? !values.oneIn(3) : plain && values.oneIn(30)) {
            out.write(0xF2 + values.below(2));
        }
    }

    private void legacyPrefixes() {
        if (operandPrefix && !encoding.isVex()) {
            out.write(0x66);
        }
        if (addressPrefix) {
            out.write(0x67);
        }
        if (segmentPrefix != 0) {
            out.write(segmentPrefix);
        }
    }

    private void vex() {
        int map = encoding.map().ordinal() - 3;
        int prefix = switch (encoding.prefix()) {
            case P66 -> 1;
            case F3 -> 2;
            case F2 -> 3;
            default -> 0;
        };
        int register = values.below(is64 ? 16 : 8);
        boolean usesRegister = form.operands().stream().anyMatch(o -> o.place() == OperandForm.Place.VVVV);
        out.write(0xC4);
        out.write((~rex & 7) << 5 | map);
        out.write((rex & 8) << 4 | (usesRegister ? ~register & 15 : 15) << 3 | prefix);
    }

    private void opcode() {
        switch (encoding.map()) {
            case TWO_BYTE -> out.write(0x0F);
            case THREE_BYTE_38 -> out.writeBytes(new byte[] {0x0F, 0x38});
            case THREE_BYTE_3A -> out.writeBytes(new byte[] {0x0F, 0x3A});
            default -> {
                // One byte, or VEX has said it.
            }
        }
        out.write(opcode);
    }

    private int operandBits() {
        if (!is64) {
            return operandPrefix == (codeBits == 32) ? 16 : 32;
        }
        if ((rex & 8) != 0 || form.is("F64")) {
            return 64;
        }
        return operandPrefix ? 16 : form.is("D64") ? 64 : 32;
    }

    private void immediates() {
        List<String> all = encoding.immediates();
        for (String alternatives : all) {
            String[] sizes = alternatives.split("\\|");
            int choice = operandBits() == 16 ? 0 : operandBits() == 32 ? 1 : 2;
            String size = sizes[Math.min(choice, sizes.length - 1)];
            if (size.equals("mo")) {
                int bytes = is64 ? addressPrefix ? 4 : 8 : isShort() ? 2 : 4;
                long place = isShort() ? Layout.LOW + values.below(8000) : values.address(!is64, 64);
                number(place, bytes);
                continue;
            }
            int bytes = switch (size.charAt(1)) {
                case 'b' -> 1;
                case 'w' -> 2;
                case 'd' -> 4;
                case 'p' -> operandBits() == 16 ? 4 : 6;
                default -> 8;
            };
            number(values.integer(), bytes);
        }
    }

    private void number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> 8 * i) & 0xFF);
        }
    }
}
