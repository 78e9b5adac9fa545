package ringside.cpu.x86.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ringside.cpu.x86.form.Form;

/** Makes random cases of a form. */
final class FloatCases {
    private final Random random;
    private final FloatValues values;

    FloatCases(long seed) {
        random = new Random(seed);
        values = new FloatValues(random);
    }

    List<FloatCase> list(Form form, int count) {
        List<FloatCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(of(form));
        }
        return cases;
    }

    private FloatCase of(Form form) {
        FloatCase c = new FloatCase();
        boolean memory = form.allowsMemory() && (!form.allowsRegister() || random.nextInt(3) == 0);
        int displacement = 32 + (random.nextInt(12) == 0 ? random.nextInt(17) : 0);
        c.setCode(FormAssembler.assemble(form, memory, displacement, random));
        for (int i = 0; i < 3; i++) {
            c.setBefore(i, integer());
        }
        c.setBefore(3, 0x202 | random.nextInt(0x1000) & 0x8D5);
        boolean mmx = form.assembly().contains("mm/m") && !form.assembly().contains("xmm")
                || form.assembly().contains(" mm");
        x87(c, mmx);
        for (int i = 0; i < 4; i++) {
            long[] vector = vector(form);
            c.bytes.putLong(FloatCase.FX + 160 + 16 * i, vector[0]);
            c.bytes.putLong(FloatCase.FX + 168 + 16 * i, vector[1]);
        }
        c.bytes.putInt(FloatCase.FX + 24, mxcsr());
        memory(c, form, displacement);
        return c;
    }

    private void memory(FloatCase c, Form form, int displacement) {
        for (int i = 0; i < FloatCase.MEMORY_SIZE; i += 8) {
            c.bytes.putLong(FloatCase.MEMORY + i, random.nextLong());
        }
        long[] vector = vector(form);
        c.bytes.putLong(FloatCase.MEMORY + displacement, vector[0]);
        c.bytes.putLong(FloatCase.MEMORY + displacement + 8, vector[1]);
        if (form.mnemonic().equals("LDMXCSR") && random.nextInt(4) != 0) {
            c.bytes.putInt(FloatCase.MEMORY + displacement, random.nextInt(0x10000));
        }
        if (form.mnemonic().equals("LDMXCSR")) {
            // AMD processors define bit 17.
            int at = FloatCase.MEMORY + displacement;
            c.bytes.putInt(at, c.bytes.getInt(at) & ~(1 << 17));
        }
        if (form.mnemonic().startsWith("F")) {
            X87Operands.put(c, form, displacement, random, values);
        }
    }

    private long integer() {
        long value = random.nextLong();
        return switch (random.nextInt(5)) {
            case 0 -> value >> random.nextInt(64);
            case 1 -> 1L << random.nextInt(64);
            case 2 -> random.nextInt(5) - 2;
            default -> value;
        };
    }

    private long[] vector(Form form) {
        String name = form.mnemonic();
        boolean single = name.endsWith("SS")
                || name.endsWith("PS")
                || name.startsWith("CVTPS")
                || name.startsWith("CVTSS")
                || name.startsWith("CVTTPS")
                || name.startsWith("CVTTSS");
        boolean packedDouble = name.endsWith("SD")
                || name.endsWith("PD")
                || name.startsWith("CVTPD")
                || name.startsWith("CVTSD")
                || name.startsWith("CVTTPD")
                || name.startsWith("CVTTSD");
        if (name.startsWith("CVTDQ") || name.startsWith("CVTPI")) {
            return new long[] {(int) integer() & 0xFFFF_FFFFL | integer() << 32, integer()};
        }
        if (single) {
            return new long[] {
                values.single() & 0xFFFF_FFFFL | (long) values.single() << 32,
                values.single() & 0xFFFF_FFFFL | (long) values.single() << 32
            };
        }
        return packedDouble
                ? new long[] {values.encodedDouble(), values.encodedDouble()}
                : new long[] {integers(), random.nextLong()};
    }

    /** Small numbers so that shift counts matter, and lanes at their limits. */
    private long integers() {
        if (random.nextInt(3) == 0) {
            return random.nextInt(70);
        }
        long value = random.nextLong();
        for (int at = 0; at < 64; at += 8) {
            int edge = random.nextInt(8);
            if (edge < 3) {
                value = value & ~(0xFFL << at) | (edge == 0 ? 0L : edge == 1 ? 0x7FL : 0x80L) << at;
            }
        }
        return value;
    }

    private int mxcsr() {
        int masks = random.nextInt(3) == 0 ? random.nextInt(64) : 0x3F;
        int sticky = random.nextInt(4) == 0 ? random.nextInt(64) : 0;
        int modes = (random.nextInt(4) == 0 ? 0x8000 : 0) | (random.nextInt(4) == 0 ? 0x40 : 0);
        return modes | random.nextInt(4) << 13 | masks << 7 | sticky;
    }

    private void x87(FloatCase c, boolean mmx) {
        int precision = new int[] {0, 2, 3, 3}[random.nextInt(4)];
        int masks = random.nextInt(4) == 0 ? random.nextInt(64) : 0x3F;
        int control = 0x40 | masks | precision << 8 | random.nextInt(4) << 10;
        int sticky = random.nextInt(4) == 0 ? random.nextInt(64) : 0;
        if (random.nextInt(8) != 0) {
            sticky &= masks;
        }
        int status = random.nextInt(0x10000) & 0x4700 | random.nextInt(8) << 11 | sticky;
        if ((sticky & ~masks) != 0) {
            status |= 0x8080;
        }
        c.bytes.putShort(FloatCase.FX, (short) control);
        c.bytes.putShort(FloatCase.FX + 2, (short) status);
        c.bytes.put(FloatCase.FX + 4, (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : 0xFF));
        for (int i = 0; i < 8; i++) {
            int at = FloatCase.FX + 32 + 16 * i;
            int signExponent = mmx ? 0xFFFF : values.signExponent();
            c.bytes.putLong(at, mmx ? integers() : values.significand(signExponent));
            c.bytes.putShort(at + 8, (short) signExponent);
        }
        pair(c, mmx);
    }

    /** Makes the first two numbers of the stack close to each other at times. */
    private void pair(FloatCase c, boolean mmx) {
        int at = FloatCase.FX + 32;
        if (!mmx && random.nextInt(3) == 0) {
            c.bytes.putLong(at + 16, c.bytes.getLong(at) ^ (random.nextBoolean() ? 0 : values.fraction(63)));
            c.bytes.putShort(at + 24, (short) (c.bytes.getShort(at + 8) + random.nextInt(5) - 2));
        }
    }
}
