package ringside.cpu.image;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Operands as Arm assemblers write them: {@code r0}, {@code #12}, {@code [sp, #8]}, {@code [r7, r2, lsl #2]}. */
final class ArmProbeOperand {
    private static final long ADDRESS_MASK = 0xFFFF_FFFFL;
    private static final Pattern REGISTER = Pattern.compile("r(\\d|1[0-5])");
    private static final Pattern MEMORY = Pattern.compile(
            "\\[\\s*(\\w+)\\s*(?:,\\s*(?:#\\s*([-+]?\\w+)|(-?)(\\w+)(?:\\s*,\\s*lsl\\s+#(\\d))?)\\s*)?\\]");
    private static final Map<String, String> OTHER_NAMES =
            Map.of("sb", "r9", "sl", "r10", "fp", "r11", "ip", "r12", "r13", "sp", "r14", "lr", "r15", "pc");

    private ArmProbeOperand() {}

    static ProbeOperand parse(String text, Symbols symbols) {
        Optional<String> register = register(text);
        if (register.isPresent()) {
            return new ProbeOperand.Register(register.get(), 0);
        }
        Matcher memory = MEMORY.matcher(text);
        if (memory.matches()) {
            return memory(memory, text);
        }
        String plain = text.startsWith("#") || text.startsWith("$") ? text.substring(1) : text;
        Optional<ProbeOperand> number = ProbeNumber.parse(plain).map(ProbeOperand.Constant::new);
        return number.or(() -> ProbeNumber.address(plain, symbols).map(ProbeOperand.Constant::new))
                .orElse(new ProbeOperand.Unknown(text));
    }

    private static ProbeOperand memory(Matcher parts, String text) {
        Optional<String> base = register(parts.group(1));
        Optional<Long> offset = parts.group(2) == null ? Optional.of(0L) : ProbeNumber.parse(parts.group(2));
        Optional<String> index = parts.group(4) == null ? Optional.of("") : register(parts.group(4));
        if (base.isEmpty() || offset.isEmpty() || index.isEmpty()) {
            return new ProbeOperand.Unknown(text);
        }
        int scale = 1 << (parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5)));
        boolean subtracted = parts.group(3) != null && !parts.group(3).isEmpty();
        return new ProbeOperand.Memory(
                base.get(), index.get(), subtracted ? -scale : scale, offset.get(), ADDRESS_MASK);
    }

    private static Optional<String> register(String name) {
        String usual = OTHER_NAMES.getOrDefault(name, name);
        boolean known = REGISTER.matcher(usual).matches() || usual.matches("sp|lr|pc");
        return known ? Optional.of(usual) : Optional.empty();
    }
}
