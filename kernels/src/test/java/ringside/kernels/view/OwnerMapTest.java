package ringside.kernels.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.kernels.view.FrameOwners.Area;

class OwnerMapTest {
    private static final FrameOwner SHELL = FrameOwner.task(2, "shell", "heap");
    private static final FrameOwner KERNEL = FrameOwner.kernel("heap");

    @Test
    void whatIsPutLaterLiesOverWhatWasPutBefore() {
        FrameOwners owners = new OwnerMap()
                .put(0x1000, 0x8000, KERNEL)
                .put(0x3000, 0x4000, SHELL)
                .putFrame(0x7FFF, SHELL)
                .owners();
        assertEquals(
                List.of(
                        new Area(0x1000, 0x3000, KERNEL),
                        new Area(0x3000, 0x4000, SHELL),
                        new Area(0x4000, 0x7000, KERNEL),
                        new Area(0x7000, 0x8000, SHELL)),
                owners.areas());
    }

    @Test
    void framesOfOneOwnerSideBySideAreOneArea() {
        OwnerMap map = new OwnerMap();
        for (int frame = 15; frame >= 0; frame--) {
            map.putFrame(frame * 0x1000L, SHELL);
        }
        assertEquals(List.of(new Area(0, 0x10000, SHELL)), map.owners().areas());
    }

    @Test
    void aByteHasTheOwnerThatWasPutLastOverItAndNobodyWhereNoneWas() {
        Random random = new Random(4711);
        FrameOwner[] expected = new FrameOwner[200];
        OwnerMap map = new OwnerMap();
        for (int i = 0; i < 300; i++) {
            int start = random.nextInt(200);
            int end = random.nextInt(200);
            FrameOwner owner = FrameOwner.task(random.nextInt(4), "task", "");
            map.put(start, end, owner);
            for (int at = start; at < end; at++) {
                expected[at] = owner;
            }
            FrameOwners owners = map.owners();
            for (int at = 0; at < expected.length; at++) {
                assertEquals(Optional.ofNullable(expected[at]), owners.ownerOf(at), "seed 4711, put " + i);
            }
        }
    }

    @Test
    void areasWithinARangeAreCutOffAtItsEnds() {
        FrameOwners owners =
                new OwnerMap().put(0, 0x2000, KERNEL).put(0x3000, 0x9000, SHELL).owners();
        assertEquals(
                List.of(new Area(0x1000, 0x2000, KERNEL), new Area(0x3000, 0x4000, SHELL)),
                owners.within(0x1000, 0x4000));
        assertEquals(List.of(), owners.within(0x2000, 0x3000));
    }

    @Test
    void knownOwnersLieOverOthersOnlyWhereTheyAreKnown() {
        FrameOwners first = new OwnerMap().put(0x1000, 0x2000, SHELL).owners();
        FrameOwners both = new OwnerMap().put(0, 0x3000, KERNEL).putAll(first).owners();
        assertEquals(Optional.of(KERNEL), both.ownerOf(0x2FFF));
        assertEquals(Optional.of(SHELL), both.ownerOf(0x1FFF));
    }

    @Test
    void aFrameThatSeveralShareGoesToTheOneWithTheMostBytes() {
        FrameOwners owners = new OwnerMap()
                .put(0x0800, 0x3400, KERNEL)
                .put(0x3400, 0x5010, SHELL)
                .put(0x5010, 0x5018, KERNEL)
                .owners();
        assertEquals(
                List.of(new Area(0, 0x3000, KERNEL), new Area(0x3000, 0x6000, SHELL)),
                owners.wholeFrames().areas());
    }

    @Test
    void areasOutOfOrderAreRefused() {
        List<Area> overlapping = List.of(new Area(0, 0x2000, KERNEL), new Area(0x1000, 0x3000, SHELL));
        assertThrows(IllegalArgumentException.class, () -> new FrameOwners(overlapping));
    }
}
