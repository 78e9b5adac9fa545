package ringside.cpu.x86.decode;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.cpu.view.DisassemblyView;

/** When our disassembly and objdump's say the same; what is made equal first is listed at {@link X86Disassembler}. */
final class ObjdumpAgreement {
    private static final Pattern COMMENT = Pattern.compile("\\s*(#.*|<[^>]*>)\\s*$");
    private static final Pattern PREFIX = Pattern.compile(
            "^(data16|data32|addr16|addr32|rex(\\.[WRXB]+)?|[cdefgs]s|bnd|notrack|xacquire|xrelease) +");
    private static final Pattern REPEAT =
            Pattern.compile("^(repz|repnz|rep) +(?!.*\\b(movs|stos|lods|cmps|scas|ins|outs)\\b)");
    private static final Pattern NO_INDEX = Pattern.compile("\\+[re]iz\\*[1248]");
    private static final Pattern ONLY_NO_INDEX =
            Pattern.compile("(?:([c-gs]s):)?\\[[re]iz\\*[1248]([+-]0x[0-9a-f]+)\\]");
    private static final Pattern IGNORED_SEGMENT = Pattern.compile("\\b[cdes]s:(?=\\[)");
    private static final Pattern NEGATIVE = Pattern.compile("\\[([re]ip)\\+0x(ffffffff[89a-f][0-9a-f]{7})\\]");
    private static final Pattern NOP = Pattern.compile("xchg (ax,ax|eax,eax|rax,rax)");

    private static final Pattern BRANCH = Pattern.compile("^(j\\w+|call\\w?|loop\\w*) ([0-9a-f]+)$");
    private static final Pattern LATER_MEANING =
            Pattern.compile("\\b(bnd(mov|ldx|stx|cl|cu|cn|mk)|cldemote|prefetchit[01]|rdssp[dq]|prefetch)\\b");

    private ObjdumpAgreement() {}

    static boolean holds(DisassemblyView.Line ours, Objdump.Line theirs, int codeBits) {
        if (isLaterMeaning(ours, theirs) || isFence(ours) || isWithUnknownPrefix(ours)) {
            return true;
        }
        String our = text(ours, codeBits);
        String their = text(theirs, codeBits);
        return ours.bytes().equals(theirs.bytes())
                && (our.equals(their)
                        || theirs.text().contains("notrack ")
                                && our.replace("ds:", "").equals(their)
                        || isFarPointerOf64(our, their)
                        || isSignMask(our, their)
                        || isMovsxdQuirk(ours, our, their));
    }

    /** Reserved NOPs to which extensions gave a meaning that this processor does not have. */
    private static boolean isLaterMeaning(DisassemblyView.Line ours, Objdump.Line theirs) {
        return ours.mnemonic().equals("nop")
                && LATER_MEANING.matcher(theirs.text()).find();
    }

    /** Fences ignore ModRM.rm; objdump knows only one of the encodings. */
    private static boolean isFence(DisassemblyView.Line ours) {
        return ours.mnemonic().matches("[lms]fence") && !ours.bytes().matches(".*(e8|f0|f8)");
    }

    /** objdump takes WBINVD with 66 for another instruction, and FWAIT with prefixes for two. */
    private static boolean isWithUnknownPrefix(DisassemblyView.Line ours) {
        return ours.mnemonic().equals("wbinvd") && ours.length() > 2
                || ours.mnemonic().equals("fwait") && ours.length() > 1;
    }

    /** Where REX.W means nothing, objdump writes the register with 64 bits. */
    private static boolean isSignMask(String our, String their) {
        return our.matches("(pmovmskb|movmskp[sd]) .*")
                && our.replaceFirst(" e", " r").replaceFirst("(r\\d+)d,", "$1,").equals(their);
    }

    /** objdump has no name for a far pointer with an offset of 64 bits, as REX.W makes it. */
    private static boolean isFarPointerOf64(String our, String their) {
        return our.matches("(jmp|call|l[sfg]s) .*TBYTE.*") && our.equals(their.replaceFirst("FWORD|DWORD", "TBYTE"));
    }

    /** objdump takes 66 for the size of the source although REX.W overrides it. */
    private static boolean isMovsxdQuirk(DisassemblyView.Line ours, String our, String their) {
        return ours.mnemonic().equals("movsxd")
                && ours.bytes().matches("(..)*66(..)*4[89a-f]63.*")
                && our.replaceFirst(",.*", "").equals(their.replaceFirst(",.*", ""));
    }

    static String text(DisassemblyView.Line ours, int codeBits) {
        String text = ours.operands().isEmpty() ? ours.mnemonic() : ours.mnemonic() + " " + ours.operands();
        return codeBits == 64 ? IGNORED_SEGMENT.matcher(text).replaceAll("") : text;
    }

    static String text(Objdump.Line theirs, int codeBits) {
        String text = COMMENT.matcher(COMMENT.matcher(theirs.text()).replaceAll(""))
                .replaceAll("")
                .strip()
                .replaceAll("\\s+", " ");
        text = BRANCH.matcher(withoutPrefixes(text)).replaceAll("$1 0x$2");
        text = NO_INDEX.matcher(text).replaceAll("");
        text = ONLY_NO_INDEX.matcher(text).replaceAll(ObjdumpAgreement::absolute);
        text = NEGATIVE.matcher(text)
                .replaceAll(m ->
                        "[" + m.group(1) + "-0x" + Long.toHexString(-Long.parseUnsignedLong(m.group(2), 16)) + "]");
        text = theirs.bytes().endsWith("90") && NOP.matcher(text).matches() ? "nop" : text;
        return codeBits == 64 ? IGNORED_SEGMENT.matcher(text).replaceAll("") : text;
    }

    private static String absolute(java.util.regex.MatchResult m) {
        String segment = m.group(1) == null ? "ds" : m.group(1);
        long value = Long.decode(m.group(2));
        boolean half = m.group().contains("eiz");
        return segment + ":0x" + Long.toHexString(half ? value & 0xFFFF_FFFFL : value);
    }

    private static String withoutPrefixes(String text) {
        boolean lock = false;
        String repeat = "";
        String rest = text;
        while (true) {
            Matcher prefix = PREFIX.matcher(rest);
            if (rest.startsWith("lock ")) {
                lock = true;
                rest = rest.substring(5);
            } else if (prefix.find()) {
                rest = rest.substring(prefix.end());
            } else if (REPEAT.matcher(rest).find()) {
                rest = rest.substring(rest.indexOf(' ') + 1);
            } else if (rest.matches("(repz|repnz|rep) .*") && repeat.isEmpty()) {
                repeat = rest.substring(0, rest.indexOf(' ') + 1);
                rest = rest.substring(repeat.length());
            } else {
                return (lock ? "lock " : "") + repeat + rest;
            }
        }
    }
}
