package ringside.cpu.armv7m.insn;

import java.util.List;
import java.util.Set;
import ringside.cpu.armv7m.ThumbInstruction;

/**
 * One encoding of an instruction, written as the manual prints it.
 *
 * <p>In a pattern, {@code 0} and {@code 1} are fixed bits, {@code (0)} and {@code (1)} bits that should have that value,
 * and each letter is a bit of the field of that letter; blanks are for the eye. The bits of one letter make one number,
 * highest first, also where they do not stand together: {@code i:imm3:imm8} is simply twelve times {@code i}. A pattern
 * of 32 bits begins with the first halfword.
 *
 * <p>Where the manual says "see" for some values of a general encoding, the general one names the special ones with
 * {@link #see}: they are tried first. Other overlaps do not exist, which a test proves.
 */
public final class Encoding {

    /** Makes the instruction out of the fields. */
    @FunctionalInterface
    public interface Reading {
        /** The instruction, or {@link Fields#undefined()}. */
        ThumbInstruction read(Fields fields);
    }

    private final String name;
    private final String pattern;
    private final Reading reading;
    private final List<String> special;
    private final Set<Style> style;

    private final int bits;
    private final int mask;
    private final int value;
    private final int shouldMask;
    private final int shouldValue;
    private final int[] letterMasks = new int[128];

    /** How the disassembler writes the instruction. */
    private enum Style {
        WIDE,
        DESTINATION_ONCE
    }

    private Encoding(String name, String pattern, Reading reading, List<String> special, Set<Style> style) {
        this.name = name;
        this.pattern = pattern;
        this.reading = reading;
        this.special = special;
        this.style = style;
        int[] of = new int[128];
        int[] should = new int[128];
        int count = 0;
        int[] target = of;
        for (char symbol : pattern.toCharArray()) {
            if (symbol == ' ') {
                continue;
            }
            if (symbol == '(' || symbol == ')') {
                target = symbol == '(' ? should : of;
                continue;
            }
            for (int letter = '0'; letter < 128; letter++) {
                of[letter] <<= 1;
                should[letter] <<= 1;
            }
            target[symbol] |= 1;
            count++;
        }
        if (count != 16 && count != 32) {
            throw new IllegalArgumentException(name + " has " + count + " bits: " + pattern);
        }
        bits = count;
        mask = of['0'] | of['1'];
        value = of['1'];
        shouldMask = should['0'] | should['1'];
        shouldValue = should['1'];
        System.arraycopy(of, 'A', letterMasks, 'A', 128 - 'A');
    }

    /**
     * An encoding.
     *
     * @param name the manual's heading and the number of the encoding, such as {@code ADC (register) T1}
     * @param pattern its bits
     * @param reading makes the instruction
     */
    public static Encoding of(String name, String pattern, Reading reading) {
        return new Encoding(name, pattern, reading, List.of(), Set.of());
    }

    /** The same, but encodings whose names begin with one of these headings are tried first. */
    public Encoding see(String... headings) {
        return new Encoding(name, pattern, reading, List.of(headings), style);
    }

    /** The same, written with {@code .w}, since there is a 16-bit encoding that assemblers would prefer. */
    public Encoding wide() {
        return new Encoding(name, pattern, reading, special, Set.of(Style.WIDE));
    }

    /** The same, with {@code Rdn}: a destination that is also the first operand, and is written once. */
    public Encoding rdn() {
        return new Encoding(name, pattern, reading, special, Set.of(Style.DESTINATION_ONCE));
    }

    /** The manual's heading and the number of the encoding. */
    public String name() {
        return name;
    }

    /** Its length in bytes: 2 or 4. */
    public int sizeInBytes() {
        return bits / 8;
    }

    /** The bits that are fixed. */
    public int mask() {
        return mask;
    }

    /** The fixed bits' values. */
    public int value() {
        return value;
    }

    /** Whether instruction bits (a halfword, or the first halfword and the second) have this encoding. */
    public boolean matches(int instruction) {
        return (instruction & mask) == value;
    }

    /** The instruction with the bits that should be 0 or 1 as they should be. */
    public int withShould(int instruction) {
        return instruction & ~shouldMask | shouldValue;
    }

    /** Whether an instruction can have this encoding and the other. */
    public boolean overlaps(Encoding other) {
        return bits == other.bits && ((value ^ other.value) & mask & other.mask) == 0;
    }

    /** Whether the manual says to see the other encoding first where both match. */
    public boolean sees(Encoding other) {
        return special.stream().anyMatch(heading -> other.name.startsWith(heading));
    }

    /** The headings of the encodings that are tried before it. */
    public List<String> headingsSeen() {
        return special;
    }

    /** Whether its text has {@code .w}. */
    public boolean isWrittenWide() {
        return style.contains(Style.WIDE);
    }

    /** Whether its text names a destination that is also the first operand only once. */
    public boolean writesDestinationOnce() {
        return style.contains(Style.DESTINATION_ONCE);
    }

    /** Makes the instruction of these bits, which must match. */
    public ThumbInstruction decode(int instruction, int itState) {
        Fields fields = new Fields(this, instruction, itState);
        if ((instruction & shouldMask) != shouldValue) {
            fields.unpredictable("bits that should be 0 or 1 are not");
        }
        return fields.withNote(reading.read(fields));
    }

    /** The bits of a letter, gathered. */
    int field(char letter, int instruction) {
        int positions = letterMasks[letter];
        if (positions == 0) {
            throw new IllegalArgumentException(name + " has no field " + letter);
        }
        int field = 0;
        while (positions != 0) {
            int highest = Integer.highestOneBit(positions);
            field = field << 1 | ((instruction & highest) != 0 ? 1 : 0);
            positions ^= highest;
        }
        return field;
    }

    @Override
    public String toString() {
        return name + ": " + pattern;
    }
}
