package ringside.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.image.GuestImage;
import ringside.cpu.machine.Input;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.MachineState;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.pc.PortBus;
import ringside.cpu.register.DeviceReader;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.processor.X86Processor;

/** A guest may do anything to the devices, in any order: nothing but guest events comes of it, and always the same. */
class PcFuzzTest {
    private static final int STEPS = 20_000;
    private static final int[] PORTS = {
        0x20, 0x21, 0xA0, 0xA1, 0x4D0, 0x4D1, 0x40, 0x41, 0x42, 0x43, 0x60, 0x61, 0x64, 0x70, 0x71, 0x80, 0x92, 0xE9,
        0x3C0, 0x3C1, 0x3C4, 0x3C5, 0x3CE, 0x3CF, 0x3D4, 0x3D5, 0x3DA, 0x3F8, 0x3F9, 0x3FA, 0x3FB, 0x3FC, 0x3FD, 0x3FE,
        0x510, 0x511, 0x600, 0x602, 0x604, 0x608, 0xCF8, 0xCF9, 0xCFC, 0xCFF
    };

    private static Machine machine() throws IOException {
        byte[] rom = new byte[4096];
        rom[0xFF0] = (byte) 0xEB;
        rom[0xFF1] = (byte) 0xFE;
        return new MachineBuilder(PcBuilderTest.pc(), GuestImage.of("fuzz.rom", rom), MachineOptions.DEFAULT).build();
    }

    private static void disturb(Machine machine, Random random) {
        PortBus ports = (PortBus) machine.spaces().get(1);
        int port = random.nextInt(10) == 0 ? random.nextInt(0x1_0000) : PORTS[random.nextInt(PORTS.length)];
        int bytes = 1 << random.nextInt(3);
        int value = random.nextBoolean() ? random.nextInt() : random.nextInt(256);
        switch (random.nextInt(8)) {
            case 0, 1 -> ports.in(port, bytes);
            case 2, 3 -> ports.out(port, bytes, value);
            case 4 -> memory(machine, random, value);
            case 5 -> machine.run(RunBudget.of(random.nextInt(500)));
            case 6 -> modelSpecific(machine, random, value);
            default -> {
                String name = machine.ports().get(random.nextInt(machine.ports().size()));
                machine.apply(new Input(machine.mark(), name, new byte[] {(byte) value, (byte) (value >>> 8)}));
            }
        }
    }

    private static void memory(Machine machine, Random random, int value) {
        long address = (random.nextBoolean() ? 0xFEE0_0000L : 0xFEC0_0000L)
                + random.nextInt(0x40) * 0x10L
                + random.nextInt(2) * random.nextInt(16);
        Width width = Width.values()[random.nextInt(4)];
        try {
            if (random.nextBoolean()) {
                machine.bus().load(address, width);
            } else {
                machine.bus().store(address, width, value);
            }
        } catch (BusFault nobody) {
            // The guest reads ones there.
            return;
        }
    }

    private static void modelSpecific(Machine machine, Random random, int value) {
        var local = ((X86Processor) machine.processor()).localInterrupts();
        try {
            switch (random.nextInt(4)) {
                case 0 -> local.setApicBase(0xFEE0_0100L | random.nextInt(4) << 10);
                case 1 -> local.readX2Apic(0x800 + random.nextInt(0x100));
                case 2 -> local.writeX2Apic(0x800 + random.nextInt(0x40), value & 0xFFFF);
                default -> local.setTaskPriority(value & 15);
            }
        } catch (X86Fault fault) {
            // The guest gets its #GP.
            return;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void anythingMayBeDoneToTheDevices(long seed) throws IOException {
        Machine machine = machine();
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            disturb(machine, random);
        }
        String digest = machine.digest();
        DeviceReader.readAll(machine.spaces());
        assertEquals(digest, machine.digest());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aRestoredMachineDoesTheSameAgain(long seed) throws IOException {
        Machine machine = machine();
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 500; i++) {
                disturb(machine, random);
            }
            MachineState saved = machine.save();
            long next = random.nextLong();
            String first = goOn(machine, next);
            machine.restore(saved);
            assertEquals(first, goOn(machine, next), "round " + round);
        }
    }

    private static String goOn(Machine machine, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            disturb(machine, random);
        }
        return machine.digest();
    }
}
