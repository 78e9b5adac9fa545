package ringside.kernels.redox;

import static ringside.kernels.observe.Structure.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.observe.Structure;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.AddressSpacesView.Grant;
import ringside.kernels.view.AddressSpacesView.Link;
import ringside.kernels.view.AddressSpacesView.Space;
import ringside.kernels.view.FrameOwner;

/** Address spaces with their grants, and each loan seen from both sides. */
final class RedoxSpaces {
    private static final String[] PROTECTION = {"r", "w", "x"};

    /** A grant as the kernel has it. */
    record Entry(
            int space,
            long base,
            long pages,
            String provider,
            long protection,
            boolean pinned,
            int source,
            long sourceBase,
            long tag,
            int scheme,
            long file) {
        long end() {
            return base + pages * RedoxKernel.PAGE;
        }

        /** Whether its pages are those of another address space. */
        boolean isBorrowed() {
            return provider.equals("External") || provider.equals("FmapBorrowed");
        }

        long sourceEnd() {
            return sourceBase + pages * RedoxKernel.PAGE;
        }

        static Entry of(int space, TypedValue grant) {
            return new Entry(
                    space,
                    number(grant, "base"),
                    number(grant, "pages"),
                    Structure.part(grant, "provider").variant(),
                    number(grant, "protection"),
                    number(grant, "is_pinned") != 0,
                    (int) number(grant, "source_space") - 1,
                    number(grant, "source_base"),
                    number(grant, "tag"),
                    (int) number(grant, "scheme"),
                    number(grant, "file"));
        }
    }

    /** An address space as the kernel has it. */
    record Used(int index, long root, int users, List<Entry> grants) {}

    private final RedoxKernel kernel;

    RedoxSpaces(RedoxKernel kernel) {
        this.kernel = kernel;
    }

    /** The used entries of the table of address spaces; grants in the order of addresses. */
    List<Used> used() {
        List<Used> used = new ArrayList<>();
        List<TypedValue> all = Structure.elements(kernel.part("spaces"), "all");
        for (int index = 0; index < all.size(); index++) {
            if (number(all.get(index), "root") != 0) {
                TypedValue space = all.get(index).loaded();
                List<Entry> grants = new ArrayList<>();
                for (TypedValue grant : Structure.elements(space, "grants")) {
                    if (number(grant, "pages") != 0) {
                        grants.add(Entry.of(index, grant));
                    }
                }
                grants.sort(Comparator.comparingLong(Entry::base));
                used.add(new Used(index, number(space, "root"), (int) number(space, "users"), grants));
            }
        }
        return used;
    }

    AddressSpacesView read() {
        List<Used> all = used();
        int current = kernel.current().space();
        List<Space> spaces = new ArrayList<>();
        for (Used space : all) {
            int pid = kernel.pidOfSpace(space.index);
            PageWalk walk = new PageWalk(kernel, space.root);
            List<Grant> grants = new ArrayList<>();
            for (Entry entry : space.grants) {
                grants.add(grant(entry, walk, all));
            }
            spaces.add(new Space(
                    space.index,
                    space.root,
                    pid,
                    pid < 0 ? "" : kernel.nameOf(pid),
                    space.index == current,
                    space.users,
                    grants));
        }
        return new AddressSpacesView(spaces);
    }

    private Grant grant(Entry entry, PageWalk walk, List<Used> all) {
        List<Link> lentTo = new ArrayList<>();
        for (Used other : all) {
            for (Entry borrowed : other.grants) {
                if (borrowed.isBorrowed()
                        && borrowed.source == entry.space
                        && borrowed.sourceBase < entry.end()
                        && entry.base < borrowed.sourceEnd()) {
                    lentTo.add(link(borrowed.space, borrowed.base, borrowed.end()));
                }
            }
        }
        return new Grant(
                entry.base,
                entry.end(),
                entry.pages,
                walk.present(entry.base, entry.pages),
                entry.provider,
                protection(entry.protection),
                entry.pinned,
                from(entry),
                lentTo,
                entry.tag,
                entry.scheme,
                entry.scheme == 0 ? "" : kernel.schemeName(entry.scheme),
                entry.file);
    }

    private Link from(Entry entry) {
        if (entry.provider.equals("PhysicalBorrow")) {
            return new Link(-1, FrameOwner.NO_TASK, "physical memory", entry.sourceBase, entry.sourceEnd());
        }
        return entry.isBorrowed() && entry.source >= 0 ? link(entry.source, entry.sourceBase, entry.sourceEnd()) : null;
    }

    private Link link(int space, long base, long end) {
        int pid = kernel.pidOfSpace(space);
        return new Link(space, pid, pid < 0 ? "" : kernel.nameOf(pid), base, end);
    }

    /** What may be done with memory, as in {@code rw-}. */
    static String protection(long bits) {
        StringBuilder words = new StringBuilder();
        for (int bit = 0; bit < PROTECTION.length; bit++) {
            words.append((bits >>> bit & 1) != 0 ? PROTECTION[bit] : "-");
        }
        return words.toString();
    }
}
