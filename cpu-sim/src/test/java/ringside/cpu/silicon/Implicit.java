package ringside.cpu.silicon;

import java.util.Set;
import ringside.cpu.x86.form.Form;

/** Which general registers instructions use without naming them. */
final class Implicit {
    private static final int RAX = 0;
    private static final int RCX = 1;
    private static final int RDX = 2;
    private static final int RBX = 3;
    private static final int RSP = 4;
    private static final int RBP = 5;
    private static final int RSI = 6;
    private static final int RDI = 7;
    private static final Set<String> ACCUMULATORS = Set.of(
            "MUL",
            "IMUL",
            "DIV",
            "IDIV",
            "CMPXCHG",
            "CMPXCHG8B",
            "CMPXCHG16B",
            "XLAT",
            "LAHF",
            "SAHF",
            "AAA",
            "AAS",
            "AAM",
            "AAD",
            "DAA",
            "DAS",
            "CBW|CWDE|CDQE",
            "CWD|CDQ|CQO",
            "MULX",
            "FSTSW",
            "FNSTSW",
            "SALC");
    private static final Set<String> STACK =
            Set.of("PUSH", "POP", "PUSHA", "POPA", "PUSHF", "POPF", "CALL", "RET", "ENTER", "LEAVE");

    private Implicit() {}

    static boolean uses(Form form, int n) {
        String mnemonic = form.mnemonic();
        String assembly = form.assembly();
        boolean isString = form.is("REP");
        return mnemonic.equals("PUSHA")
                || switch (n) {
                    case RAX -> ACCUMULATORS.contains(mnemonic) || isString || assembly.matches(".* A[LX].*");
                    case RDX -> ACCUMULATORS.contains(mnemonic) || assembly.matches(".* DX.*");
                    case RCX ->
                        isString
                                || assembly.matches(".* CL")
                                || mnemonic.matches("J.*CXZ")
                                || mnemonic.startsWith("LOOP")
                                || mnemonic.startsWith("CMPXCHG");
                    case RBX -> mnemonic.startsWith("XLAT") || mnemonic.startsWith("CMPXCHG");
                    case RSP -> STACK.contains(mnemonic);
                    case RBP -> mnemonic.equals("LEAVE") || mnemonic.equals("ENTER");
                    case RSI, RDI -> isString || mnemonic.startsWith("MASKMOV");
                    default -> false;
                };
    }
}
