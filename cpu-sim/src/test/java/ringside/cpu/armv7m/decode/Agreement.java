package ringside.cpu.armv7m.decode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.cpu.view.DisassemblyView;

/** When our disassembly and LLVM's say the same; the differences are those that DisassemblyOracleTest lists. */
final class Agreement {
    private static final Pattern OFFSET = Pattern.compile("(.*)#(-?\\d+)");
    private static final Pattern LATER_HINT =
            Pattern.compile("(csdb|bti|pacbti|pac|aut|esb|clrbhb|psb|tsb|sevl)(eq)?(\\.w)?( .*)?");
    private static final Pattern LATER_OPTION =
            Pattern.compile("(dmb|dsb|isb)(eq)? (oshld|oshst|osh|nshld|nshst|nsh|ishld|ishst|ish|ld|st)");

    private Agreement() {}

    /** Whether two lines of the same instruction at address 0 agree. */
    static boolean holds(DisassemblyView.Line ours, LlvmDisassembler.Line theirs) {
        boolean undefined = ours.note().equals("UNDEFINED");
        boolean unpredictable = ours.note().startsWith("UNPREDICTABLE");
        boolean memoryHint = ours.note().startsWith("an unallocated memory hint");
        if (theirs.isInvalid()) {
            return undefined || unpredictable || memoryHint || ours.operands().matches("p1[0-5].*|p.*\\}");
        }
        if (undefined) {
            return false;
        }
        if (unpredictable) {
            return true;
        }
        if (theirs.warned() && !ours.mnemonic().matches("(ldrd|strd)(eq)?|bkpt|udf(\\.w)?|hinteq\\.w")) {
            return false;
        }
        String text = ours.operands().isEmpty() ? ours.mnemonic() : ours.mnemonic() + " " + ours.operands();
        return text.equals(theirs.text())
                || memoryHint && theirs.text().startsWith("pld")
                || isSameTarget(ours, text, theirs.text())
                || isKnown(ours, theirs.text());
    }

    private static boolean isSameTarget(DisassemblyView.Line ours, String text, String theirs) {
        Matcher relative = OFFSET.matcher(theirs);
        return ours.target() >= 0
                && relative.matches()
                && text.equals(relative.group(1) + "0x" + Integer.toHexString(Integer.parseInt(relative.group(2)) + 4));
    }

    private static boolean isKnown(DisassemblyView.Line ours, String theirs) {
        String mnemonic = ours.mnemonic();
        return switch (mnemonic.replace("eq", "")) {
            case "hint", "hint.w" -> LATER_HINT.matcher(theirs).matches();
            case "dmb", "isb" -> LATER_OPTION.matcher(theirs).matches();
            case "dsb" -> LATER_OPTION.matcher(theirs).matches() || theirs.matches("p?ssbb(eq)?");
            case "udf" -> theirs.matches("trap|__brkdiv0");
            case "pop.w" -> theirs.matches("ldr(eq)? (\\w+), \\[sp\\], #4");
            case "push.w" -> theirs.matches("str(eq)? (\\w+), \\[sp, #-4\\]!");
            case "adr.w" -> theirs.matches("subw(eq)? \\w+, pc, #0");
            case "ldrd" -> ours.operands().endsWith("[pc, #0]") && theirs.endsWith("[pc]");
            default -> false;
        };
    }
}
