package ringside.pane.schemes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ringside.kernels.view.FilesView;
import ringside.kernels.view.FilesView.File;
import ringside.kernels.view.FilesView.TaskFiles;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.SchemesView.Namespace;
import ringside.kernels.view.SchemesView.Scheme;
import ringside.kernels.view.SchemesView.Tag;
import ringside.pane.NumberText;
import ringside.pane.TaskColour;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Rows;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the schemes pane. */
public final class SchemesPaneModel {
    private static final int NAME = 18;

    private SchemesPaneModel() {}

    /** Schemes with their tags, namespaces with who lives in them, the descriptors of each task. */
    public static List<CodeLine> lines(SchemesView view, FilesView files) {
        Rows rows = new Rows();
        rows.title(Words.of("schemes.title"));
        rows.columns(5, NAME, NAME, 11);
        rows.head(
                "#",
                Words.of("schemes.name"),
                Words.of("schemes.server"),
                Words.of("schemes.queue"),
                Words.of("schemes.tags"));
        for (Scheme scheme : view.schemes()) {
            scheme(rows, scheme);
        }
        rows.title(Words.of("schemes.namespaces"));
        for (Namespace namespace : view.namespaces()) {
            namespace(rows, namespace, view);
        }
        for (TaskFiles task : files.tasks()) {
            rows.title(Words.of(
                    "schemes.filesOf",
                    task.name(),
                    Integer.toString(task.files().size())));
            if (!task.files().isEmpty()) {
                rows.columns(4, 6, NAME, 8, 12, 24);
                rows.head(
                        "fd",
                        Words.of("schemes.description"),
                        Words.of("schemes.scheme"),
                        Words.of("schemes.number"),
                        Words.of("schemes.offset"),
                        Words.of("schemes.flags"),
                        Words.of("schemes.path"));
                task.files().forEach(file -> file(rows, file));
            }
        }
        return rows.lines();
    }

    private static void scheme(Rows rows, Scheme scheme) {
        String queue = scheme.inKernel()
                ? "\u2013"
                : Words.of("schemes.queued", Integer.toString(scheme.queued()), Integer.toString(scheme.capacity()));
        String mark = scheme.inKernel() ? "\u25a0 " : scheme.owner() < 0 ? "\u2716 " : "\u25cf ";
        Style owner =
                !scheme.inKernel() && scheme.owner() < 0 ? Style.BAD : Style.ofColour(TaskColour.of(scheme.owner()));
        rows.columns(5, NAME, 2, NAME - 2, 11);
        rows.row(
                scheme.id(),
                "",
                new Span(Integer.toString(scheme.id()), Style.DIM),
                new Span(scheme.name().isEmpty() ? "\"\"" : scheme.name(), Style.STRONG),
                new Span(mark, owner),
                Span.plain(scheme.ownerName()),
                new Span(queue, scheme.queued() > 0 ? Style.CHANGED : Style.DIM),
                new Span(
                        scheme.tags().isEmpty()
                                ? ""
                                : Integer.toString(scheme.tags().size()),
                        Style.PLAIN));
        rows.columns(5, 12, 18);
        for (Tag tag : scheme.tags()) {
            boolean lost = scheme.owner() < 0;
            String what = tag.client() < 0
                    ? Words.of("schemes.tag.gone", tag.operation())
                    : Words.of("schemes.tag.for", tag.operation(), tag.clientName());
            rows.row(
                    -1,
                    Words.of("schemes.tag.hint"),
                    Span.plain(""),
                    new Span(Words.of("ipc.tag", Long.toString(tag.tag())), Style.PLAIN),
                    new Span(symbol(tag.state()) + " " + tag.state(), lost ? Style.BAD : Style.CHANGED),
                    new Span(tag.queued() ? what + ", " + Words.of("schemes.tag.queued") : what, Style.DIM));
        }
    }

    private static String symbol(String state) {
        return switch (state.toLowerCase(Locale.ROOT)) {
            case "waiting" -> "\u2026";
            case "responded" -> "\u21e0";
            case "abandoned" -> "\u2298";
            default -> "\u21a9";
        };
    }

    private static void namespace(Rows rows, Namespace namespace, SchemesView view) {
        String title = namespace.name().isEmpty()
                ? Words.of("schemes.namespace", Integer.toString(namespace.id()))
                : Words.of("schemes.namespace.named", Integer.toString(namespace.id()), namespace.name());
        String tasks = view.tasks().stream()
                .filter(task -> task.effective() == namespace.id())
                .map(SchemesView.TaskNamespaces::name)
                .collect(Collectors.joining(", "));
        String names = namespace.names().stream().map(SchemesView.Name::name).collect(Collectors.joining(" "));
        rows.columns(NAME, 10);
        rows.row(
                -1,
                "",
                new Span(title, Style.STRONG),
                new Span(Words.of("schemes.tasks"), Style.DIM),
                tasks.isEmpty() ? new Span(Words.of("schemes.nobody"), Style.FAINT) : Span.plain(tasks));
        rows.row(
                -1,
                "",
                Span.plain(""),
                new Span(Words.of("schemes.names"), Style.DIM),
                names.isEmpty() ? new Span(Words.of("schemes.noNames"), Style.FAINT) : new Span(names, Style.TYPE));
    }

    private static void file(Rows rows, File file) {
        String shared = file.uses() > 1 ? Words.of("schemes.shared", Integer.toString(file.uses())) : "";
        rows.columns(4, 6, NAME, 8, 12, 24);
        rows.row(
                -1,
                shared,
                new Span(Integer.toString(file.descriptor()), Style.STRONG),
                new Span("#" + file.description() + (file.uses() > 1 ? "*" : ""), Style.DIM),
                file.schemeName().isEmpty()
                        ? new Span("\u2716 " + Words.of("schemes.gone"), Style.BAD)
                        : Span.plain(file.schemeName()),
                new Span(Long.toString(file.number()), Style.NUMBER),
                new Span(NumberText.grouped(file.offset()), Style.DIM),
                Span.plain(file.flagsWords()),
                new Span(file.path(), Style.STRING));
    }
}
