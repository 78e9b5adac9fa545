package ringside.pane.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.cpu.view.RegistersView;
import ringside.cpu.view.RegistersView.Field;
import ringside.cpu.view.RegistersView.Group;
import ringside.cpu.view.RegistersView.Register;
import ringside.pane.NumberBase;
import ringside.pane.Views;
import ringside.pane.Words;

/**
 * What the registers pane shows, as rows of text.
 *
 * @param groups the registers, grouped
 * @param mode the execution state in words
 * @param next the state after the next instruction, in words; empty if it stays or nobody can tell
 */
public record RegistersPaneModel(List<RowGroup> groups, String mode, String next) {

    /** Rows under one title. */
    public record RowGroup(String title, List<Row> rows) {
        /** Copies the list. */
        public RowGroup {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One register.
     *
     * @param name its name
     * @param text its value in the chosen base
     * @param note what the value means, or what it was before
     * @param changed whether the last command changed it
     * @param hint what hovering says
     * @param value its value, for links
     * @param code the address of the instruction that it holds, or -1
     * @param flags its one-bit fields; empty for plain numbers
     */
    public record Row(
            String name,
            String text,
            String note,
            boolean changed,
            String hint,
            long value,
            long code,
            List<Flag> flags) {
        /** Copies the list. */
        public Row {
            flags = List.copyOf(flags);
        }
    }

    /** A one-bit field, as a letter that is strong when set. */
    public record Flag(String name, boolean set, boolean changed, String meaning) {}

    /** Copies the list. */
    public RegistersPaneModel {
        groups = List.copyOf(groups);
    }

    /** Makes the rows, or nothing if there are no registers to show. */
    public static Optional<RegistersPaneModel> of(Views views, NumberBase base) {
        return views.now(RegistersView.class).map(now -> {
            Optional<RegistersView> before = views.before(RegistersView.class);
            RegisterNotesView notes = views.now(RegisterNotesView.class).orElse(RegisterNotesView.NONE);
            List<RowGroup> groups = new ArrayList<>();
            for (Group group : now.groups()) {
                List<Row> rows = new ArrayList<>();
                for (Register register : group.registers()) {
                    Optional<Register> old = before.flatMap(view -> view.find(register.name()));
                    rows.add(row(register, old, notes, base));
                }
                groups.add(new RowGroup(group.title(), rows));
            }
            String next = views.now(NextModeView.class)
                    .map(NextModeView::mode)
                    .filter(mode -> !mode.isEmpty())
                    .map(mode -> Words.of("registers.next", mode))
                    .orElse("");
            return new RegistersPaneModel(groups, now.mode(), next);
        });
    }

    private static Row row(Register register, Optional<Register> old, RegisterNotesView notes, NumberBase base) {
        String meaning = notes.notes().getOrDefault(register.name(), "");
        long code = notes.code().getOrDefault(register.name(), -1L);
        String text = text(base, register);
        boolean changed = old.isPresent()
                && !text(NumberBase.HEXADECIMAL, old.get()).equals(text(NumberBase.HEXADECIMAL, register));
        StringBuilder hint = new StringBuilder();
        String was = changed ? text(base, old.get()) : "";
        if (changed) {
            hint.append(Words.of("changed.hint", was, text)).append('\n');
        }
        hint.append(allBases(register));
        for (Field field : register.fields()) {
            hint.append('\n').append(field.name()).append(" = ").append(field.value());
            if (!field.meaning().isEmpty()) {
                hint.append("  ").append(field.meaning());
            }
        }
        String note = !meaning.isEmpty() ? meaning : changed ? Words.of("changed.was", was) : smallNumber(register);
        return new Row(
                register.name(), text, note, changed, hint.toString(), register.value(), code, flags(register, old));
    }

    private static String allBases(Register register) {
        if (register.bits() > Long.SIZE) {
            return text(NumberBase.HEXADECIMAL, register);
        }
        return NumberBase.HEXADECIMAL.write(register.value(), register.bits()) + "  =  "
                + NumberBase.DECIMAL.write(register.value(), register.bits());
    }

    private static String smallNumber(Register register) {
        boolean small = register.bits() <= Long.SIZE && register.value() > 9 && register.value() < 1_000_000;
        return small && register.fields().isEmpty() ? NumberBase.DECIMAL.write(register.value(), 32) : "";
    }

    private static List<Flag> flags(Register register, Optional<Register> old) {
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < register.fields().size(); i++) {
            Field field = register.fields().get(i);
            if (field.highBit() == field.lowBit() && field.name().length() == 1) {
                long mask = 1L << field.lowBit();
                boolean changed = old.isPresent() && ((old.get().value() ^ register.value()) & mask) != 0;
                flags.add(new Flag(field.name(), field.value() != 0, changed, field.meaning()));
            }
        }
        return flags;
    }

    private static String text(NumberBase base, Register register) {
        return register.bits() > Long.SIZE
                ? NumberBase.writeLong(register.upper(), register.value(), register.bits())
                : base.write(register.value(), register.bits());
    }
}
