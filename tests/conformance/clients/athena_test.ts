/** The embedded Athena through PyAthena: its cursors, and its SQLAlchemy dialect. */
import { assertEquals } from "@std/assert";
import { ownStack } from "../../own_stack.ts";
import { hasPython } from "../tools.ts";
import { pythonAt, scriptPath } from "./python.ts";

const ignore = !(await hasPython());
if (ignore) {
  console.warn("skipped: Athena with PyAthena, which needs python3 with pip");
}

Deno.test({
  name: "PyAthena and SQLAlchemy with AWS_ENDPOINT_URL alone",
  ignore,
  fn: async () => {
    await using stack = await ownStack();
    const url = stack.env.AWS_ENDPOINT_URL ?? "";
    const { code, out, err } = await pythonAt(url, [scriptPath("athena_pyathena.py")]);
    assertEquals([code, err], [0, ""]);
    assertEquals(JSON.parse(out), {
      types: [
        ...["boolean", "integer", "bigint", "float", "double", "decimal", "varchar", "date"],
        ...["timestamp", "varbinary", "array", "json", "unknown"],
      ],
      values: [
        ...["True", "3", "4", "1.5", "2.5", "1.20", "x", "2024-01-31"],
        ...["2024-01-31 01:02:03.456000", "b'ab'", "[1, None]", "{'a': [1]}", "None"],
      ],
      dict: [{ a: 1, b: "x" }],
      named: ["it's", true, 2024],
      marks: ["it'splain text", 1.5],
      pages: 2345,
      reuse: [[3, false], [3, true]],
      cancelled: "CANCELLED",
      missing: "OperationalError",
      malformed: "DatabaseError",
      tables: ["made"],
      has: [true, false],
      ticks: [["1.50", "it's", "2024-01-31", "1"]],
      columns: [["close", "DECIMAL(10, 2)"], ["index", "VARCHAR"], ["day", "DATE"]],
      left: ["made"],
    });
  },
});
