/** The embedded Athena through PyAthena: its cursors, and its SQLAlchemy dialect. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { ownStack } from "../../own_stack.ts";
import { hasPython, pythonWith } from "../tools.ts";

const ignore = !(await hasPython());
if (ignore) {
  console.warn("skipped: Athena with PyAthena, which needs python3 with pip");
}

Deno.test({
  name: "PyAthena and SQLAlchemy with AWS_ENDPOINT_URL alone",
  ignore,
  fn: async () => {
    await using stack = await ownStack();
    const { env } = await pythonWith("clients");
    const { code, stdout, stderr } = await new Deno.Command("python3", {
      args: [join(import.meta.dirname ?? "", "athena_pyathena.py")],
      env: {
        ...env,
        AWS_ACCESS_KEY_ID: "x",
        AWS_SECRET_ACCESS_KEY: "x",
        AWS_DEFAULT_REGION: "us-east-1",
        AWS_ENDPOINT_URL: stack.env.AWS_ENDPOINT_URL ?? "",
      },
    }).output();
    const [out = "", err = ""] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
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
