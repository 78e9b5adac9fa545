package ringside.lessons.predicate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.OptionalLong;

/** What a predicate may ask: the machine as it is now, and what happened since the step began. */
public interface Evidence {

    /** A view as JSON, or null in JSON where the machine cannot show it now. */
    JsonElement view(String name);

    /** The events of a kind between the beginning of the step and now, as JSON, in order. */
    List<JsonObject> events(String kind);

    /** Instructions from where the step began to now; negative before it. */
    long instructionsSinceStart();

    /** The address of a symbol of the image or of a program in it. */
    OptionalLong symbol(String name);
}
