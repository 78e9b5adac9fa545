package ringside.pane.schemes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.kernels.view.FilesView;
import ringside.kernels.view.FilesView.File;
import ringside.kernels.view.FilesView.TaskFiles;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.SchemesView.Name;
import ringside.kernels.view.SchemesView.Namespace;
import ringside.kernels.view.SchemesView.Scheme;
import ringside.kernels.view.SchemesView.Tag;
import ringside.kernels.view.SchemesView.TaskNamespaces;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span.Style;

/** Schemes, tags, namespaces and descriptors each have their row, and what is gone says so. */
class SchemesPaneModelTest {
    private static final SchemesView SCHEMES = new SchemesView(
            List.of(
                    new Scheme(1, "debug", true, -1, "kernel", 0, 0, List.of()),
                    new Scheme(
                            20,
                            "file",
                            false,
                            11,
                            "fsd",
                            1,
                            64,
                            List.of(
                                    new Tag(3, "Waiting", 14, "shell", "Read", true),
                                    new Tag(4, "Abandoned", -1, "old", "Write", false))),
                    new Scheme(28, "broken", false, -1, "(gone)", 0, 64, List.of())),
            List.of(
                    new Namespace(0, "null", List.of()),
                    new Namespace(1, "root", List.of(new Name("debug", 1), new Name("file", 20)))),
            List.of(new TaskNamespaces(14, "shell", 1, 1), new TaskNamespaces(8, "seriald", 0, 0)));

    private static final FilesView FILES = new FilesView(List.of(new TaskFiles(
            14,
            "shell",
            List.of(
                    new File(0, 7, 20, "file", 11, 3, 4096, 0x1_0000, "read", "/scheme/file/a", 2),
                    new File(1, 8, 28, "", -1, 5, 0, 0, "", "", 1)))));

    private static final List<CodeLine> LINES = SchemesPaneModel.lines(SCHEMES, FILES);

    private static CodeLine row(String... parts) {
        return LINES.stream()
                .filter(line -> List.of(parts).stream()
                        .allMatch(
                                part -> line.plainText().replace('\u00a0', ' ').contains(part)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row with " + List.of(parts)));
    }

    @Test
    void aSchemeHasItsServerItsQueueAndItsTags() {
        row("20", "file", "fsd", "1 of 64", "2");
        row("tag 3", "Waiting", "Read for shell", "not read yet");
        row("tag 4", "Abandoned", "the client is gone");
        row("debug", "kernel");
    }

    @Test
    void aSchemeWithoutAServerIsMarked() {
        assertTrue(row("broken", "\u2716").spans().stream().anyMatch(span -> span.style() == Style.BAD));
    }

    @Test
    void aNamespaceHasItsNamesAndWhoLivesInIt() {
        row("namespace 1 root", "tasks", "shell");
        row("names", "debug file");
        row("namespace 0 null", "seriald");
        row("no path leads anywhere");
    }

    @Test
    void aDescriptorLeadsToItsDescriptionAndScheme() {
        CodeLine file = row("#7*", "file", "3", "4 096", "read", "/scheme/file/a");
        assertTrue(file.hint().contains("2 descriptors"));
        row("#8", "gone");
    }
}
