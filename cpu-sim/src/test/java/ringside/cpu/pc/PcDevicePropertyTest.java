package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.bus.InterruptLine;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.InputPort;
import ringside.cpu.register.DeviceReader;
import ringside.cpu.register.ShownDevice;

/** What holds for every device of a PC, under random accesses. */
class PcDevicePropertyTest {
    private static final long HERTZ = 4_000_000;

    private final PcBench bench = new PcBench();

    private record Subject(ShownDevice device, int offsets, Width width) {}

    private List<Subject> subjects() {
        InterruptLine line = InterruptLine.UNCONNECTED;
        AddressLine20 line20 = new AddressLine20("port92", () -> {}, on -> {});
        LocalApic apic = new LocalApic("lapic", bench.clock, new CountingConnections());
        return List.of(
                port(new InterruptControllers("pic", line), 6),
                port(new IntervalTimer("pit", bench.clock, HERTZ, line, bench.nonMaskable), 5),
                port(new SerialPort("uart", bench.clock, HERTZ, bench.console(), line), 8),
                port(new CmosClock("cmos", bench.clock, HERTZ, 1 << 20, line, bench.nonMaskable), 2),
                port(new KeyboardController("keyboard", bench.clock, HERTZ, line20, line, () -> {}), 2),
                port(line20, 1),
                port(new VgaDisplay("vga", new Ram("video", 0xB_8000, 0x8000)), 32),
                port(new DebugPorts("debug", bench.console()), 2),
                new Subject(new PciConfiguration("pci", () -> {}), 8, Width.WORD),
                new Subject(new PowerManagement("power", bench.clock, HERTZ, () -> {}), 12, Width.WORD),
                new Subject(apic, 0x400, Width.WORD),
                new Subject(new IoApic("ioapic", message -> apic.receive(message)), 0x44, Width.WORD));
    }

    private static Subject port(PortDevice device, int offsets) {
        return new Subject(device, offsets, Width.BYTE);
    }

    private void disturb(Subject subject, Random random) {
        int step = subject.offsets > 0x40 ? 16 : subject.width.bytes();
        int offset = random.nextInt(subject.offsets / step) * step;
        switch (random.nextInt(5)) {
            case 0 -> subject.device.load(offset, subject.width);
            case 1 -> bench.run(random.nextInt(200));
            case 2 -> subject.device.store(offset, subject.width, random.nextInt());
            case 3 -> subject.device.store(offset, subject.width, random.nextInt(64));
            default -> {
                if (subject.device instanceof InputPort port) {
                    port.receive(new byte[] {(byte) random.nextInt(128)});
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void lookingChangesNothingAndSeesWhatALoadWouldReturn(long seed) {
        for (Subject subject : subjects()) {
            Random random = new Random(seed);
            for (int i = 0; i < 300; i++) {
                disturb(subject, random);
                byte[] before = bench.save(subject.device);
                int step = subject.offsets > 0x40 ? 16 : subject.width.bytes();
                for (int offset = 0; offset < subject.offsets; offset += step) {
                    subject.device.peek(offset, subject.width);
                }
                DeviceReader.read(subject.device, 0);
                assertArrayEquals(before, bench.save(subject.device), subject.device.name());
                int offset = random.nextInt(subject.offsets / step) * step;
                int seen = subject.device.peek(offset, subject.width);
                assertEquals(seen, subject.device.load(offset, subject.width), subject.device.name() + " at " + offset);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aRestoredDeviceBehavesAsTheOneThatWasSaved(long seed) {
        List<Subject> subjects = subjects();
        ShownDevice[] devices = subjects.stream().map(Subject::device).toArray(ShownDevice[]::new);
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            goOn(subjects, devices, random.nextLong());
            byte[] saved = bench.save(devices);
            long next = random.nextLong();
            byte[] first = goOn(subjects, devices, next);
            bench.restore(saved, devices);
            assertArrayEquals(saved, bench.save(devices));
            assertArrayEquals(first, goOn(subjects, devices, next));
        }
    }

    private byte[] goOn(List<Subject> subjects, ShownDevice[] devices, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            disturb(subjects.get(random.nextInt(subjects.size())), random);
        }
        return bench.save(devices);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aFirmwareSelectorIsStateToo(long seed) {
        Random random = new Random(seed);
        FirmwareConfiguration device = new FirmwareConfiguration("fwcfg", Map.of(0, new byte[100]));
        device.store(0, Width.HALFWORD, 0);
        for (int i = random.nextInt(90); i > 0; i--) {
            device.load(1, Width.BYTE);
        }
        byte[] saved = bench.save(device);
        device.store(0, Width.HALFWORD, 5);
        bench.restore(saved, device);
        assertArrayEquals(saved, bench.save(device));
    }
}
