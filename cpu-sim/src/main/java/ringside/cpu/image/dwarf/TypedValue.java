package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.image.dwarf.Type.Member;
import ringside.cpu.image.dwarf.Type.Variant;

/**
 * A value of the running program together with its type: a tree whose parts are read when somebody looks at them.
 *
 * <p>All that can go wrong with a part is an {@link UnreadableException} whose message names the path to it, such as
 * {@code PROCESSES[2].state}. A value reads memory at the moment it is asked; {@link #loaded()} gives one that keeps the
 * bytes of now.
 */
public final class TypedValue {
    private static final int LARGEST_LOAD = 1 << 20;

    private final String path;
    private final Type type;
    private final ValueSource source;
    private final long offset;
    private final Optional<Type.BitField> bits;
    private final MemoryReader memory;
    private final long addressMask;

    TypedValue(String path, Type type, ValueSource source, MemoryReader memory, long addressMask) {
        this(path, type, source, 0, Optional.empty(), memory, addressMask);
    }

    private TypedValue(
            String path,
            Type type,
            ValueSource source,
            long offset,
            Optional<Type.BitField> bits,
            MemoryReader memory,
            long addressMask) {
        this.path = path;
        this.type = type.plain();
        this.source = source;
        this.offset = offset;
        this.bits = bits;
        this.memory = memory;
        this.addressMask = addressMask;
    }

    /** How this value was reached from its variable, such as {@code PROCESSES[2].state}. */
    public String path() {
        return path;
    }

    /** The type, without the other names that it was given. */
    public Type type() {
        return type;
    }

    /** The address of the value, if it lies in memory. */
    public OptionalLong address() {
        return source.address(offset);
    }

    /** The same value with the bytes that it has now, read at once. */
    public TypedValue loaded() {
        long size = type.sizeInBytes();
        if (size > LARGEST_LOAD) {
            throw failure("it has " + size + " bytes, too many to keep a copy");
        }
        byte[] bytes = bytes(0, (int) size);
        return new TypedValue(path, type, new ValueSource.Known(bytes, address()), 0, bits, memory, addressMask);
    }

    /** Whether it has a part of a name; of Rust's enums, the variant that is there now is looked into too. */
    public boolean hasField(String name) {
        return find(name).isPresent();
    }

    /**
     * A part by its name; of Rust's enums, one of the variant that is there now.
     *
     * @throws UnreadableException if there is no such part
     */
    public TypedValue field(String name) {
        return find(name).orElseThrow(() -> failure("its type " + type.name() + " has no part named " + name));
    }

    private Optional<TypedValue> find(String name) {
        Optional<TypedValue> found = members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .map(member -> part(member, "." + name));
        if (found.isEmpty() && variantPart().isPresent()) {
            return payload().find(name).map(part -> part.renamed(path + "." + name));
        }
        return found;
    }

    /** The parts that are always there, in the order of the source. */
    List<Member> members() {
        if (type instanceof Type.Struct struct) {
            return struct.members();
        }
        return type instanceof Type.Union union ? union.members() : List.of();
    }

    /** How many elements an array or a slice has. */
    public long count() {
        if (type instanceof Type.Array array) {
            return array.count();
        }
        if (isSlice()) {
            return field("length").asLong();
        }
        throw failure("its type " + type.name() + " has no elements");
    }

    /**
     * One element of an array or a slice, from 0.
     *
     * @throws UnreadableException if there are fewer
     */
    public TypedValue element(long index) {
        long count = count();
        if (Long.compareUnsigned(index, count) >= 0) {
            throw failure("it has " + count + " elements, so none has the number " + index);
        }
        String name = path + "[" + index + "]";
        if (type instanceof Type.Array array) {
            return at(name, array.element(), offset + index * array.strideInBytes());
        }
        TypedValue first = field("data_ptr").target();
        return first.at(name, first.type, first.offset + index * first.type.sizeInBytes());
    }

    /** All elements of an array or a slice, or the first ones if it has more than a number of them. */
    public List<TypedValue> elements(int most) {
        List<TypedValue> elements = new ArrayList<>();
        long count = count();
        for (long i = 0; i < count && i < most; i++) {
            elements.add(element(i));
        }
        return elements;
    }

    /** Whether this is one of Rust's slices or texts: a pointer with a length. */
    public boolean isSlice() {
        return type instanceof Type.Struct struct
                && struct.member("length").isPresent()
                && struct.member("data_ptr").isPresent();
    }

    /** The name of the variant that is there now, of a Rust enum, or of the named number, of a plain enumeration. */
    public String variant() {
        if (type instanceof Type.Enumeration enumeration) {
            long value = asLong();
            return enumeration.enumerators().stream()
                    .filter(enumerator -> enumerator.value() == value)
                    .findFirst()
                    .orElseThrow(() -> failure("the value " + value + " is none of " + type.name()))
                    .name();
        }
        return currentVariant().member().name();
    }

    /** Whether the variant that is there now has a name. */
    public boolean is(String variant) {
        return variant().equals(variant);
    }

    /** What the variant that is there now holds: a struct, with {@code __0} and so on for those without names. */
    public TypedValue payload() {
        Member member = currentVariant().member();
        return part(member, "." + member.name());
    }

    Optional<Type.VariantPart> variantPart() {
        return type instanceof Type.Struct struct ? struct.variants() : Optional.empty();
    }

    private Variant currentVariant() {
        Type.VariantPart part =
                variantPart().orElseThrow(() -> failure("its type " + type.name() + " has no variants"));
        long discriminant =
                part.discriminant().map(member -> part(member, "").asLong()).orElse(0L);
        return part.of(discriminant)
                .orElseThrow(() -> failure("the value " + discriminant + " stands for no variant of " + type.name()));
    }

    /**
     * What a pointer leads to.
     *
     * @throws UnreadableException if it is no pointer, or null
     */
    public TypedValue target() {
        if (!(type instanceof Type.Pointer pointer)) {
            throw failure("its type " + type.name() + " is no pointer");
        }
        long address = asLong();
        if (address == 0) {
            throw failure("it is null");
        }
        ValueSource there = new ValueSource.InMemory(memory, address, addressMask);
        return new TypedValue("(*" + path + ")", pointer.target().orOpaque(), there, memory, addressMask);
    }

    /** The value inside of structs that hold nothing else, such as cells and other wrappers. */
    public TypedValue unwrapped() {
        TypedValue value = this;
        for (int i = 0; i < 16; i++) {
            List<Member> filled = value.variantPart().isPresent()
                    ? List.of()
                    : value.members().stream()
                            .filter(member -> member.type().sizeInBytes() != 0)
                            .toList();
            if (!(value.type instanceof Type.Struct) || filled.size() != 1) {
                return value;
            }
            value = value.part(filled.get(0), "." + filled.get(0).name());
        }
        return value;
    }

    /**
     * A part of a part, by a path such as {@code processes[2].state} or {@code next.*.id}, where {@code *} goes along a pointer.
     *
     * @throws UnreadableException if any step of it cannot be gone
     */
    public TypedValue at(String steps) {
        return ValuePath.follow(this, steps);
    }

    /** A number: integers, truth values, characters, named numbers, and the addresses in pointers. Unsigned 64 bits as they are. */
    public long asLong() {
        return Scalars.number(this);
    }

    /** A truth value. */
    public boolean asBoolean() {
        return asLong() != 0;
    }

    /** A floating-point number. */
    public double asDouble() {
        return Scalars.floatingPoint(this);
    }

    /** The text of a Rust {@code &str}, or of an array or slice of bytes up to a zero byte. */
    public String asText() {
        return Scalars.text(this);
    }

    /**
     * Some bytes of the value as they lie in memory.
     *
     * @throws UnreadableException if they cannot be read, or the value has no such bytes
     */
    public byte[] bytes(long from, int length) {
        if (from < 0 || length < 0 || from > type.sizeInBytes() - length) {
            throw failure("it has " + type.sizeInBytes() + " bytes, so " + length + " of them from " + from
                    + " on cannot be read");
        }
        return raw(from, length);
    }

    /** Bytes that may lie behind the value, such as those of the next elements. */
    byte[] raw(long from, int length) {
        try {
            return source.read(offset + from, length);
        } catch (UnreadableException e) {
            throw failure(e.getMessage());
        }
    }

    /** Bits of a bit field, or none. */
    Optional<Type.BitField> bits() {
        return bits;
    }

    /** The parts to show below this value, at most a number of them. */
    public List<TypedValue> parts(int most) {
        return ValueText.parts(this, most);
    }

    /** The value in one short line, with the reason in place of what cannot be read. Never fails. */
    public String display() {
        return ValueText.display(this);
    }

    @Override
    public String toString() {
        return path + " = " + display();
    }

    TypedValue part(Member member, String step) {
        return new TypedValue(
                path + step,
                member.type(),
                source,
                offset + member.offsetInBytes(),
                member.bits(),
                memory,
                addressMask);
    }

    private TypedValue at(String name, Type element, long where) {
        return new TypedValue(name, element, source, where, Optional.empty(), memory, addressMask);
    }

    private TypedValue renamed(String name) {
        return new TypedValue(name, type, source, offset, bits, memory, addressMask);
    }

    UnreadableException failure(String what) {
        String prefix = path + ": ";
        return new UnreadableException(what.startsWith(prefix) ? what : prefix + what);
    }
}
