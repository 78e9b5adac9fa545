package ringside.cpu.image;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the text of a probe's arguments apart: {@code N@operand}, with blanks between them and also inside brackets. */
final class ProbeArguments {
    private static final Pattern SIZE = Pattern.compile("(-?)([1248])(f?)@(.+)");

    private final ElfMachine machine;
    private final Symbols symbols;

    ProbeArguments(ElfMachine machine, Symbols symbols) {
        this.machine = machine;
        this.symbols = symbols;
    }

    List<ProbeArgument> parse(String text) {
        return split(text).stream().map(this::argument).toList();
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            if (c == ' ' && depth <= 0) {
                addIfAny(parts, part);
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        addIfAny(parts, part);
        return parts;
    }

    private static void addIfAny(List<String> parts, StringBuilder part) {
        if (part.length() > 0) {
            parts.add(part.toString());
        }
    }

    /** Without a size, an argument is as wide as an address. */
    private ProbeArgument argument(String text) {
        Matcher sized = SIZE.matcher(text);
        boolean hasSize = sized.matches();
        int size = hasSize ? Integer.parseInt(sized.group(2)) : machine.addressSizeInBytes();
        ProbeArgument.Sign sign = ProbeArgument.Sign.UNSIGNED;
        if (hasSize && !sized.group(1).isEmpty()) {
            sign = ProbeArgument.Sign.SIGNED;
        } else if (hasSize && !sized.group(3).isEmpty()) {
            sign = ProbeArgument.Sign.FLOAT;
        }
        String operand = hasSize ? sized.group(4) : text;
        ProbeOperand where = machine == ElfMachine.ARM
                ? ArmProbeOperand.parse(operand, symbols)
                : X86ProbeOperand.parse(operand, machine, symbols);
        return new ProbeArgument(size, sign, where, text);
    }
}
