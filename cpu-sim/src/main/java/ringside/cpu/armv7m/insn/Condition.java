package ringside.cpu.armv7m.insn;

import java.util.Locale;
import ringside.cpu.armv7m.CortexM;

/** A condition under which an instruction executes. @arm A7.3 */
public enum Condition {
    EQ,
    NE,
    CS,
    CC,
    MI,
    PL,
    VS,
    VC,
    HI,
    LS,
    GE,
    LT,
    GT,
    LE,
    /** Always. */
    AL;

    private static final Condition[] BY_CODE = values();
    private final String suffix =
            name().toLowerCase(Locale.ROOT).replace("cs", "hs").replace("cc", "lo");

    /** The condition with this number, 0 to 14. */
    public static Condition of(int cond) {
        return BY_CODE[cond];
    }

    /** The condition of an instruction under this ITSTATE: AL outside an IT block. @arm A7.3.3 */
    public static Condition ofItState(int itState) {
        return (itState & 0b1111) == 0 || itState >>> 4 >= 14 ? AL : BY_CODE[itState >>> 4];
    }

    /** {@code ConditionPassed()}. @arm A7.3.1 */
    public boolean passed(CortexM cpu) {
        return switch (this) {
            case EQ -> cpu.zero();
            case NE -> !cpu.zero();
            case CS -> cpu.carry();
            case CC -> !cpu.carry();
            case MI -> cpu.negative();
            case PL -> !cpu.negative();
            case VS -> cpu.overflow();
            case VC -> !cpu.overflow();
            case HI -> cpu.carry() && !cpu.zero();
            case LS -> !cpu.carry() || cpu.zero();
            case GE -> cpu.negative() == cpu.overflow();
            case LT -> cpu.negative() != cpu.overflow();
            case GT -> !cpu.zero() && cpu.negative() == cpu.overflow();
            case LE -> cpu.zero() || cpu.negative() != cpu.overflow();
            case AL -> true;
        };
    }

    /** Its two letters, such as {@code eq}; {@code hs} and {@code lo} for CS and CC; {@code al} for AL. */
    public String suffix() {
        return suffix;
    }
}
