import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.trino.Session;
import io.trino.spi.TrinoException;
import io.trino.spi.type.ArrayType;
import io.trino.spi.type.MapType;
import io.trino.spi.type.RowType;
import io.trino.spi.type.SqlVarbinary;
import io.trino.spi.type.TimeZoneKey;
import io.trino.spi.type.Type;
import io.trino.sql.parser.ParsingException;
import io.trino.testing.LocalQueryRunner;
import io.trino.testing.MaterializedResult;
import io.trino.testing.MaterializedRow;
import io.trino.testing.TestingSession;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Answers statements, each a line with a JSON string on standard input, with a JSON object a line. */
public class Trino {
    /** Escapes what is not ASCII, for a reader may take some of it for the end of a line. */
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true);
    /** Statements that run at a time. */
    private static final int AT_ONCE = 2;
    private static final List<String> NUMBERS =
            List.of("tinyint", "smallint", "integer", "bigint", "real", "double", "decimal");

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Session session = TestingSession.testSessionBuilder().setTimeZoneKey(TimeZoneKey.UTC_KEY).build();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (LocalQueryRunner runner = LocalQueryRunner.create(session)) {
            ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
            BlockingQueue<Future<String>> answers = new ArrayBlockingQueue<>(AT_ONCE * 4);
            Thread printer = new Thread(() -> printInOrder(answers, out));
            printer.start();
            String line;
            while ((line = in.readLine()) != null) {
                String statement = JSON.readValue(line, String.class);
                answers.put(askers.submit(() -> JSON.writeValueAsString(answer(runner, statement))));
            }
            answers.put(CompletableFuture.completedFuture(null));
            printer.join();
        }
        System.exit(0);
    }

    /** Prints answers in the order of their statements, up to one that is none. */
    private static void printInOrder(BlockingQueue<Future<String>> answers, PrintStream out) {
        try {
            String answer;
            while ((answer = answers.take().get()) != null) {
                out.println(answer);
            }
        } catch (InterruptedException | ExecutionException error) {
            throw new IllegalStateException(error);
        }
    }

    private static Map<String, Object> answer(LocalQueryRunner runner, String statement) {
        try {
            return shown(runner.execute(statement));
        } catch (Throwable error) {
            return Map.of("error", code(error), "message", String.valueOf(error.getMessage()));
        }
    }

    private static String code(Throwable error) {
        if (error instanceof ParsingException) {
            return "SYNTAX_ERROR";
        }
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof TrinoException known) {
                return known.getErrorCode().getName();
            }
        }
        return "GENERIC_INTERNAL_ERROR";
    }

    private static Map<String, Object> shown(MaterializedResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (MaterializedRow row : result.getMaterializedRows()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < row.getFieldCount(); i++) {
                Object value = row.getField(i);
                values.add(value == null ? null : print(value, result.getTypes().get(i)));
            }
            rows.add(values);
        }
        List<String> types = result.getTypes().stream().map(Type::getDisplayName).toList();
        return Map.of("types", types, "names", result.getColumnNames(), "rows", rows);
    }

    /** Prints a value as Athena does; a map by its keys, for its own order is no promise. */
    private static String print(Object value, Type type) {
        if (value == null) {
            return "null";
        }
        if (type instanceof ArrayType array) {
            List<String> items = new ArrayList<>();
            ((List<?>) value).forEach(item -> items.add(print(item, array.getElementType())));
            return "[" + String.join(", ", items) + "]";
        }
        if (type instanceof MapType map) {
            Comparator<Map.Entry<String, String>> order = NUMBERS.contains(map.getKeyType().getBaseName())
                    ? Comparator.comparing(entry -> Double.valueOf(entry.getKey()))
                    : Map.Entry.comparingByKey();
            List<String> items = ((Map<?, ?>) value).entrySet().stream()
                    .map(entry -> Map.entry(print(entry.getKey(), map.getKeyType()),
                            print(entry.getValue(), map.getValueType())))
                    .sorted(order).map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
            return "{" + String.join(", ", items) + "}";
        }
        if (type instanceof RowType row) {
            List<?> fields = value instanceof MaterializedRow m ? m.getFields() : (List<?>) value;
            List<String> items = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                String name = row.getFields().get(i).getName().map(given -> given + "=").orElse("");
                items.add(name + print(fields.get(i), row.getFields().get(i).getType()));
            }
            return "{" + String.join(", ", items) + "}";
        }
        byte[] bytes = value instanceof SqlVarbinary binary ? binary.getBytes() : value instanceof byte[] b ? b : null;
        if (bytes != null) {
            List<String> items = new ArrayList<>();
            for (byte one : bytes) {
                items.add(String.format("%02x", one));
            }
            return String.join(" ", items);
        }
        return value.toString();
    }
}
