package ringside.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What is known to differ from QEMU, each with the manual's word on it. */
final class QemuDifferences {
    private record Known(String form, Pattern difference, String reason) {}

    private final List<Known> all = new ArrayList<>();

    /** Reads the list: form, regular expression over the difference's text, reason, separated by {@code " | "}. */
    static QemuDifferences read(String resource) {
        QemuDifferences list = new QemuDifferences();
        try (InputStream in = QemuDifferences.class.getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" \\| ", 3);
                    list.all.add(new Known(parts[0].trim(), Pattern.compile(parts[1].trim()), parts[2].trim()));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return list;
    }

    /** Why the form may differ so, or null if it may not. */
    String reasonFor(String form, String difference) {
        for (Known known : all) {
            if (form.startsWith(known.form)
                    && known.difference.matcher(difference).find()) {
                return known.reason;
            }
        }
        return null;
    }
}
