package ringside.app.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A command that was run within the test's own process, and what came of it. */
record Invocation(int status, String out, String err) {

    /** Runs the command line with these arguments. */
    static Invocation of(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i] instanceof Path path ? path.toString() : String.valueOf(arguments[i]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = CommandLineProgram.run(texts, out, err);
        return new Invocation(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    JsonElement json() {
        return JsonParser.parseString(out);
    }

    JsonObject object() {
        return json().getAsJsonObject();
    }
}
