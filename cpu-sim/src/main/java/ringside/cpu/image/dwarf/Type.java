package ringside.cpu.image.dwarf;

import java.util.List;
import java.util.Optional;

/**
 * A type of the program, as its compiler laid it out.
 *
 * <p>Pointers lead to their target through a {@link TypeReference}, so types that refer to themselves are no danger.
 */
public sealed interface Type {
    /** The name as the compiler writes it, such as {@code core::option::Option<u32>} or {@code [u8; 4]}. */
    String name();

    /** The size of a value in bytes; 0 if the compiler did not tell. */
    long sizeInBytes();

    /** This type without the other names that it was given. */
    default Type plain() {
        return this;
    }

    /** What the bits of a basic value mean.   @dwarf 5, 7.8 */
    enum Encoding {
        SIGNED,
        UNSIGNED,
        BOOLEAN,
        FLOAT,
        CHARACTER,
        ADDRESS,
        OTHER
    }

    /** A number, a truth value, a character. */
    record Base(String name, long sizeInBytes, Encoding encoding) implements Type {}

    /** An address of a value of another type. */
    record Pointer(String name, long sizeInBytes, TypeReference target) implements Type {}

    /**
     * Values of one type side by side; rows of an array are arrays themselves.
     *
     * @param count how many, unsigned
     * @param strideInBytes the distance from one to the next
     */
    record Array(String name, Type element, long count, long strideInBytes) implements Type {
        @Override
        public long sizeInBytes() {
            return count * strideInBytes;
        }
    }

    /**
     * A value made of named parts: structs, tuples, and Rust's enums, which are the only ones with variants.
     *
     * @param members the parts that are always there
     * @param variants the parts of which only one is there at a time
     */
    record Struct(String name, long sizeInBytes, List<Member> members, Optional<VariantPart> variants) implements Type {
        public Struct {
            members = List.copyOf(members);
        }

        /** The part of a name. */
        public Optional<Member> member(String wanted) {
            return members.stream()
                    .filter(member -> member.name().equals(wanted))
                    .findFirst();
        }
    }

    /** Parts that all lie in the same place. */
    record Union(String name, long sizeInBytes, List<Member> members) implements Type {
        public Union {
            members = List.copyOf(members);
        }
    }

    /**
     * A number whose values have names.
     *
     * @param isSigned whether the number has a sign
     */
    record Enumeration(String name, long sizeInBytes, boolean isSigned, List<Enumerator> enumerators) implements Type {
        public Enumeration {
            enumerators = List.copyOf(enumerators);
        }
    }

    /** Another name for a type. */
    record Alias(String name, Type target) implements Type {
        @Override
        public long sizeInBytes() {
            return target.sizeInBytes();
        }

        @Override
        public Type plain() {
            return target.plain();
        }
    }

    /** Code, to which function pointers point. */
    record Routine(String name) implements Type {
        @Override
        public long sizeInBytes() {
            return 0;
        }
    }

    /** A type of which only the name is known, such as one that was only declared. */
    record Opaque(String name, long sizeInBytes) implements Type {}

    /**
     * A part of a struct or union.
     *
     * @param name its name; tuples have {@code __0}, {@code __1}
     * @param type its type
     * @param offsetInBytes its distance from the start of the whole
     * @param bits the bits it takes of the bytes there, if it does not take all
     */
    record Member(String name, Type type, long offsetInBytes, Optional<BitField> bits) {}

    /**
     * Some bits of a little-endian number.
     *
     * @param lowestBit the number of the lowest bit, from the start of the member
     * @param widthInBits how many bits
     */
    record BitField(int lowestBit, int widthInBits) {}

    /** A named value of an enumeration. */
    record Enumerator(String name, long value) {}

    /**
     * Parts of which only one is there at a time.   @dwarf 5, 5.7.10
     *
     * @param discriminant the number that tells which; absent if there is only one
     * @param variants the possible parts
     */
    record VariantPart(Optional<Member> discriminant, List<Variant> variants) {
        public VariantPart {
            variants = List.copyOf(variants);
        }

        /** The variant that a discriminant stands for: the one that names it, else the one that names none. */
        public Optional<Variant> of(long discriminantValue) {
            return variants.stream()
                    .filter(variant -> variant.holds(discriminantValue))
                    .findFirst()
                    .or(() -> variants.stream().filter(Variant::isDefault).findFirst());
        }
    }

    /**
     * One of several possible parts.
     *
     * @param member the part; its name is the variant's
     * @param values the discriminants that stand for it; empty when it is there for all that no other variant names, as
     *     compilers do that hide the discriminant in a value of the part (a "niche")
     */
    record Variant(Member member, List<Span> values) {
        public Variant {
            values = List.copyOf(values);
        }

        boolean isDefault() {
            return values.isEmpty();
        }

        boolean holds(long discriminant) {
            return values.stream().anyMatch(span -> span.holds(discriminant));
        }
    }

    /** All numbers from the first to the last. */
    record Span(long first, long last) {
        boolean holds(long value) {
            return value >= first && value <= last;
        }
    }
}
