package ringside.cpu.x86.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ringside.cpu.x86.X86State;
import ringside.cpu.x86.form.OperandForm.Kind;
import ringside.cpu.x86.form.OperandForm.Place;

/** Reads the operands of a form. */
final class OperandFormParser {
    private static final List<String> SEGMENTS = List.of("ES", "CS", "SS", "DS", "FS", "GS");
    private static final List<String> BYTE_REGISTERS = List.of("AL", "CL");
    private static final List<String> WORD_REGISTERS = List.of("AX", "", "DX");

    private final boolean hasModRm;
    private final boolean hasVex;

    OperandFormParser(boolean hasModRm, boolean hasVex) {
        this.hasModRm = hasModRm;
        this.hasVex = hasVex;
    }

    /** Reads the column of operands, separated by commas. */
    List<OperandForm> parse(String column) {
        if (column.isEmpty()) {
            return List.of();
        }
        List<String> texts = Arrays.stream(column.split(",")).map(String::trim).toList();
        int rm = registerInRm(texts);
        List<OperandForm> operands = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            operands.add(operand(texts.get(i), i == rm));
        }
        return operands;
    }

    /** Which of the operands that are registers only is encoded in ModRM.rm: the last, if none may be memory. */
    private int registerInRm(List<String> texts) {
        int rm = -1;
        for (int i = 0; i < texts.size() && hasModRm; i++) {
            String text = texts.get(i);
            if (isMemory(text) || text.contains("/m") || text.startsWith("r/m")) {
                return -1;
            }
            if (text.matches("r\\d.*|xmm|mm|ST\\(i\\)") && !text.endsWith("(v)") && !text.endsWith("(reg)")) {
                rm = i;
            }
        }
        return rm;
    }

    private static boolean isMemory(String text) {
        return text.matches("m(\\d.*)?");
    }

    private OperandForm operand(String text, boolean inRm) {
        if (isMemory(text)) {
            Place place = hasModRm ? Place.RM_MEMORY : Place.IMPLICIT;
            return new OperandForm(text, place, Kind.GENERAL, sizes(text), sizes(text), impliedBase(text));
        }
        int slash = text.indexOf("/m");
        if (slash >= 0) {
            String memory = text.substring(slash + 1);
            String register = text.startsWith("r/m") ? "r" + memory.substring(1) : text.substring(0, slash);
            return new OperandForm(text, Place.RM, kindOf(register), sizes(register), sizes(memory), 0);
        }
        OperandForm fixed = fixed(text);
        return fixed != null ? fixed : immediateOrRegister(text, inRm);
    }

    private static int impliedBase(String text) {
        int parenthesis = text.indexOf('(');
        return parenthesis < 0
                ? X86State.NONE
                : switch (text.substring(parenthesis)) {
                    case "(rSI)" -> X86State.RSI;
                    case "(rDI)" -> X86State.RDI;
                    case "(rBX)" -> X86State.RBX;
                    default -> throw new IllegalArgumentException("not an implied place: " + text);
                };
    }

    private OperandForm immediateOrRegister(String text, boolean inRm) {
        Place place;
        if (text.startsWith("imm")) {
            place = text.endsWith("sx") ? Place.IMMEDIATE_SIGNED : Place.IMMEDIATE;
            return new OperandForm(text, place, Kind.NUMBER, sizes(text.replace("sx", "")), List.of(), 0);
        }
        if (text.startsWith("rel")) {
            return new OperandForm(text, Place.RELATIVE, Kind.NUMBER, sizes(text), List.of(), 0);
        }
        if (text.startsWith("moffs")) {
            return new OperandForm(text, Place.MEMORY_OFFSET, Kind.GENERAL, sizes(text), sizes(text), 0);
        }
        if (text.startsWith("ptr16:")) {
            return new OperandForm(text, Place.FAR, Kind.NUMBER, sizes(text.substring(5)), List.of(), 0);
        }
        boolean special = text.equals("Sreg") || text.equals("CR") || text.equals("DR");
        if (text.endsWith("(v)") && hasVex) {
            place = Place.VVVV;
        } else if (inRm && !special) {
            place = Place.RM_REGISTER;
        } else {
            place = hasModRm ? Place.REG : Place.OPCODE;
        }
        return new OperandForm(text, place, kindOf(text), sizes(text), List.of(), 0);
    }

    private static Kind kindOf(String register) {
        if (register.startsWith("xmm")) {
            return Kind.XMM;
        }
        if (register.startsWith("mm")) {
            return Kind.MMX;
        }
        return switch (register) {
            case "Sreg" -> Kind.SEGMENT;
            case "CR" -> Kind.CONTROL;
            case "DR" -> Kind.DEBUG;
            case "ST(i)" -> Kind.X87;
            default -> Kind.GENERAL;
        };
    }

    private static OperandForm fixed(String text) {
        if (SEGMENTS.contains(text)) {
            return new OperandForm(text, Place.FIXED, Kind.SEGMENT, List.of(), List.of(), SEGMENTS.indexOf(text));
        }
        if (BYTE_REGISTERS.contains(text)) {
            return general(text, List.of(8), BYTE_REGISTERS.indexOf(text));
        }
        if (WORD_REGISTERS.contains(text)) {
            return general(text, List.of(16), WORD_REGISTERS.indexOf(text));
        }
        return switch (text) {
            case "EAX" -> general(text, List.of(32), 0);
            case "AX|EAX" -> general(text, List.of(16, 32), 0);
            case "AX|EAX|RAX" -> general(text, List.of(16, 32, 64), 0);
            case "1" -> new OperandForm(text, Place.FIXED, Kind.NUMBER, List.of(), List.of(), 1);
            case "ST(0)" -> new OperandForm(text, Place.FIXED, Kind.X87, List.of(), List.of(), 0);
            default -> null;
        };
    }

    private static OperandForm general(String text, List<Integer> sizes, int number) {
        return new OperandForm(text, Place.FIXED, Kind.GENERAL, sizes, List.of(), number);
    }

    /** The sizes in a text such as {@code m16|32|64}; none for {@code m}, {@code m16:32}, {@code m32fp} and the like. */
    private static List<Integer> sizes(String text) {
        String numbers = text.replaceFirst("^[a-zA-Z:]+", "").replaceFirst("\\((v|reg|rSI|rDI|rBX)\\)$", "");
        if (!numbers.matches("\\d+(\\|\\d+)*")) {
            return List.of();
        }
        return Arrays.stream(numbers.split("\\|")).map(Integer::valueOf).toList();
    }
}
