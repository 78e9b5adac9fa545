package ringside.cpu.x86.form;

import java.util.ArrayList;
import java.util.List;

/**
 * The opcode column of a form, read.
 *
 * @param map which opcode map
 * @param prefix the prefix that is part of the opcode
 * @param rexW 1 or 0 if REX.W (VEX.W) must be so, -1 if either
 * @param opcode the opcode byte; with a register or condition in it, the lowest one
 * @param span how many opcode bytes from there belong to the form: 1, 8 or 16
 * @param hasModRm whether a ModRM byte follows
 * @param digit what ModRM.reg must be, or -1
 * @param fixedModRm what the ModRM byte must be, or -1
 * @param modRmSpan how many ModRM bytes from there belong to the form: 1 or 8
 * @param immediates the immediates and displacements, in order, such as {@code iw|id}
 */
public record Encoding(
        OpcodeMap map,
        MandatoryPrefix prefix,
        int rexW,
        int opcode,
        int span,
        boolean hasModRm,
        int digit,
        int fixedModRm,
        int modRmSpan,
        List<String> immediates) {

    /** Copies the list. */
    public Encoding {
        immediates = List.copyOf(immediates);
    }

    /** Whether a VEX prefix encodes it. */
    public boolean isVex() {
        return map.ordinal() >= OpcodeMap.VEX_0F.ordinal();
    }

    /** Whether a condition is in the opcode. */
    public boolean hasCondition() {
        return span == 16;
    }

    /** Reads a column. */
    static Encoding parse(String column) {
        return new Reader(column).read();
    }

    private static final class Reader {
        private final String column;
        private OpcodeMap map = OpcodeMap.ONE_BYTE;
        private MandatoryPrefix prefix = MandatoryPrefix.ANY;
        private int rexW = -1;
        private int opcode = -1;
        private int span = 1;
        private boolean hasModRm;
        private int digit = -1;
        private int fixedModRm = -1;
        private int modRmSpan = 1;
        private final List<String> immediates = new ArrayList<>();
        private boolean sawEscape;

        Reader(String column) {
            this.column = column;
        }

        Encoding read() {
            String[] tokens = column.split(" ");
            for (int i = 0; i < tokens.length; i++) {
                token(tokens[i], i, tokens.length);
            }
            return new Encoding(map, prefix, rexW, opcode, span, hasModRm, digit, fixedModRm, modRmSpan, immediates);
        }

        private void token(String token, int position, int count) {
            if (token.startsWith("VEX.")) {
                vex(token);
            } else if (token.equals("NP")) {
                prefix = MandatoryPrefix.NONE;
            } else if (token.equals("REX.W")) {
                rexW = 1;
            } else if (token.equals("W0")) {
                rexW = 0;
            } else if (token.startsWith("/")) {
                hasModRm = true;
                digit = token.equals("/r") ? -1 : Integer.parseInt(token.substring(1));
            } else if (token.matches("[0-9A-F]{2}(\\+(r|cc|i))?")) {
                octet(token, position, count);
            } else {
                immediates.add(token);
            }
        }

        private void vex(String token) {
            for (String part : token.split("\\.")) {
                switch (part) {
                    case "VEX", "LZ", "L0", "WIG" ->
                        prefix = prefix == MandatoryPrefix.ANY ? MandatoryPrefix.NONE : prefix;
                    case "66" -> prefix = MandatoryPrefix.P66;
                    case "F2" -> prefix = MandatoryPrefix.F2;
                    case "F3" -> prefix = MandatoryPrefix.F3;
                    case "0F" -> map = OpcodeMap.VEX_0F;
                    case "0F38" -> map = OpcodeMap.VEX_0F38;
                    case "0F3A" -> map = OpcodeMap.VEX_0F3A;
                    case "W0" -> rexW = 0;
                    case "W1" -> rexW = 1;
                    default -> throw new IllegalArgumentException("not an encoding: " + column);
                }
            }
        }

        private void octet(String token, int position, int count) {
            int value = Integer.parseInt(token.substring(0, 2), 16);
            if (opcode < 0 && isPrefix(value, position, count)) {
                prefix = value == 0x66 ? MandatoryPrefix.P66 : value == 0xF2 ? MandatoryPrefix.F2 : MandatoryPrefix.F3;
            } else if (opcode < 0 && value == 0x0F && map == OpcodeMap.ONE_BYTE && !sawEscape) {
                map = OpcodeMap.TWO_BYTE;
                sawEscape = true;
            } else if (opcode < 0 && map == OpcodeMap.TWO_BYTE && (value == 0x38 || value == 0x3A)) {
                map = value == 0x38 ? OpcodeMap.THREE_BYTE_38 : OpcodeMap.THREE_BYTE_3A;
            } else if (opcode < 0) {
                opcode = value;
                span = token.endsWith("+r") ? 8 : token.endsWith("+cc") ? 16 : 1;
            } else {
                hasModRm = true;
                fixedModRm = value;
                modRmSpan = token.endsWith("+i") ? 8 : 1;
            }
        }

        /** 66, F2 and F3 are prefixes where more bytes of opcode follow; alone they never are opcodes here. */
        private boolean isPrefix(int value, int position, int count) {
            return !sawEscape
                    && map == OpcodeMap.ONE_BYTE
                    && position + 1 < count
                    && (value == 0x66 || value == 0xF2 || value == 0xF3);
        }
    }
}
