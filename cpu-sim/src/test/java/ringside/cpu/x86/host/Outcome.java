package ringside.cpu.x86.host;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import ringside.cpu.x86.form.Form;

/**
 * What is compared of a case's outcome. The processors that the vectors were made on differ from the manual, or leave open
 * what it leaves open, in a few places; these are made zero.
 */
final class Outcome {
    private static final int STATUS_FLAGS = 0x8D5;
    private static final int CONDITION_CODES = 0x4700;

    private Outcome() {}

    /** The comparable part. */
    static byte[] of(Form form, FloatCase given, FloatCase found) {
        FloatCase c = new FloatCase(found.bytes.array().clone());
        int fx = FloatCase.FX;
        c.setAfter(4, c.after(4) & STATUS_FLAGS);
        c.setAfter(5, 0);
        // The last instruction: processors forget it at different times.
        zero(c, fx + 5, 19);
        zero(c, fx + 28, 4);
        for (int i = 0; i < 8; i++) {
            zero(c, fx + 32 + 16 * i + 10, 6);
        }
        zero(c, fx + 416, 96);
        int operand = given.code()[given.code().length - 1];
        switch (form.mnemonic()) {
            case "FNSTENV", "FNSAVE" -> zero(c, FloatCase.MEMORY + operand + 12, 16);
            case "FXSAVE", "FXSAVE64" -> {
                zero(c, FloatCase.MEMORY + operand + 6, 18);
                zero(c, FloatCase.MEMORY + operand + 28, 4);
            }
            // An estimate: the manual bounds its error only.
            case "RCPPS", "RCPSS", "RSQRTPS", "RSQRTSS" -> zero(c, fx + 160 + 16, 16);
            default -> zeroConditions(form, given, c);
        }
        return c.bytes.array();
    }

    /** An unmasked exception leaves the outcome of a comparison open, but the processor at hand changes it. */
    private static void zeroConditions(Form form, FloatCase given, FloatCase c) {
        int status = c.bytes.getShort(FloatCase.FX + 2);
        if (form.mnemonic().matches("FU?COMI.*")) {
            c.bytes.putShort(FloatCase.FX + 2, (short) (status & ~0x200));
        }
        boolean compares = form.mnemonic().matches("FU?COM.*|FICOM.*|FTST");
        if (compares && (given.bytes.getShort(FloatCase.FX) & 3) != 3) {
            c.bytes.putShort(FloatCase.FX + 2, (short) (status & ~CONDITION_CODES));
            c.setAfter(4, 0);
        }
        if (form.mnemonic().equals("CVTPI2PS") && given.code()[given.code().length - 1] > 0) {
            // With an operand in memory this processor leaves the x87 state and its exceptions alone.
            zero(c, 0, FloatCase.SIZE);
        }
    }

    private static void zero(FloatCase c, int at, int length) {
        for (int i = at; i < at + length; i++) {
            c.bytes.put(i, (byte) 0);
        }
    }

    /** Sixteen bits that tell outcomes apart. */
    static short digest(byte[] comparable) {
        CRC32 crc = new CRC32();
        crc.update(comparable);
        return (short) (crc.getValue() ^ crc.getValue() >>> 16);
    }

    /** The first difference, or null. */
    static String difference(Form form, FloatCase given, FloatCase real, FloatCase ours) {
        byte[] r = of(form, given, real);
        byte[] o = of(form, given, ours);
        int at = Arrays.mismatch(r, o);
        return at < 0 ? null : place(at) + "= real " + hex(r, at) + " ours " + hex(o, at);
    }

    private static String place(int at) {
        if (at < FloatCase.FX) {
            return new String[] {"signal", "rax", "rcx", "rdx", "flags", ""}[at / 8];
        }
        int fx = at - FloatCase.FX;
        if (at >= FloatCase.MEMORY) {
            return "memory+" + (at - FloatCase.MEMORY);
        }
        return fx < 32 ? "control+" + fx : fx < 160 ? "st" + (fx - 32) / 16 : "xmm" + (fx - 160) / 16;
    }

    /** Ten bytes, the last one first. */
    private static String hex(byte[] bytes, int at) {
        int start = at & ~7;
        byte[] part = new byte[10];
        for (int i = 0; i < 10 && start + i < bytes.length; i++) {
            part[9 - i] = bytes[start + i];
        }
        return HexFormat.of().formatHex(part);
    }

    /** A case for people. */
    static String text(FloatCase c) {
        StringBuilder s = new StringBuilder(HexFormat.of().formatHex(c.code()));
        s.append(" rax ").append(Long.toHexString(c.before(0)));
        s.append(" rcx ").append(Long.toHexString(c.before(1)));
        s.append(" rdx ").append(Long.toHexString(c.before(2)));
        byte[] bytes = c.bytes.array();
        s.append(String.format(" fcw %04x", c.bytes.getShort(FloatCase.FX)));
        s.append(String.format(" fsw %04x", c.bytes.getShort(FloatCase.FX + 2)));
        s.append(String.format(" ftw %02x", c.bytes.get(FloatCase.FX + 4)));
        s.append(String.format(" mxcsr %04x", c.bytes.getInt(FloatCase.FX + 24)));
        for (int i = 0; i < 3; i++) {
            s.append(" st").append(i).append(' ').append(hex(bytes, FloatCase.FX + 32 + 16 * i));
        }
        for (int i = 1; i < 3; i++) {
            s.append(String.format(
                    " xmm%d %016x%016x",
                    i, c.bytes.getLong(FloatCase.FX + 168 + 16 * i), c.bytes.getLong(FloatCase.FX + 160 + 16 * i)));
        }
        return s + " m32 " + hex(bytes, FloatCase.MEMORY + 32);
    }
}
