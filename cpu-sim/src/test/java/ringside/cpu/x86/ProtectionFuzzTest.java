package ringside.cpu.x86;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.x86.interrupt.InterruptDelivery;
import ringside.cpu.x86.segment.DescriptorsView;

/**
 * Random descriptor tables, task states and stacks under the instructions that use them: every outcome is one of the
 * architecture, never an exception of Java's.
 */
class ProtectionFuzzTest {
    private static final int ROUNDS = 500;
    private static final int STEPS = 12;

    /** Far transfers, interrupts, segment loads, questions about descriptors, system registers. */
    private static final String[] CODE = {
        "ea 00900000 %04x",
        "9a 00900000 %04x",
        "ff2b",
        "ff1b",
        "48ff2b",
        "48ff1b",
        "cb",
        "48cb",
        "ca 0800",
        "cf",
        "48cf",
        "66cf",
        "cd%02x",
        "cc",
        "ce",
        "f1",
        "8ed8",
        "8ec0",
        "8ed0",
        "8ee0",
        "8ee8",
        "17",
        "1f",
        "07",
        "0fa1",
        "0fa9",
        "0fb223",
        "c513",
        "0f00d0",
        "0f00d8",
        "0f02c1",
        "0f03c1",
        "0f00e1",
        "0f00e9",
        "0f05",
        "0f07",
        "480f07",
        "0f34",
        "0f35",
        "480f35",
        "0f01f8",
        "0f30",
        "0f32",
        "0f22c0",
        "0f22d8",
        "0f22e0",
        "0f23f8",
        "0f01f0",
        "0f011b",
        "0f0113",
        "66ea 0090 %04x",
        "66cb"
    };

    private static long pick(Random random, long... values) {
        return values[random.nextInt(values.length)];
    }

    private static long descriptor(Random random) {
        int access = random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(256) | 0x80;
        long base = pick(random, 0, 0, 0x3000, 0x5000, random.nextInt());
        long limit = pick(random, 0xF_FFFF, 0xF_FFFF, 0x67, 0x2B, random.nextInt(1 << 20));
        return random.nextInt(3) == 0
                ? SystemCore.gate(
                        random.nextInt(0x110), pick(random, 0x9000, random.nextInt()), access, random.nextInt(8))
                : SystemCore.descriptor(base, limit, access, random.nextInt(16));
    }

    private static SystemCore core(Random random) {
        int cpl = random.nextInt(2) * 3;
        SystemCore core = switch (random.nextInt(4)) {
            case 0 -> SystemCore.real();
            case 1 -> SystemCore.protected32(cpl);
            case 2 -> SystemCore.compatibility(cpl);
            default -> SystemCore.long64(cpl);
        };
        for (int i = 0; i < 32; i++) {
            if (i * 8 > SystemCore.CODE16 || random.nextInt(4) == 0) {
                core.descriptor(8 * i, descriptor(random), 0);
            }
            core.poke(SystemCore.IDT + 8 * i, 8, descriptor(random));
            core.poke(SystemCore.IDT + 256 + 8 * i, 8, random.nextInt(2) == 0 ? 0 : descriptor(random));
        }
        for (int i = 0; i < 0x68; i += 4) {
            core.poke(0x5000 + i, 4, pick(random, 0, random.nextInt(0x110), 0x9000, random.nextInt()));
        }
        for (int i = -64; i < 64; i += 4) {
            core.poke(SystemCore.STACK + i, 4, pick(random, 0, random.nextInt(0x110), 0x9000, random.nextInt()));
        }
        core.system().star = random.nextLong();
        core.system().sysenterCs = random.nextInt(0x110);
        return core;
    }

    private static void registers(SystemCore core, Random random) {
        core.setGpr(X86Core.RAX, pick(random, random.nextInt(0x110), random.nextInt(), random.nextLong()));
        core.setGpr(
                X86Core.RCX, pick(random, random.nextInt(0x110), 0xC000_0080L + random.nextInt(4), random.nextLong()));
        core.setGpr(X86Core.RDX, pick(random, 0, random.nextLong()));
        core.setGpr(X86Core.RBX, pick(random, 0x5000, SystemCore.STACK, random.nextLong()));
    }

    private static void step(SystemCore core, Random random) {
        registers(core, random);
        String code = CODE[random.nextInt(CODE.length)];
        if (code.contains("%04x")) {
            int selector = random.nextInt(0x110);
            code = code.replace(
                    "%04x", String.format(java.util.Locale.ROOT, "%02x%02x", selector & 0xFF, selector >>> 8));
        }
        code = code.replace("%02x", String.format(java.util.Locale.ROOT, "%02x", random.nextInt(64)));
        try {
            X86Fault fault = core.run(code);
            if (fault != null) {
                InterruptDelivery.exception(core, fault);
            } else if (random.nextInt(4) == 0) {
                InterruptDelivery.external(core, random.nextInt(64));
            }
            core.setRip(core.nextRip());
        } catch (UnimplementedEncodingException transcendental) {
            assertTrue(core.isProtected());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyOutcomeIsOneOfTheArchitecture(long seed) {
        Random random = new Random(seed);
        int shutdowns = 0;
        for (int round = 0; round < ROUNDS; round++) {
            SystemCore core = core(random);
            for (int i = 0; i < STEPS && core.diagnosis == null; i++) {
                step(core, random);
                assertTrue(core.cpl() >= 0 && core.cpl() <= 3);
            }
            DescriptorsView.of(core);
            shutdowns += core.diagnosis == null ? 0 : 1;
        }
        assertTrue(shutdowns > 0 && shutdowns < ROUNDS, "seed " + seed + ": " + shutdowns + " shutdowns");
    }
}
