package ringside.pane.spaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.AddressSpacesView.Grant;
import ringside.kernels.view.AddressSpacesView.Link;
import ringside.kernels.view.AddressSpacesView.Space;
import ringside.kernels.view.FrameOwners;
import ringside.pane.NumberText;
import ringside.pane.TaskColour;
import ringside.pane.Views;
import ringside.pane.Words;

/**
 * What the address-spaces pane shows.
 *
 * @param left the address space that was chosen, or the one in use
 * @param right the other side of what it lends or borrows, or null
 * @param links which grants of both show the same memory
 */
public record AddressSpacesPaneModel(Side left, Side right, List<Joint> links) {
    /** The place of the address space in use. */
    public static final int CURRENT = -1;
    /** The slot of the page tables of the left side. */
    static final String LEFT = "left";
    /** The slot of the page tables of the right side. */
    static final String RIGHT = "right";

    private static final long PAGE = 4096;

    /** One address space. */
    public record Side(int space, String name, String colour, String state, List<Card> cards) {
        /** Copies the list. */
        public Side {
            cards = List.copyOf(cards);
        }
    }

    /**
     * One grant.
     *
     * @param base its first address, by which it is known
     * @param colour that of the owner of its first frame
     * @param lent whether it is lent or borrowed
     * @param links the other sides
     */
    public record Card(
            long base,
            String range,
            String size,
            String protection,
            String provider,
            String frames,
            String colour,
            boolean lent,
            boolean selected,
            String hint,
            List<Other> links) {
        /** Copies the list. */
        public Card {
            links = List.copyOf(links);
        }
    }

    /** The other side of a grant: where a click leads. */
    public record Other(int space, long base, String words) {}

    /** A line between a grant on the left and one on the right; the words say which frame both have. */
    public record Joint(long leftBase, long rightBase, String words, boolean same) {}

    /** Copies the list. */
    public AddressSpacesPaneModel {
        links = List.copyOf(links);
    }

    /** The address space that is chosen: by its place in the kernel's table, or the one in use. */
    static Optional<Space> chosen(AddressSpacesView view, int space) {
        return view.spaces().stream()
                .filter(each -> space == CURRENT ? each.current() : each.index() == space)
                .findFirst();
    }

    /** The other side that is looked at: of the selected grant, else of a loan for a message, else of any. */
    static Optional<Space> partner(AddressSpacesView view, Space left, long selected) {
        Link best = null;
        int bestRank = 0;
        for (Grant grant : left.grants()) {
            for (Link link : links(grant)) {
                int rank = grant.base() == selected ? 4 : grant.tag() != 0 ? 3 : grant.from() == link ? 2 : 1;
                if (link.space() >= 0 && link.space() != left.index() && rank > bestRank) {
                    best = link;
                    bestRank = rank;
                }
            }
        }
        return best == null ? Optional.empty() : chosen(view, best.space());
    }

    private static List<Link> links(Grant grant) {
        List<Link> links = new ArrayList<>(grant.lentTo());
        if (grant.from() != null) {
            links.add(0, grant.from());
        }
        return links;
    }

    /** Makes the model, or nothing if there is no such address space. */
    static Optional<AddressSpacesPaneModel> of(Views views, int space, long selected) {
        AddressSpacesView view = views.now(AddressSpacesView.class).orElse(new AddressSpacesView(List.of()));
        Optional<Space> left = chosen(view, space);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Optional<Space> right = partner(view, left.get(), selected);
        FrameOwners owners = views.now(FrameOwners.class).orElse(FrameOwners.NONE);
        Pages leftPages = new Pages(left.get(), views.now(PageTablesView.class, LEFT), owners);
        Side rightSide = null;
        List<Joint> joints = List.of();
        if (right.isPresent()) {
            Pages rightPages = new Pages(right.get(), views.now(PageTablesView.class, RIGHT), owners);
            rightSide = side(right.get(), rightPages, -1);
            joints = joints(leftPages, rightPages);
        }
        return Optional.of(new AddressSpacesPaneModel(side(left.get(), leftPages, selected), rightSide, joints));
    }

    /** An address space with its page tables, if these are the ones that were read. */
    private record Pages(Space space, Optional<PageTablesView> tables, FrameOwners owners) {
        boolean known() {
            return tables.isPresent() && (tables.get().cr3() & -PAGE) == (space.root() & -PAGE);
        }

        GrantFrames frames(long base, long end) {
            return known() ? GrantFrames.of(tables.get().ranges(), base, end) : new GrantFrames(List.of());
        }
    }

    private static Side side(Space space, Pages pages, long selected) {
        List<Card> cards = new ArrayList<>();
        space.grants().forEach(grant -> cards.add(card(grant, pages, grant.base() == selected)));
        String root = NumberText.address(space.root());
        String state = Words.of(space.current() ? "address-spaces.inUse" : "address-spaces.root", root);
        return new Side(space.index(), name(space), TaskColour.of(space.task()), state, cards);
    }

    /** Whose address space it is. */
    static String name(Space space) {
        return space.name().isEmpty()
                ? Words.of("address-spaces.nameless", Integer.toString(space.index()))
                : space.name();
    }

    private static Card card(Grant grant, Pages pages, boolean selected) {
        GrantFrames frames = pages.frames(grant.base(), grant.end());
        String colour = pages.owners
                .ownerOf(frames.first())
                .map(owner -> TaskColour.of(owner.task()))
                .orElse("kernel");
        List<Other> others = new ArrayList<>();
        if (grant.from() != null) {
            others.add(other(grant.from(), "address-spaces.from"));
        }
        grant.lentTo().forEach(link -> others.add(other(link, "address-spaces.lentTo")));
        StringBuilder provider = new StringBuilder(grant.provider());
        if (grant.pinned()) {
            provider.append(" \u00b7 ").append(Words.of("address-spaces.pinned"));
        }
        if (grant.tag() != 0) {
            provider.append(" \u00b7 ")
                    .append(Words.of("address-spaces.tag", grant.schemeName(), Long.toString(grant.tag())));
        } else if (!grant.schemeName().isEmpty()) {
            provider.append(" \u00b7 ")
                    .append(Words.of("address-spaces.file", grant.schemeName(), Long.toString(grant.file())));
        }
        String key = "address-spaces.provider." + grant.provider();
        return new Card(
                grant.base(),
                Words.of("ipc.range", NumberText.address(grant.base()), NumberText.address(grant.end() - 1)),
                size(grant),
                grant.protection(),
                provider.toString(),
                pages.known() ? frames.words(PAGE) : "",
                colour,
                !others.isEmpty(),
                selected,
                Words.has(key) ? Words.of(key) : grant.provider(),
                others);
    }

    private static String size(Grant grant) {
        String size = NumberText.size(grant.pages() * PAGE);
        return grant.present() == grant.pages()
                ? size
                : Words.of(
                        "address-spaces.present", size, Long.toString(grant.present()), Long.toString(grant.pages()));
    }

    private static Other other(Link link, String key) {
        String words = Words.of(key, link.name(), NumberText.address(link.base()));
        return new Other(link.space(), link.base(), words);
    }

    private static List<Joint> joints(Pages left, Pages right) {
        List<Joint> joints = new ArrayList<>();
        for (Grant mine : left.space.grants()) {
            for (Link link : links(mine)) {
                if (link.space() != right.space.index()) {
                    continue;
                }
                for (Grant theirs : right.space.grants()) {
                    if (link.base() < theirs.end() && theirs.base() < link.end()) {
                        joints.add(joint(mine, theirs, left, right, link));
                    }
                }
            }
        }
        return joints.stream().distinct().toList();
    }

    /** The borrowed side has no more than what is lent; so its frames are those that both have. */
    private static Joint joint(Grant mine, Grant theirs, Pages left, Pages right, Link link) {
        GrantFrames here = left.frames(mine.base(), mine.end());
        GrantFrames there = right.frames(link.base(), link.end());
        boolean same = here.shares(there);
        long frame = link.equals(mine.from()) ? here.first() : there.first();
        return new Joint(mine.base(), theirs.base(), same ? NumberText.address(frame) : "", same);
    }
}
