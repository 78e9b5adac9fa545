package ringside.cpu.x86.decode;

import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.OpcodeMap;
import ringside.cpu.x86.form.Prefixes;
import ringside.cpu.x86.form.Repeat;

/**
 * Reads the prefixes of an instruction, REX and VEX among them. @sdm Vol.2A 2.1.1, 2.2.1, 2.3.5
 *
 * <p>Of the prefixes of a group the last counts. A REX byte counts only right before the opcode. In 64-bit mode the
 * overrides for ES, CS, SS and DS mean nothing.
 */
final class PrefixReader {
    private final InstructionReader in;
    private final boolean is64;
    private boolean lock;
    private Repeat repeat = Repeat.NONE;
    private boolean operandSize;
    private boolean addressSize;
    private int segment = -1;
    private int rex;
    private OpcodeMap vexMap;
    private int vexRegister;
    private boolean vexLong;
    private boolean undefined;

    PrefixReader(InstructionReader in, int codeBits) {
        this.in = in;
        is64 = codeBits == 64;
    }

    Prefixes read(boolean vexAllowed) {
        while (legacy(in.peek()) || is64 && rex(in.peek())) {
            in.next();
        }
        boolean vex = vexAllowed && (in.peek() == 0xC4 || in.peek() == 0xC5) && (is64 || in.peekBehind() >= 0xC0);
        if (vex) {
            vex();
        }
        return new Prefixes(lock, repeat, operandSize, addressSize, segment, rex, in.position());
    }

    private boolean legacy(int octet) {
        switch (octet) {
            case 0xF0 -> lock = true;
            case 0xF2 -> repeat = Repeat.REPNE;
            case 0xF3 -> repeat = Repeat.REPE;
            case 0x66 -> operandSize = true;
            case 0x67 -> addressSize = true;
            case 0x26, 0x2E, 0x36, 0x3E -> segment = is64 ? segment : octet >>> 3 & 3;
            case 0x64 -> segment = X86Core.FS;
            case 0x65 -> segment = X86Core.GS;
            default -> {
                return false;
            }
        }
        rex = 0;
        return true;
    }

    private boolean rex(int octet) {
        if (octet >>> 4 == 4) {
            rex = octet;
            return true;
        }
        return false;
    }

    private void vex() {
        undefined = lock || repeat != Repeat.NONE || operandSize || rex != 0;
        boolean three = in.next() == 0xC4;
        int first = in.next();
        int last = three ? in.next() : first & 0x7F;
        int inverted = ~first;
        rex = (inverted >>> 5 & 4) | (three ? inverted >>> 5 & 3 | last >>> 4 & 8 : 0);
        rex = rex == 0 ? 0 : 0x40 | rex;
        int map = three ? first & 0x1F : 1;
        vexMap = switch (map) {
            case 1 -> OpcodeMap.VEX_0F;
            case 2 -> OpcodeMap.VEX_0F38;
            case 3 -> OpcodeMap.VEX_0F3A;
            default -> null;
        };
        undefined |= vexMap == null;
        vexRegister = ~last >>> 3 & 15;
        vexLong = (last & 4) != 0;
        operandSize = (last & 3) == 1;
        repeat = (last & 3) == 2 ? Repeat.REPE : (last & 3) == 3 ? Repeat.REPNE : Repeat.NONE;
        if (!is64) {
            rex &= 0x48;
        }
    }

    /** The opcode map that a VEX prefix chose, or null without one. */
    OpcodeMap vexMap() {
        return vexMap;
    }

    /** The register in VEX.vvvv. */
    int vexRegister() {
        return is64 ? vexRegister : vexRegister & 7;
    }

    /** Whether VEX.vvvv is anything but 1111. */
    boolean hasVexRegister() {
        return vexRegister != 0;
    }

    /** Whether the prefixes make the instruction undefined, whatever it is. */
    boolean isUndefined() {
        return undefined || vexLong;
    }
}
