import io.trino.Session;
import io.trino.spi.TrinoException;
import io.trino.spi.type.ArrayType;
import io.trino.spi.type.MapType;
import io.trino.spi.type.RowType;
import io.trino.spi.type.TimeZoneKey;
import io.trino.spi.type.Type;
import io.trino.sql.parser.ParsingException;
import io.trino.testing.LocalQueryRunner;
import io.trino.testing.MaterializedResult;
import io.trino.testing.MaterializedRow;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static io.trino.testing.TestingSession.testSessionBuilder;

/** Answers statements, one a line on standard input, with one JSON object a line. */
public class TrinoOracle
{
    public static void main(String[] args)
            throws Exception
    {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Session session = testSessionBuilder().setTimeZoneKey(TimeZoneKey.UTC_KEY).build();
        LocalQueryRunner runner = LocalQueryRunner.create(session);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = in.readLine()) != null) {
            try {
                out.println(result(runner.execute(line)));
            }
            catch (Throwable e) {
                out.println("{\"error\":" + quote(code(e)) + ",\"message\":" + quote(e.getMessage()) + "}");
            }
        }
        out.flush();
        System.exit(0);
    }

    private static String code(Throwable e)
    {
        if (e instanceof ParsingException) {
            return "SYNTAX_ERROR";
        }
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof TrinoException known) {
                return known.getErrorCode().getName();
            }
        }
        return "GENERIC_INTERNAL_ERROR";
    }

    private static String result(MaterializedResult result)
    {
        List<String> types = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        result.getTypes().forEach(type -> types.add(quote(type.getDisplayName())));
        result.getColumnNames().forEach(name -> names.add(quote(name)));
        for (MaterializedRow row : result.getMaterializedRows()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < row.getFieldCount(); i++) {
                Object value = row.getField(i);
                values.add(value == null ? "null" : quote(print(value, result.getTypes().get(i))));
            }
            rows.add("[" + String.join(",", values) + "]");
        }
        return "{\"types\":[" + String.join(",", types) + "],\"names\":[" + String.join(",", names)
                + "],\"rows\":[" + String.join(",", rows) + "]}";
    }

    /** Prints a value as Athena does. */
    private static String print(Object value, Type type)
    {
        if (value == null) {
            return "null";
        }
        if (type instanceof ArrayType array) {
            List<String> items = new ArrayList<>();
            ((List<?>) value).forEach(item -> items.add(print(item, array.getElementType())));
            return "[" + String.join(", ", items) + "]";
        }
        if (type instanceof MapType map) {
            TreeMap<String, String> entries = new TreeMap<>();
            ((Map<?, ?>) value).forEach((k, v) -> entries.put(print(k, map.getKeyType()), print(v, map.getValueType())));
            List<String> items = new ArrayList<>();
            entries.forEach((k, v) -> items.add(k + "=" + v));
            return "{" + String.join(", ", items) + "}";
        }
        if (type instanceof RowType row) {
            List<?> fields = value instanceof MaterializedRow m ? m.getFields() : (List<?>) value;
            List<String> items = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                String name = row.getFields().get(i).getName().orElse("field" + i);
                items.add(name + "=" + print(fields.get(i), row.getFields().get(i).getType()));
            }
            return "{" + String.join(", ", items) + "}";
        }
        if (value instanceof byte[] bytes) {
            List<String> items = new ArrayList<>();
            for (byte b : bytes) {
                items.add(String.format("%02x", b));
            }
            return String.join(" ", items);
        }
        return value.toString();
    }

    private static String quote(String text)
    {
        StringBuilder builder = new StringBuilder("\"");
        for (char c : String.valueOf(text).toCharArray()) {
            if (c == '"' || c == '\\') {
                builder.append('\\').append(c);
            }
            else if (c < 32 || c > 126) {
                builder.append(String.format("\\u%04x", (int) c));
            }
            else {
                builder.append(c);
            }
        }
        return builder.append('"').toString();
    }
}
