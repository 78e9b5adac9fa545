package ringside.cpu.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.bus.InterruptLine;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.InputPort;
import ringside.cpu.register.DeviceReader;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterDevice;

/** What holds for every device, under random accesses. */
class DevicePropertyTest {
    private final Bench bench = new Bench();

    private List<RegisterDevice> devices() {
        InterruptLine line = InterruptLine.UNCONNECTED;
        return List.of(
                new CmsdkTimer("timer", bench.clock, line),
                new CmsdkDualTimer("dualtimer", bench.clock, line),
                new CmsdkWatchdog("watchdog", bench.clock, line, () -> {}),
                new CmsdkUart("uart", bench.clock, bench.console(), line, line, new SharedLine(line)),
                new CmsdkGpio("gpio", line, line, line),
                new FpgaIo("fpgaio", bench.clock, 1000),
                new Scc("scc"));
    }

    private void disturb(RegisterDevice device, Random random) {
        List<Register> registers = device.registers().registers();
        Register register = registers.get(random.nextInt(registers.size()));
        switch (random.nextInt(5)) {
            case 0 -> device.load(register.offset(), Width.WORD);
            case 1 -> bench.run(random.nextInt(100));
            case 2 -> device.store(register.offset(), Width.WORD, random.nextInt());
            case 3 -> device.store(register.offset(), Width.WORD, random.nextInt(300));
            default -> {
                if (device instanceof InputPort port) {
                    port.receive(new byte[] {(byte) random.nextInt()});
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void lookingChangesNothingAndSeesWhatALoadWouldReturn(long seed) {
        for (RegisterDevice device : devices()) {
            Random random = new Random(seed);
            for (int i = 0; i < 300; i++) {
                disturb(device, random);
                byte[] before = bench.save(device);
                for (int offset = 0; offset < 0x1000; offset += 4) {
                    device.peek(offset, Width.WORD);
                }
                DeviceReader.read(device, 0x4000_0000L);
                assertArrayEquals(before, bench.save(device), device.name());
                int offset = 4 * random.nextInt(16);
                int seen = device.peek(offset, Width.WORD);
                assertEquals(seen, device.load(offset, Width.WORD), device.name() + " at " + offset);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aRestoredDeviceBehavesAsTheOneThatWasSaved(long seed) {
        RegisterDevice[] devices = devices().toArray(RegisterDevice[]::new);
        Random random = new Random(seed);
        for (int i = 0; i < 50; i++) {
            goOn(devices, random.nextLong());
            byte[] saved = bench.save(devices);
            long next = random.nextLong();
            byte[] first = goOn(devices, next);
            bench.restore(saved, devices);
            assertArrayEquals(saved, bench.save(devices));
            assertArrayEquals(first, goOn(devices, next));
        }
    }

    private byte[] goOn(RegisterDevice[] devices, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            disturb(devices[random.nextInt(devices.length)], random);
        }
        return bench.save(devices);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void afterResetEveryRegisterHasItsDeclaredValue(int resets) {
        for (RegisterDevice device : devices()) {
            if (resets > 0) {
                Random random = new Random(7);
                for (int i = 0; i < 100; i++) {
                    disturb(device, random);
                }
                device.reset();
            }
            for (Register register : device.registers().registers()) {
                boolean fromOutside =
                        device instanceof CmsdkGpio && register.name().equals("DATA")
                                || register.name().equals("BUTTON");
                if (!fromOutside || resets == 0) {
                    assertEquals(
                            register.resetValue(),
                            device.peek(register.offset(), Width.WORD),
                            device.name() + " " + register.name());
                }
            }
        }
    }
}
