package ringside.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The program's own schemas, applied by a validator that others wrote. */
final class Schemas {
    private Schemas() {}

    /** Fails with the reasons if the text does not follow the schema. */
    static void assertFollows(String name, String json) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var schema = registry.getSchema(SchemasCommand.text(name), InputFormat.JSON);
        assertEquals(List.of(), List.copyOf(schema.validate(json, InputFormat.JSON)), name);
    }
}
