package ringside.cpu.image.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import ringside.cpu.image.Cursor;

/** All units of an image, found by their place in {@code .debug_info} or by the addresses of their code. */
final class Units {
    private final DebugSections sections;
    private final List<Unit> units = new ArrayList<>();
    private final TreeMap<Integer, Unit> byOffset = new TreeMap<>();
    private final Map<Long, Unit> bySignature = new HashMap<>();
    private final Map<Long, LineProgram> programs = new TreeMap<>();

    Units(DebugSections sections) {
        this.sections = sections;
        sections.damage().guard(this::readHeaders);
    }

    private void readHeaders() {
        Cursor at = sections.entries().cursor(0);
        while (!at.atEnd()) {
            UnitHeader header = UnitHeader.read(at);
            Unit unit = new Unit(header, sections);
            units.add(unit);
            byOffset.put(header.offset(), unit);
            if (header.type() == UnitHeader.TYPE) {
                bySignature.put(header.signature(), unit);
            }
        }
    }

    DebugSections sections() {
        return sections;
    }

    List<Unit> all() {
        return units;
    }

    /** Does something with each unit; where one is damaged, the others are done nevertheless. */
    void forEach(Consumer<Unit> work) {
        units.forEach(unit -> sections.damage().guard(() -> work.accept(unit)));
    }

    /** The entry at an offset of the section. */
    Die entryAt(long offset) {
        Map.Entry<Integer, Unit> found =
                offset < 0 || offset > Integer.MAX_VALUE ? null : byOffset.floorEntry((int) offset);
        if (found == null) {
            throw sections.entries().bad(offset, "a reference leads to no unit");
        }
        return found.getValue().entryAt(offset);
    }

    /** The entry that an attribute refers to. */
    Optional<Die> referred(Die die, int attribute) {
        OptionalLong offset = die.reference(attribute);
        if (offset.isPresent()) {
            long target = offset.getAsLong();
            UnitHeader own = die.unit().header();
            boolean within = target >= own.offset() && target < own.end();
            return Optional.of(within ? die.unit().entryAt(target) : entryAt(target));
        }
        OptionalLong signature = die.signature(attribute);
        return signature.isPresent() ? typeOfSignature(signature.getAsLong()) : Optional.empty();
    }

    private Optional<Die> typeOfSignature(long signature) {
        return Optional.ofNullable(bySignature.get(signature))
                .map(unit -> unit.entryAt(unit.header().typeEntry()));
    }

    /** The line program of a unit. */
    Optional<LineProgram> lineProgram(Unit unit) {
        Die root = unit.rootAlone();
        OptionalLong offset = root.constant(Attribute.STMT_LIST);
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        LineProgram program = programs.get(offset.getAsLong());
        if (program == null) {
            program = LineProgram.run(
                    unit, offset.getAsLong(), root.text(Attribute.COMP_DIR).orElse(""));
            programs.put(offset.getAsLong(), program);
        }
        return Optional.of(program);
    }

    /** The line programs of all units, by their place. */
    List<LineProgram> linePrograms() {
        forEach(this::lineProgram);
        return List.copyOf(programs.values());
    }
}
