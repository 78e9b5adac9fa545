package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A multiboot kernel finds the same here as after GRUB 2.06 or QEMU's {@code -kernel}: registers, segments, command line,
 * modules, memory map, sections. What may differ is listed, with the reason.   @board Multiboot 0.6.96; Multiboot2 2.0
 */
@Tag("oracle")
final class MultibootOracleTest {
    // spotless:off
    /** Loader | regular expression over "finding: theirs / ours" | why. */
    private static final String MAY_DIFFER = """
            any  | ^register eflags: (6|46) / 2$                       | undefined but for VM and IF, which are clear in both (3.2; 3.3)
            any  | ^loader:                                            | its own name
            any  | ^KiB from 1 MiB on: 64384 / 64512$                  | SeaBIOS keeps the last 128 KiB for ACPI; our tables are below 1 MiB
            any  | ^memory at (3fe0000|3ffffff): type 2 / type 1$      | the same 128 KiB
            any  | ^memory at e(0000|ffff): none / type 2$             | our firmware's memory begins at E0000, SeaBIOS tells of F0000 only
            grub | ^memory map reserved at (fd00000000|fffc0000): 0 / absent$ | SeaBIOS lists its ROM and addresses beyond the RAM
            any  | ^memory map reserved at (f0000|3fe0000): 0 / absent$ | the regions above
            any  | ^memory map reserved at e0000: absent / 0$          | the regions above
            grub | ^given: flag 1: true / absent$                      | the disc it came from; here is none
            grub | ^given: flag 11: true / absent$                     | the BIOS calls of VBE; here is no BIOS to call
            grub | ^given: tag (5|10): true / absent$                  | boot device, APM: no such BIOS here
            grub | ^given: tag 9: true / absent$                       | an empty table, for a file without sections; 3.6.7 tells of an ELF kernel's
            grub | ^sections.*: (0 of 0 bytes, names in 0|true) / absent$ | that table
            grub | ^command line: (.*) / kernel \\1$                   | version 1 leaves the format to the loader (3.3): QEMU puts the file's name before it, GRUB does not
            grub | ^given: tag 21: true / absent$                      | only with the header's tag for relocation (3.6.12), which the kernel has not
            qemu | ^command line: /[^ ]*/(kernel .*) / \\1$             | the folder
            qemu | ^given: flag 1: true / absent$                      | a disk that does not exist
            qemu | ^given: flag (5|12): absent / true$                 | QEMU tells neither sections nor framebuffer, GRUB does
            qemu | ^(section|framebuffer).*: absent /                  | those
            """;
    // spotless:on
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "multiboot {0}, {1}, loaded by {2}")
    @CsvSource({
        "2, ELF_32, grub", "2, ELF_64, grub", "2, FLAT, grub",
        "1, ELF_32, grub", "1, ELF_64, grub", "1, FLAT, grub",
        "1, ELF_32, qemu", "1, FLAT, qemu"
    })
    void theKernelFindsTheSame(int protocol, MultibootKernel.Shape shape, String loader) throws Exception {
        boolean grub = loader.equals("grub");
        assumeTrue(
                !grub || GrubImage.canBeMade(),
                "no GRUB: install grub-pc-bin, grub-common, xorriso and mtools to compare with it");
        MultibootKernel kernel = MultibootKernel.build(folder, protocol, shape);
        byte[] file = Files.readAllBytes(kernel.file());
        Map<String, String> theirs = LoaderFindings.of(grub ? kernel.byGrub() : kernel.byQemu(), file);
        Map<String, String> ours = LoaderFindings.of(kernel.byOurs(), file);
        assertTrue(theirs.size() > 40, () -> "found only " + theirs);
        assertEquals(List.of(), unexplained(loader, theirs, ours));
    }

    private static List<String> unexplained(String loader, Map<String, String> theirs, Map<String, String> ours) {
        Set<String> names = new TreeSet<>(theirs.keySet());
        names.addAll(ours.keySet());
        List<String> unexplained = new ArrayList<>();
        for (String name : names) {
            String their = theirs.getOrDefault(name, "absent");
            String our = ours.getOrDefault(name, "absent");
            String difference = name + ": " + their + " / " + our;
            if (!their.equals(our) && !mayDiffer(loader, difference)) {
                unexplained.add(difference);
            }
        }
        return unexplained;
    }

    private static boolean mayDiffer(String loader, String difference) {
        return MAY_DIFFER
                .lines()
                .map(line -> line.split(" +\\| ", 3))
                .anyMatch(known -> (known[0].equals("any") || known[0].equals(loader))
                        && Pattern.compile(known[1].trim()).matcher(difference).find());
    }
}
