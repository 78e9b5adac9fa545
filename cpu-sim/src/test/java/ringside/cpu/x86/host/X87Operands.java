package ringside.cpu.x86.host;

import java.util.Random;
import ringside.cpu.x86.form.Form;

/** Operands of x87 instructions in memory. */
final class X87Operands {
    private X87Operands() {}

    static void put(FloatCase c, Form form, int displacement, Random random, FloatValues values) {
        int at = FloatCase.MEMORY + displacement;
        String assembly = form.assembly();
        if (assembly.contains("m32fp")) {
            c.bytes.putInt(at, values.single());
        } else if (assembly.contains("m64fp")) {
            c.bytes.putLong(at, values.encodedDouble());
        } else if (assembly.contains("m80fp")) {
            int signExponent = values.signExponent();
            c.bytes.putLong(at, values.significand(signExponent));
            c.bytes.putShort(at + 8, (short) signExponent);
        } else if (assembly.startsWith("FXRSTOR")) {
            c.bytes.putInt(at + 24, random.nextInt(random.nextInt(4) == 0 ? 0x20000 : 0x10000));
        } else if (assembly.contains("m80bcd")) {
            for (int i = 0; i < 10; i++) {
                c.bytes.put(at + i, (byte) (random.nextInt(10) << 4 | random.nextInt(10)));
            }
        }
    }
}
