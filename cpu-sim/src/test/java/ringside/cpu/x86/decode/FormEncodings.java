package ringside.cpu.x86.decode;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import ringside.cpu.x86.form.Encoding;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.MandatoryPrefix;
import ringside.cpu.x86.form.OpcodeMap;
import ringside.cpu.x86.form.OperandForm.Place;

/** Makes encodings of forms, with random registers, addresses, immediates and prefixes. */
final class FormEncodings {
    /** As many bytes as come behind ModRM at most: SIB, displacement, immediate. */
    private static final int TAIL = 12;

    private static final int[] SEGMENT_PREFIXES = {0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65};

    private final Random random;
    private final int codeBits;

    FormEncodings(Random random, int codeBits) {
        this.random = random;
        this.codeBits = codeBits;
    }

    /** An encoding of a form, followed by random bytes. */
    byte[] encoding(Form form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Encoding e = form.parsed();
        boolean memory = form.allowsMemory() && !form.is("ANYMOD") && (!form.allowsRegister() || random.nextBoolean());
        legacyPrefixes(form, e, memory, out);
        if (e.isVex()) {
            vex(e, out);
        } else {
            rex(form, e, out);
            escape(e.map(), out);
        }
        out.write(e.opcode() + random.nextInt(e.span()));
        if (e.hasModRm()) {
            out.write(modRm(e, memory));
        }
        byte[] tail = new byte[TAIL];
        random.nextBytes(tail);
        shorten(tail);
        out.writeBytes(tail);
        return out.toByteArray();
    }

    /** Small displacements and immediates are as likely as others. */
    private void shorten(byte[] tail) {
        if (random.nextInt(3) == 0) {
            byte fill = (byte) (random.nextBoolean() ? 0 : -1);
            for (int i = 2; i < tail.length; i++) {
                tail[i] = fill;
            }
        }
    }

    private boolean one(int chance) {
        return random.nextInt(chance) == 0;
    }

    private void legacyPrefixes(Form form, Encoding e, boolean memory, ByteArrayOutputStream out) {
        if (form.is("LOCK") && memory && one(3)) {
            out.write(0xF0);
        }
        if (!e.isVex()) {
            switch (e.prefix()) {
                case P66 -> out.write(0x66);
                case F2 -> out.write(0xF2);
                case F3 -> out.write(0xF3);
                default -> {
                    if (form.is("REP") && one(2)) {
                        out.write(one(2) ? 0xF2 : 0xF3);
                    }
                }
            }
            if (e.prefix() == MandatoryPrefix.ANY && one(4)) {
                out.write(0x66);
            }
        }
        boolean offset = form.operands().stream().anyMatch(o -> o.place() == Place.MEMORY_OFFSET);
        if (one(offset ? 12 : 6)) {
            out.write(0x67);
        }
        if (one(6)) {
            out.write(SEGMENT_PREFIXES[random.nextInt(SEGMENT_PREFIXES.length)]);
        }
    }

    private void rex(Form form, Encoding e, ByteArrayOutputStream out) {
        if (codeBits == 64 && (e.rexW() == 1 || one(2))) {
            int rex = 0x40 | random.nextInt(16);
            rex = e.rexW() == 1 ? rex | 8 : e.rexW() == 0 ? rex & ~8 : rex;
            out.write(form.is("NOREXB") ? rex & ~1 : rex);
        }
    }

    private void vex(Encoding e, ByteArrayOutputStream out) {
        int inverted = codeBits == 64 ? random.nextInt(8) : 7;
        int map = e.map().ordinal() - OpcodeMap.VEX_0F.ordinal() + 1;
        int w = e.rexW() >= 0 ? e.rexW() : random.nextInt(2);
        int pp = switch (e.prefix()) {
            case P66 -> 1;
            case F3 -> 2;
            case F2 -> 3;
            default -> 0;
        };
        out.write(0xC4);
        out.write(inverted << 5 | map);
        out.write(w << 7 | random.nextInt(16) << 3 | pp);
    }

    private static void escape(OpcodeMap map, ByteArrayOutputStream out) {
        switch (map) {
            case TWO_BYTE -> out.write(0x0F);
            case THREE_BYTE_38 -> {
                out.write(0x0F);
                out.write(0x38);
            }
            case THREE_BYTE_3A -> {
                out.write(0x0F);
                out.write(0x3A);
            }
            default -> {
                // Nothing stands before the opcode.
            }
        }
    }

    private int modRm(Encoding e, boolean memory) {
        if (e.fixedModRm() >= 0) {
            return e.fixedModRm() + random.nextInt(e.modRmSpan());
        }
        int mod = memory ? random.nextInt(3) : 3;
        int reg = e.digit() >= 0 ? e.digit() : random.nextInt(8);
        return mod << 6 | reg << 3 | random.nextInt(8);
    }
}
