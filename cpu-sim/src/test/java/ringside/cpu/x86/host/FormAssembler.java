package ringside.cpu.x86.host;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import ringside.cpu.x86.form.Encoding;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.form.MandatoryPrefix;

/** Encodes a form with registers 1 (in ModRM.reg) and 2 (in ModRM.rm), or with memory at RBX and a displacement. */
final class FormAssembler {
    private FormAssembler() {}

    static byte[] assemble(Form form, boolean memory, int displacement, Random random) {
        Encoding e = form.parsed();
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        if (e.prefix() != MandatoryPrefix.ANY && e.prefix() != MandatoryPrefix.NONE) {
            code.write(e.prefix() == MandatoryPrefix.P66 ? 0x66 : e.prefix() == MandatoryPrefix.F3 ? 0xF3 : 0xF2);
        }
        boolean wide = form.assembly().contains("32|64") && random.nextBoolean();
        if (e.rexW() == 1 || wide) {
            code.write(0x48);
        }
        switch (e.map()) {
            case TWO_BYTE -> code.write(0x0F);
            case ONE_BYTE -> {}
            default -> throw new IllegalArgumentException(form.toString());
        }
        code.write(e.opcode() + (e.span() == 8 ? 1 : 0));
        if (e.fixedModRm() >= 0) {
            code.write(e.fixedModRm() + (e.modRmSpan() == 8 ? random.nextInt(8) : 0));
        } else if (e.hasModRm()) {
            int reg = e.digit() >= 0 ? e.digit() : 1;
            code.write((memory ? 0x43 : 0xC2) | reg << 3);
            if (memory) {
                code.write(displacement);
            }
        }
        for (int i = 0; i < e.immediates().size(); i++) {
            code.write(random.nextInt(3) == 0 ? random.nextInt(256) : random.nextInt(20));
        }
        return code.toByteArray();
    }
}
