package ringside.app.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import ringside.kernels.session.ViewJson;

/** The options that every command has, and the streams. */
final class CommonOptions {
    private static final Gson DOCUMENT = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();
    private static final Gson LINE =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private static final Gson LINE_WITHOUT_NULLS =
            new GsonBuilder().disableHtmlEscaping().create();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON on standard output.")
    private boolean json;

    /** Looked for among the arguments when something fails, also when they cannot be understood. */
    @SuppressWarnings("unused")
    @Option(names = "--verbose", description = "Show where an error came from.")
    private boolean verbose;

    @SuppressWarnings("unused")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    boolean wantsJson() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints one document over several lines. */
    void printDocument(Object document) {
        out().println(DOCUMENT.toJson(document));
    }

    /** Prints one document over several lines, without the keys that have no value. */
    void printDocumentWithoutNulls(Object document) {
        out().println(DOCUMENT.toJson(LINE_WITHOUT_NULLS.toJsonTree(document)));
    }

    /** Prints one object in a line of its own. */
    void printLine(Object object) {
        out().println(LINE.toJson(object));
    }

    /** A view as JSON. */
    JsonElement toJson(Object view) {
        return ViewJson.of(view);
    }

    void printf(String format, Object... values) {
        out().printf(java.util.Locale.ROOT, format, values);
    }
}
