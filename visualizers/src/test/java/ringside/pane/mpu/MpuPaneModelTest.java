package ringside.pane.mpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.cpu.armv7m.exception.FaultBit;
import ringside.cpu.armv7m.exception.FaultStatus;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.cpu.armv7m.mpu.MpuRegion;
import ringside.cpu.armv7m.mpu.MpuView;
import ringside.kernels.view.MemoryMapView;
import ringside.pane.Coordinates;
import ringside.pane.Views;

/** The MPU pane shows the regions that are on, their subregions, and answers by the processor's own rules. */
class MpuPaneModelTest {
    private static final int FULL_ACCESS = 3 << 24;
    private static final int READ_ONLY = 6 << 24;
    private static final int NEVER_EXECUTE = 1 << 28;

    private static MpuView mpu(int control, MpuRegion... enabled) {
        List<MpuRegion> regions = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            regions.add(i < enabled.length ? enabled[i] : new MpuRegion(i, 0, 0));
        }
        return new MpuView(control, 0, regions, false, false);
    }

    private static MpuRegion region(int number, int base, int sizeField, int disabled, int attributes) {
        return new MpuRegion(number, base, attributes | disabled << 8 | sizeField << 1 | 1);
    }

    private static final MpuRegion LOWER = region(0, 0x2000_8000, 11, 0, FULL_ACCESS | NEVER_EXECUTE);
    private static final MpuRegion UPPER = region(1, 0x2000_9000, 11, 0xFC, FULL_ACCESS | NEVER_EXECUTE);

    private static MpuPaneModel model(MpuView mpu, long question) {
        return MpuPaneModel.of(Views.NONE.with(mpu), Coordinates.START, question)
                .orElseThrow();
    }

    @Test
    void withoutAnMpuThereIsNothing() {
        assertTrue(MpuPaneModel.of(Views.NONE, Coordinates.START, -1).isEmpty());
    }

    @Test
    void onlyRegionsThatAreOnHaveRows() {
        MpuPaneModel model = model(mpu(5, LOWER, UPPER), -1);
        assertEquals(
                List.of(0, 1),
                model.rows().stream().map(MpuPaneModel.Row::number).toList());
        assertEquals(
                "\u25a0\u25a0\u25a1\u25a1\u25a1\u25a1\u25a1\u25a1",
                model.rows().get(1).subregions());
        assertEquals("4 KiB", model.rows().get(0).size());
        assertEquals("never", model.rows().get(0).execute());
    }

    @Test
    void aBarHasAPieceForEachSubregion() {
        BarContent ram = model(mpu(5, LOWER, UPPER), -1).bars().get(0);
        assertEquals(16, ram.pieces().size());
        assertEquals(10, ram.pieces().stream().filter(BarContent.Piece::on).count());
        assertEquals(0x200, ram.pieces().get(0).end() - ram.pieces().get(0).start());
    }

    @Test
    void anAddressInASubregionThatIsOffIsRefused() {
        MpuPaneModel model = model(mpu(5, LOWER, UPPER), 0x2000_9800L);
        assertFalse(model.answer().get(1).allowed(), "unprivileged write");
        assertEquals("No region covers this address.", model.answer().get(1).why());
        assertTrue(model.answer().get(4).allowed(), "privileged write");
    }

    @Test
    void whereRegionsOverlapTheHighestNumberDecides() {
        MpuRegion above = region(1, 0x2000_8000, 7, 0, READ_ONLY | NEVER_EXECUTE);
        MpuPaneModel model = model(mpu(5, LOWER, above), 0x2000_8010L);
        assertTrue(model.answer().get(0).allowed());
        assertFalse(model.answer().get(1).allowed());
        assertTrue(model.answer().get(1).why().startsWith("Region 1 decides"));
    }

    @Test
    void whileTheMpuIsOffTheDefaultMapHolds() {
        MpuPaneModel model = model(mpu(0, LOWER), 0x2000_0000L);
        assertEquals("MPU off", model.state());
        assertTrue(model.answer().get(1).allowed());
    }

    @Test
    void whileTheMpuIsOffItIsSaidForWhomTheRegionsAre() {
        MemoryMapView map = new MemoryMapView(
                List.of(), List.of(new MemoryMapView.RegionOwner(0, "crasher", 1, "RAM, lower half")));
        MpuPaneModel model = MpuPaneModel.of(Views.NONE.with(mpu(0, LOWER)).with(map), Coordinates.START, -1)
                .orElseThrow();
        assertFalse(model.inForce());
        assertEquals("MPU off \u00b7 what crasher may touch, once it runs", model.state());
    }

    @Test
    void theAccessThatTheProcessorRefusedIsMarked() {
        NvicView.Faults faults = NvicView.Faults.read(new FaultStatus());
        NvicView nvic = new NvicView(List.of(), 4, 0, 0, false, false, false, 0, 0, faults);
        Views views = Views.NONE.with(mpu(5, LOWER, UPPER));
        assertTrue(MpuPaneModel.of(views.with(nvic), Coordinates.START, -1).orElseThrow().bars().stream()
                .allMatch(bar -> bar.flags().isEmpty()));
        NvicView.Faults refused = new NvicView.Faults(0x82, 0, 0, 0x2000_8400, 0, FaultBit.decode("CFSR", 0x82));
        NvicView faulted = new NvicView(List.of(), 4, 0, 0, false, false, false, 0, 0, refused);
        BarContent.Flag flag = MpuPaneModel.of(views.with(faulted), Coordinates.START, -1)
                .orElseThrow()
                .bars()
                .get(0)
                .flags()
                .get(0);
        assertEquals(BarContent.Kind.REFUSED, flag.kind());
        assertEquals(0x2000_8400L, flag.address());
        assertTrue(flag.label().startsWith("2000_8400: data was accessed"), flag.label());
    }

    @Test
    void ownersComeFromTheKernelsTables() {
        MemoryMapView map = new MemoryMapView(
                List.of(new MemoryMapView.Area(0x2000_8000L, 0x2000_A000L, "crasher", 1, "stack and heap")),
                List.of(new MemoryMapView.RegionOwner(0, "crasher", 1, "RAM, lower half")));
        Views views = Views.NONE.with(mpu(5, LOWER, UPPER)).with(map);
        MpuPaneModel model = MpuPaneModel.of(views, Coordinates.START, -1).orElseThrow();
        assertEquals("crasher \u00b7 RAM, lower half", model.rows().get(0).owner());
        assertEquals("crasher", model.bars().get(0).areas().get(0).label());
    }

    @Test
    void aChangedRegionIsMarkedWithItsOldRegisters() {
        Views before = Views.NONE.with(mpu(5, LOWER));
        Views views = Views.NONE.with(mpu(5, LOWER, UPPER)).after(before);
        MpuPaneModel model = MpuPaneModel.of(views, Coordinates.START, -1).orElseThrow();
        assertFalse(model.rows().get(0).changed());
        assertTrue(model.rows().get(1).changed());
        assertTrue(model.rows().get(1).hint().startsWith("was RBAR 0000_0000"));
    }

    @Test
    void placesOnABarRiseWithAddressesAndLeadBack() {
        BarScale scale = model(mpu(5, LOWER, UPPER), -1).bars().get(0).scale();
        double before = -1;
        for (long address = 0x2000_8000L; address < 0x2000_A000L; address += 0x100) {
            double place = scale.place(address);
            assertTrue(place > before);
            assertTrue(Math.abs(scale.address(place) - address) <= 1);
            before = place;
        }
    }
}
