package ringside.pane.spaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.cpu.x86.paging.PageTablesView.Range;
import ringside.cpu.x86.paging.PagingMode;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.AddressSpacesView.Grant;
import ringside.kernels.view.AddressSpacesView.Link;
import ringside.kernels.view.AddressSpacesView.Space;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.FrameOwners;
import ringside.kernels.view.OwnerMap;
import ringside.pane.TaskColour;
import ringside.pane.Views;
import ringside.pane.spaces.AddressSpacesPaneModel.Card;
import ringside.pane.spaces.AddressSpacesPaneModel.Joint;

/** A loan is seen from both sides, and both sides have the same frame. */
class AddressSpacesPaneModelTest {
    private static final int CLIENT = 5;
    private static final int SERVER = 3;
    private static final long BUFFER = 0x40_8000;
    private static final long WINDOW = 0x1000_0000;
    private static final FrameOwners OWNERS = new OwnerMap()
            .put(0x5_0000, 0x6_0000, FrameOwner.task(CLIENT, "shell", "grant"))
            .owners();

    private static Grant grant(long base, int pages, int present, String provider, Link from, List<Link> to, long tag) {
        return new Grant(
                base, base + pages * 0x1000L, pages, present, provider, "rw-", tag != 0, from, to, tag, 14, "file", 0);
    }

    private static AddressSpacesView view(boolean serverRuns) {
        Grant lent = grant(
                0x40_0000, 16, 9, "Allocated", null, List.of(new Link(1, SERVER, "fsd", WINDOW, WINDOW + 0x1000)), 0);
        Grant borrowed =
                grant(WINDOW, 1, 1, "External", new Link(0, CLIENT, "shell", BUFFER, BUFFER + 0x1000), List.of(), 7);
        return new AddressSpacesView(List.of(
                new Space(0, 0x7000, CLIENT, "shell", !serverRuns, 1, List.of(lent)),
                new Space(1, 0x9000, SERVER, "fsd", serverRuns, 1, List.of(borrowed)),
                new Space(
                        2,
                        0xB000,
                        9,
                        "zerod",
                        false,
                        1,
                        List.of(grant(0x1000, 1, 0, "Allocated", null, List.of(), 0)))));
    }

    private static PageTablesView tables(long root, Range... ranges) {
        return new PageTablesView(PagingMode.FOUR_LEVEL, root, List.of(), List.of(ranges), true);
    }

    private static Range range(long linear, long physical, long bytes) {
        return new Range(linear, bytes, physical, 12, true, true, false);
    }

    private static Views views() {
        return Views.NONE
                .with(view(true))
                .with(OWNERS)
                .with(AddressSpacesPaneModel.LEFT, tables(0x9000, range(WINDOW, 0x5_3000, 0x1000)))
                .with(
                        AddressSpacesPaneModel.RIGHT,
                        tables(0x7000, range(0x40_0000, 0x6_0000, 0x8000), range(BUFFER, 0x5_3000, 0x1000)));
    }

    private static AddressSpacesPaneModel model(int space, long selected) {
        return AddressSpacesPaneModel.of(views(), space, selected).orElseThrow();
    }

    @Test
    void theAddressSpaceInCr3StandsLeftAndItsLenderRight() {
        AddressSpacesPaneModel model = model(AddressSpacesPaneModel.CURRENT, -1);
        assertEquals("fsd", model.left().name());
        assertEquals("shell", model.right().name());
        assertTrue(model.left().state().contains("in CR3"));
    }

    @Test
    void bothSidesOfALoanHaveTheSameFrameInTheColourOfItsOwner() {
        AddressSpacesPaneModel model = model(AddressSpacesPaneModel.CURRENT, -1);
        assertEquals(List.of(new Joint(WINDOW, 0x40_0000, "0005_3000", true)), model.links());
        Card card = model.left().cards().get(0);
        assertEquals("frame 0005_3000", card.frames());
        assertEquals(TaskColour.of(CLIENT), card.colour());
        assertTrue(card.provider().contains("pinned"), card.provider());
        assertTrue(card.provider().contains("file tag 7"), card.provider());
        assertTrue(card.links().get(0).words().contains("from shell at 0040_8000"));
        assertEquals(0, card.links().get(0).space());
    }

    @Test
    void tablesOfAnotherAddressSpaceAreNotTakenForThisOne() {
        Views stale = Views.NONE.with(view(false)).with(OWNERS).with(AddressSpacesPaneModel.LEFT, tables(0x9000));
        AddressSpacesPaneModel model = AddressSpacesPaneModel.of(stale, AddressSpacesPaneModel.CURRENT, -1)
                .orElseThrow();
        assertEquals("shell", model.left().name());
        assertEquals("", model.left().cards().get(0).frames());
        assertFalse(model.links().get(0).same());
    }

    @Test
    void withoutLoansThereIsNoOtherSideAndLazyPagesHaveNoFrame() {
        Views views = Views.NONE.with(view(true)).with(AddressSpacesPaneModel.LEFT, tables(0xB000));
        AddressSpacesPaneModel model = AddressSpacesPaneModel.of(views, 2, -1).orElseThrow();
        assertNull(model.right());
        assertEquals("no frame yet", model.left().cards().get(0).frames());
        assertEquals("4 KiB, 0 of 1 pages present", model.left().cards().get(0).size());
    }

    @Test
    void anAddressSpaceThatIsGoneGivesNothing() {
        assertEquals(Optional.empty(), AddressSpacesPaneModel.of(views(), 17, -1));
    }

    @Test
    void framesThatFollowEachOtherAreOnePiece() {
        GrantFrames frames = GrantFrames.of(
                List.of(
                        range(0x1000, 0x5_0000, 0x1000),
                        range(0x2000, 0x5_1000, 0x1000),
                        range(0x3000, 0x9_0000, 0x1000)),
                0x1000,
                0x4000);
        assertEquals(2, frames.pieces().size());
        assertEquals("frames 0005_0000 \u2013 0005_1fff, 0009_0000", frames.words(0x1000));
    }
}
