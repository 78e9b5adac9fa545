package ringside.cpu.x86.insn;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import ringside.cpu.x86.form.Encoding;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.MandatoryPrefix;

/**
 * Encodes instructions of a form with random registers, immediates and operand size. What may lie in memory lies between
 * {@link #FIRST} and {@link #LAST}, whatever the registers hold.
 */
final class RandomEncoding {
    static final int FIRST = 0x8000;
    static final int LAST = 0x8100;

    private final Random random;
    private final int codeBits;
    private final Encoding encoding;
    private final Form form;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private RandomEncoding(Form form, Random random, int codeBits) {
        this.form = form;
        this.random = random;
        this.codeBits = codeBits;
        encoding = form.parsed();
    }

    static byte[] of(Form form, Random random, int codeBits) {
        return new RandomEncoding(form, random, codeBits).write();
    }

    private byte[] write() {
        if (encoding.isVex()) {
            vex();
        } else {
            prefixes();
            escape();
        }
        out.write(encoding.opcode() + random.nextInt(encoding.span()));
        if (encoding.hasModRm()) {
            modRm();
        }
        byte[] immediates = new byte[8 * encoding.immediates().size()];
        random.nextBytes(immediates);
        out.writeBytes(immediates);
        return out.toByteArray();
    }

    /** REX.X stays 0, for then the SIB byte names no index. */
    private int rex() {
        int w = encoding.rexW() >= 0 ? encoding.rexW() << 3 : random.nextInt(2) << 3;
        return 0x40 | w | random.nextInt(8) & ~2;
    }

    private void prefixes() {
        switch (encoding.prefix()) {
            case P66 -> out.write(0x66);
            case F2 -> out.write(0xF2);
            case F3 -> out.write(0xF3);
            default -> {
                if (encoding.prefix() == MandatoryPrefix.ANY && random.nextInt(3) == 0) {
                    out.write(0x66);
                }
            }
        }
        if (codeBits == 64 && (encoding.rexW() > 0 || random.nextInt(3) > 0)) {
            out.write(rex());
        }
    }

    private void escape() {
        switch (encoding.map()) {
            case TWO_BYTE -> out.write(0x0F);
            case THREE_BYTE_38 -> out.writeBytes(new byte[] {0x0F, 0x38});
            case THREE_BYTE_3A -> out.writeBytes(new byte[] {0x0F, 0x3A});
            default -> {
                // One byte.
            }
        }
    }

    private void vex() {
        int rex = codeBits == 64 ? rex() : 0x40;
        int prefix = switch (encoding.prefix()) {
            case P66 -> 1;
            case F3 -> 2;
            case F2 -> 3;
            default -> 0;
        };
        int register = form.usesVexRegister() ? random.nextInt(codeBits == 64 ? 16 : 8) : 0;
        out.write(0xC4);
        out.write((~rex & 7) << 5 | encoding.map().ordinal() - 3);
        out.write((rex & 8) << 4 | (~register & 15) << 3 | prefix);
    }

    private void modRm() {
        int reg = encoding.digit() >= 0 ? encoding.digit() : random.nextInt(8);
        if (form.allowsRegister() && (random.nextBoolean() || !form.allowsMemory())) {
            out.write(0xC0 | reg << 3 | random.nextInt(8));
            return;
        }
        if (codeBits == 64) {
            out.write(reg << 3 | 4);
            out.write(0x25);
        } else {
            out.write(reg << 3 | 5);
        }
        int place = FIRST + random.nextInt(LAST - FIRST - 8);
        out.write(place);
        out.write(place >>> 8);
        out.write(0);
        out.write(0);
    }
}
