package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ringside.cpu.image.Bytes;
import ringside.cpu.image.Cursor;
import ringside.cpu.image.dwarf.Type.BitField;
import ringside.cpu.image.dwarf.Type.Member;
import ringside.cpu.image.dwarf.Type.Span;
import ringside.cpu.image.dwarf.Type.Variant;
import ringside.cpu.image.dwarf.Type.VariantPart;

/** Reads the parts of structs, unions and Rust's enums.   @dwarf 5, 5.7 */
final class MemberReader {
    private static final int PLUS_UCONST = 0x23;

    private final TypeReader types;
    private final Units units;

    MemberReader(TypeReader types, Units units) {
        this.types = types;
        this.units = units;
    }

    Type struct(Die die, String name, long size) {
        Optional<VariantPart> variants = die.children().stream()
                .filter(child -> child.is(Tag.VARIANT_PART))
                .findFirst()
                .map(this::variantPart);
        return new Type.Struct(name, size, members(die), variants);
    }

    List<Member> members(Die die) {
        List<Member> members = new ArrayList<>();
        for (Die child : die.children()) {
            boolean isPart = child.is(Tag.MEMBER) || child.is(Tag.INHERITANCE);
            if (isPart && !child.flag(Attribute.EXTERNAL) && !child.flag(Attribute.DECLARATION)) {
                members.add(member(child));
            }
        }
        return members;
    }

    private Member member(Die die) {
        Type type = types.typeOf(die);
        long offset = offset(die);
        OptionalLong width = die.constant(Attribute.BIT_SIZE);
        if (width.isEmpty()) {
            return new Member(name(die, type), type, offset, Optional.empty());
        }
        long fromStart = die.constant(Attribute.DATA_BIT_OFFSET).orElse(-1);
        if (fromStart < 0) {
            // Before version 4 the place was counted from the highest bit of the bytes that hold the field.
            long whole = 8 * die.constant(Attribute.BYTE_SIZE).orElse(type.sizeInBytes());
            fromStart = 8 * offset + whole - die.constant(Attribute.BIT_OFFSET).orElse(0) - width.getAsLong();
        }
        if (width.getAsLong() < 1 || width.getAsLong() > 64 || fromStart < 0) {
            throw die.unit().entries().bad(die.offset(), "a bit field cannot have " + width.getAsLong() + " bits");
        }
        BitField bits = new BitField((int) (fromStart & 7), (int) width.getAsLong());
        return new Member(name(die, type), type, fromStart >> 3, Optional.of(bits));
    }

    private static String name(Die die, Type type) {
        return die.name().orElse(die.is(Tag.INHERITANCE) ? type.name() : "");
    }

    /** A number, or in old information an expression that adds one.   @dwarf 5, 5.7.6 */
    private static long offset(Die die) {
        OptionalLong plain = die.constant(Attribute.DATA_MEMBER_LOCATION);
        if (plain.isPresent()) {
            return plain.getAsLong();
        }
        Optional<Bytes> expression = die.block(Attribute.DATA_MEMBER_LOCATION);
        if (expression.isEmpty()) {
            return 0;
        }
        Cursor at = expression.get().cursor(0);
        if (at.u8() != PLUS_UCONST) {
            throw at.bad("the place of a member is computed in an unknown way");
        }
        return at.uleb();
    }

    private VariantPart variantPart(Die part) {
        Optional<Member> discriminant = units.referred(part, Attribute.DISCR).map(this::member);
        boolean isSigned = discriminant
                .map(member -> member.type().plain())
                .filter(type -> type instanceof Type.Base base && base.encoding() == Type.Encoding.SIGNED)
                .isPresent();
        List<Variant> variants = new ArrayList<>();
        for (Die child : part.children()) {
            if (child.is(Tag.VARIANT)) {
                List<Span> values = values(child, isSigned);
                child.children().stream()
                        .filter(die -> die.is(Tag.MEMBER))
                        .findFirst()
                        .ifPresent(die -> variants.add(new Variant(member(die), values)));
            }
        }
        return new VariantPart(discriminant, variants);
    }

    private static List<Span> values(Die variant, boolean isSigned) {
        OptionalLong one =
                isSigned ? variant.signedConstant(Attribute.DISCR_VALUE) : variant.constant(Attribute.DISCR_VALUE);
        if (one.isPresent()) {
            return List.of(new Span(one.getAsLong(), one.getAsLong()));
        }
        List<Span> spans = new ArrayList<>();
        Optional<Bytes> list = variant.block(Attribute.DISCR_LIST);
        if (list.isPresent()) {
            Cursor at = list.get().cursor(0);
            while (!at.atEnd()) {
                boolean isRange = at.u8() != 0;
                long first = isSigned ? at.sleb() : at.uleb();
                spans.add(new Span(first, !isRange ? first : isSigned ? at.sleb() : at.uleb()));
            }
        }
        return spans;
    }
}
