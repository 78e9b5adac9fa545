package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import ringside.cpu.image.dwarf.Type.Encoding;
import ringside.cpu.image.dwarf.Type.Enumerator;

/** Makes types of entries, each once.   @dwarf 5, chapter 5 */
final class TypeReader {
    static final Type NOTHING = new Type.Base("()", 0, Encoding.OTHER);
    private static final int DEEPEST = 100;
    private static final int MOST_DIMENSIONS = 16;
    private static final Encoding[] ENCODINGS = {
        Encoding.OTHER,
        Encoding.ADDRESS,
        Encoding.BOOLEAN,
        Encoding.OTHER,
        Encoding.FLOAT,
        Encoding.SIGNED,
        Encoding.SIGNED,
        Encoding.UNSIGNED,
        Encoding.UNSIGNED
    };
    private static final int UTF = 0x10;

    private final Units units;
    private final Map<Integer, Type> types = new HashMap<>();
    private NamedTypes named;
    private int depth;

    TypeReader(Units units) {
        this.units = units;
    }

    /** The type that an entry has. */
    Type typeOf(Die die) {
        return units.referred(die, Attribute.TYPE).map(this::read).orElse(NOTHING);
    }

    /** The type that an entry describes. */
    Type read(Die die) {
        Type known = types.get(die.offset());
        if (known != null) {
            return known;
        }
        if (depth == DEEPEST) {
            throw die.unit().entries().bad(die.offset(), "a type holds itself, or too many others within each other");
        }
        depth++;
        try {
            Type type = make(die);
            types.put(die.offset(), type);
            return type;
        } finally {
            depth--;
        }
    }

    private Type make(Die die) {
        String name = name(die);
        long size = die.constant(Attribute.BYTE_SIZE).orElse(0);
        return switch (die.tag()) {
            case Tag.BASE_TYPE -> new Type.Base(name, size, encoding(die));
            case Tag.POINTER_TYPE, Tag.REFERENCE_TYPE, Tag.RVALUE_REFERENCE_TYPE -> pointer(die, size);
            case Tag.ARRAY_TYPE -> array(die);
            case Tag.STRUCTURE_TYPE, Tag.CLASS_TYPE ->
                die.flag(Attribute.DECLARATION)
                        ? defined(name, size)
                        : new MemberReader(this, units).struct(die, name, size);
            case Tag.UNION_TYPE -> new Type.Union(name, size, new MemberReader(this, units).members(die));
            case Tag.ENUMERATION_TYPE -> enumeration(die, name, size);
            case Tag.TYPEDEF -> new Type.Alias(name, typeOf(die));
            case Tag.CONST_TYPE, Tag.VOLATILE_TYPE, Tag.RESTRICT_TYPE, Tag.ATOMIC_TYPE, Tag.PACKED_TYPE -> typeOf(die);
            case Tag.SUBROUTINE_TYPE -> new Type.Routine(die.name().orElse("fn"));
            default -> new Type.Opaque(name, size);
        };
    }

    /** The type that another unit defines, if one does. */
    private Type defined(String name, long size) {
        return named(name).orElseGet(() -> new Type.Opaque(name, size));
    }

    /** The type of a name with its path. */
    Optional<Type> named(String name) {
        if (named == null) {
            named = new NamedTypes(units);
        }
        return named.named(name).map(this::read);
    }

    /** Rust's names stand for themselves; those of structs and enums get their path, as {@code core::option::Option<u32>}. */
    private String name(Die die) {
        Optional<String> own = die.name();
        boolean hasPath = die.is(Tag.STRUCTURE_TYPE)
                || die.is(Tag.ENUMERATION_TYPE)
                || die.is(Tag.UNION_TYPE)
                || die.is(Tag.TYPEDEF);
        if (own.isEmpty() || !hasPath) {
            return own.orElse("");
        }
        char first = own.get().isEmpty() ? '?' : own.get().charAt(0);
        return Character.isLetter(first) || first == '_' ? DieNames.qualified(units, die) : own.get();
    }

    private static Encoding encoding(Die die) {
        long code = die.constant(Attribute.ENCODING).orElse(0);
        if (code == UTF) {
            return Encoding.CHARACTER;
        }
        return code < 0 || code >= ENCODINGS.length ? Encoding.OTHER : ENCODINGS[(int) code];
    }

    private Type pointer(Die die, long size) {
        long actual = size == 0 ? die.unit().header().addressSize() : size;
        Optional<Die> target = units.referred(die, Attribute.TYPE);
        String name = die.name()
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> "*" + target.map(this::shortName).orElse("void"));
        return new Type.Pointer(name, actual, new TypeReference(this, target.orElse(null)));
    }

    /** The name of a type without reading the type, for it may lead back here. */
    private String shortName(Die die) {
        Die at = die;
        StringBuilder stars = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            Optional<String> name = at.name();
            if (name.isPresent()) {
                return stars + name.get();
            }
            stars.append(at.is(Tag.POINTER_TYPE) ? "*" : "");
            Optional<Die> next = units.referred(at, Attribute.TYPE);
            if (next.isEmpty() || at.is(Tag.SUBROUTINE_TYPE)) {
                break;
            }
            at = next.get();
        }
        return stars + (at.is(Tag.SUBROUTINE_TYPE) ? "fn" : "void");
    }

    private Type array(Die die) {
        Type element = typeOf(die);
        List<Die> dimensions = die.children().stream()
                .filter(child -> child.is(Tag.SUBRANGE_TYPE) || child.is(Tag.ENUMERATION_TYPE))
                .toList();
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw die.unit().entries().bad(die.offset(), "an array has " + dimensions.size() + " dimensions");
        }
        OptionalLong stride = die.constant(Attribute.BYTE_STRIDE);
        Type type = element;
        for (int i = dimensions.size() - 1; i >= 0; i--) {
            long count = count(dimensions.get(i));
            long step = i == dimensions.size() - 1 ? stride.orElse(type.sizeInBytes()) : type.sizeInBytes();
            if (step < 0 || step != 0 && count > Long.MAX_VALUE / step) {
                throw die.unit().entries().bad(die.offset(), "an array is larger than all memory");
            }
            type = new Type.Array("[" + type.name() + "; " + count + "]", type, count, step);
        }
        return type;
    }

    private static long count(Die dimension) {
        OptionalLong count = dimension.constant(Attribute.COUNT);
        if (count.isPresent()) {
            return Math.max(0, count.getAsLong());
        }
        OptionalLong upper = dimension.signedConstant(Attribute.UPPER_BOUND);
        long lower = dimension.signedConstant(Attribute.LOWER_BOUND).orElse(0);
        return upper.isPresent() ? Math.max(0, upper.getAsLong() - lower + 1) : 0;
    }

    private Type enumeration(Die die, String name, long size) {
        List<Enumerator> enumerators = new ArrayList<>();
        boolean isSigned = units.referred(die, Attribute.TYPE)
                .map(this::read)
                .map(Type::plain)
                .filter(type -> type instanceof Type.Base base && base.encoding() == Encoding.SIGNED)
                .isPresent();
        for (Die child : die.children()) {
            if (child.is(Tag.ENUMERATOR)) {
                OptionalLong value =
                        isSigned ? child.signedConstant(Attribute.CONST_VALUE) : child.constant(Attribute.CONST_VALUE);
                enumerators.add(new Enumerator(child.name().orElse("?"), value.orElse(0)));
                isSigned |= value.orElse(0) < 0 && size < 8;
            }
        }
        return new Type.Enumeration(name, size, isSigned, enumerators);
    }
}
