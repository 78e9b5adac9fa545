package ringside.cpu.armv7m.mpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/** @arm B3.5.4 to B3.5.10 */
class MpuTest {
    private final Mpu mpu = new Mpu(8);

    @Test
    void typeTellsTheNumberOfRegions() {
        assertEquals(0x800, mpu.read(Mpu.TYPE));
        assertEquals(0, new Mpu(0).read(Mpu.TYPE));
    }

    @Test
    void rbarWithValidSelectsItsRegion() {
        mpu.write(Mpu.RBAR, 0x2000_0000 | 0x10 | 5);
        mpu.write(Mpu.RASR, 0x0300_0017);
        assertEquals(5, mpu.read(Mpu.RNR));
        assertEquals(0x2000_0005, mpu.read(Mpu.RBAR));
        assertEquals(0x0300_0017, mpu.rules().regions().get(5).rasr());
        mpu.write(Mpu.RNR, 2);
        assertEquals(2, mpu.read(Mpu.RBAR));
    }

    @Test
    void aliasesWriteTheSameRegisters() {
        for (int alias = 0; alias < 4; alias++) {
            mpu.write(Mpu.RBAR + 8 * alias, 0x2000_0000 + 0x1000 * alias | 0x10 | alias);
            mpu.write(Mpu.RASR + 8 * alias, 0x0300_0017);
        }
        for (int i = 0; i < 4; i++) {
            assertEquals(0x2000_0000 + 0x1000 * i, mpu.rules().regions().get(i).base());
            assertTrue(mpu.rules().regions().get(i).isEnabled());
        }
    }

    @Test
    void aRegionThatDoesNotExistCannotBeSelected() {
        mpu.write(Mpu.RNR, 3);
        mpu.write(Mpu.RNR, 8);
        assertEquals(3, mpu.read(Mpu.RNR));
        mpu.write(Mpu.RBAR, 0x2000_0000 | 0x10 | 9);
        assertEquals(3, mpu.read(Mpu.RNR));
    }

    @Test
    void whatIsSavedIsRestored() {
        mpu.write(Mpu.CTRL, 5);
        mpu.write(Mpu.RBAR, 0x2000_0000 | 0x10 | 7);
        mpu.write(Mpu.RASR, 0x1306_AA17);
        StateWriter out = new StateWriter();
        mpu.save(out);
        Mpu other = new Mpu(8);
        other.restore(new StateReader(out.toByteArray()));
        assertEquals(mpu.view(true, false), other.view(true, false));
        assertEquals(5, other.view(true, false).control());
    }
}
