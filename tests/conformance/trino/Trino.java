import com.fasterxml.jackson.databind.ObjectMapper;
import io.trino.Session;
import io.trino.spi.type.TimeZoneKey;
import io.trino.testing.LocalQueryRunner;
import io.trino.testing.MaterializedResult;
import io.trino.testing.MaterializedRow;
import io.trino.testing.TestingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the statements of a JSON array on standard input; writes each one's answer as a line of JSON. */
public class Trino {
    public static void main(String[] args) throws Exception {
        ObjectMapper json = new ObjectMapper();
        String[] statements = json.readValue(System.in, String[].class);
        Session session = TestingSession.testSessionBuilder().setTimeZoneKey(TimeZoneKey.UTC_KEY).build();
        try (LocalQueryRunner runner = LocalQueryRunner.create(session)) {
            for (String statement : statements) {
                System.out.println(json.writeValueAsString(answer(runner, statement)));
            }
        }
        System.exit(0);
    }

    private static Map<String, Object> answer(LocalQueryRunner runner, String statement) {
        try {
            MaterializedResult result = runner.execute(statement);
            List<String> types = result.getTypes().stream().map(Object::toString).toList();
            List<List<String>> rows = new ArrayList<>();
            for (MaterializedRow row : result) {
                List<String> cells = new ArrayList<>();
                for (Object cell : row.getFields()) {
                    cells.add(cell == null ? null : cell.toString());
                }
                rows.add(cells);
            }
            return Map.of("names", result.getColumnNames(), "types", types, "rows", rows);
        } catch (RuntimeException error) {
            return Map.of("error", String.valueOf(error.getMessage()));
        }
    }
}
