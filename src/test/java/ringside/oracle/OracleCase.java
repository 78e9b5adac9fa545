package ringside.oracle;

import java.util.HexFormat;

/**
 * A few instructions and the registers they start with.
 *
 * @param form the encoding under test, by its name in the table
 * @param code the instructions, in memory order
 * @param steps how many instructions are executed
 * @param registers R0 to R15 and xPSR
 */
record OracleCase(String form, byte[] code, int steps, int[] registers) {
    static final int PC = 15;
    static final int XPSR = 16;

    int pc() {
        return registers[PC];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(form + " [" + HexFormat.of().formatHex(code) + "]");
        for (int i = 0; i < registers.length; i++) {
            text.append(i < 16 ? " r" + i : " xpsr").append('=').append(Integer.toHexString(registers[i]));
        }
        return text.toString();
    }
}
