package ringside.cpu.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The entries of {@code .symtab}, or of {@code .dynsym} where that is all there is.   @elf "Symbol table"
 *
 * @param symbols functions, objects and labels
 * @param ranges what the mapping symbols say, in the order of addresses and without overlaps
 */
record SymbolTable(List<Symbol> symbols, List<ContentRange> ranges) {
    private static final int FUNCTION = 2;
    private static final int SECTION = 3;
    private static final int FILE = 4;
    private static final int INDIRECT_FUNCTION = 10;

    static SymbolTable read(Elf elf) {
        Optional<ElfSection> table = ofType(elf, ElfSection.SYMBOL_TABLE);
        if (table.isEmpty()) {
            table = ofType(elf, ElfSection.DYNAMIC_SYMBOLS);
        }
        return table.map(section -> new Reader(elf, section).read()).orElse(new SymbolTable(List.of(), List.of()));
    }

    private static Optional<ElfSection> ofType(Elf elf, int type) {
        return elf.sections().stream().filter(s -> s.type() == type).findFirst();
    }

    private record Mark(long address, int section, ContentRange.Content content) {}

    private static final class Reader {
        private final Elf elf;
        private final Bytes entries;
        private final Bytes names;
        private final boolean wide;
        private final List<Symbol> symbols = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private long namesBudget;

        Reader(Elf elf, ElfSection table) {
            this.elf = elf;
            entries = table.content();
            if (table.link() < 0 || table.link() >= elf.sections().size()) {
                throw entries.bad(0, "the names of its symbols are said to be in section " + table.link());
            }
            names = elf.sections().get(table.link()).content();
            wide = elf.machine().addressSizeInBytes() == 8;
            namesBudget = 8L * names.length() + 65536;
        }

        SymbolTable read() {
            int entrySize = wide ? 24 : 16;
            if (entries.length() % entrySize != 0) {
                throw entries.bad(entries.length(), "it ends in the middle of a symbol");
            }
            for (int at = entrySize; at < entries.length(); at += entrySize) {
                readEntry(entries.cursor(at));
            }
            return new SymbolTable(symbols, ranges());
        }

        private void readEntry(Cursor entry) {
            long nameAt = entry.u32();
            long value = wide ? 0 : entry.u32();
            long size = wide ? 0 : entry.u32();
            int info = entry.u8();
            entry.u8(); // visibility
            int section = entry.u16();
            if (wide) {
                value = entry.u64();
                size = entry.u64();
            }
            int type = info & 0xF;
            if (section == 0 || type == SECTION || type == FILE || nameAt == 0) {
                return;
            }
            String linkName = name(nameAt);
            Optional<ContentRange.Content> mark = markOf(linkName);
            if (mark.isPresent()) {
                marks.add(new Mark(value, section, mark.get()));
                return;
            }
            Symbol.Kind kind = kindOf(type);
            long address = kind == Symbol.Kind.FUNCTION ? elf.machine().codeAddress(value) : value;
            symbols.add(new Symbol(
                    RustNames.demangle(linkName), linkName, address, size, kind, bindingOf(info >> 4), section));
        }

        /** Names may share bytes, so a small damaged table could claim an endless total: the budget ends that. */
        private String name(long at) {
            String name = names.text(at);
            namesBudget -= name.length();
            if (namesBudget < 0) {
                throw names.bad(at, "the names of the symbols are longer together than their table");
            }
            return name;
        }

        private static Symbol.Kind kindOf(int type) {
            return switch (type) {
                case FUNCTION, INDIRECT_FUNCTION -> Symbol.Kind.FUNCTION;
                case 0 -> Symbol.Kind.UNTYPED;
                default -> Symbol.Kind.OBJECT;
            };
        }

        private static Symbol.Binding bindingOf(int binding) {
            return switch (binding) {
                case 0 -> Symbol.Binding.LOCAL;
                case 2 -> Symbol.Binding.WEAK;
                default -> Symbol.Binding.GLOBAL;
            };
        }

        /** {@code $t}, {@code $a} and {@code $d}, each alone or with a dot and more behind it.   @aaelf "Mapping symbols" */
        private Optional<ContentRange.Content> markOf(String name) {
            boolean isMark = elf.machine() == ElfMachine.ARM
                    && name.startsWith("$")
                    && (name.length() == 2 || name.length() > 2 && name.charAt(2) == '.');
            if (!isMark) {
                return Optional.empty();
            }
            return switch (name.charAt(1)) {
                case 't' -> Optional.of(ContentRange.Content.THUMB);
                case 'a' -> Optional.of(ContentRange.Content.ARM);
                case 'd' -> Optional.of(ContentRange.Content.DATA);
                default -> Optional.empty();
            };
        }

        private List<ContentRange> ranges() {
            marks.removeIf(mark -> mark.section >= elf.sections().size()
                    || !elf.sections().get(mark.section).contains(mark.address));
            marks.sort(Comparator.comparingLong(Mark::address));
            List<ContentRange> ranges = new ArrayList<>();
            for (int i = 0; i < marks.size(); i++) {
                Mark mark = marks.get(i);
                ElfSection section = elf.sections().get(mark.section);
                long end = section.address() + section.size();
                if (i + 1 < marks.size()) {
                    end = Math.min(end, marks.get(i + 1).address);
                }
                ContentRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
                if (last != null && last.end() == mark.address && last.content() == mark.content) {
                    ranges.set(ranges.size() - 1, new ContentRange(last.start(), end, mark.content));
                } else if (end > mark.address) {
                    ranges.add(new ContentRange(mark.address, end, mark.content));
                }
            }
            return ranges;
        }
    }
}
