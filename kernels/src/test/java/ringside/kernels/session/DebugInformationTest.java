package ringside.kernels.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.cpu.image.Elf;
import ringside.cpu.image.ElfSegment;
import ringside.kernels.image.BootImage;
import ringside.kernels.image.ImageCatalog;

/** Which program an address belongs to. */
class DebugInformationTest {
    private final BootImage image = ImageCatalog.open("mini-tock");

    private long addressOf(String program) {
        return Elf.parse(program, image.symbolFiles().get(program)).loadSegments().stream()
                .filter(ElfSegment::isExecutable)
                .findFirst()
                .orElseThrow()
                .virtualAddress();
    }

    private DebugInformation twins() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("one", image.symbolFiles().get("hello"));
        files.put("two", image.symbolFiles().get("hello"));
        files.put("sleeper", image.symbolFiles().get("sleeper"));
        return new DebugInformation(image, files);
    }

    @Test
    void whereSeveralProgramsAreTheCurrentOneIsAsked() {
        DebugInformation debug = twins();
        debug.askForProgram(() -> Optional.of("two"));
        assertEquals("two", debug.sourceAt(addressOf("hello")).program());
        assertEquals("sleeper", debug.sourceAt(addressOf("sleeper")).program());
    }

    @Test
    void ifNobodyKnowsTheCurrentProgramNoneIsNamed() {
        DebugInformation debug = twins();
        assertEquals("mini-tock", debug.sourceAt(addressOf("hello")).program());
        debug.askForProgram(() -> Optional.of("three"));
        assertEquals("mini-tock", debug.sourceAt(addressOf("hello")).program());
        assertEquals(List.of(), debug.sourceAt(addressOf("hello")).places());
    }
}
