/** User-defined functions, as Hive, Spark and Trino keep them. */
import { assertEquals } from "@std/assert";
import { type Fixture, withGlue } from "./glue_fixture.ts";

const input = (FunctionName: string, ClassName = "com.example.Udf") => ({
  FunctionName,
  ClassName,
  OwnerName: "public",
  OwnerType: "ROLE",
  ResourceUris: [{ ResourceType: "JAR", Uri: "s3://b/udf.jar" }],
});

const names = async ({ call }: Fixture, ask: object) =>
  (await call("GetUserDefinedFunctions", ask)).UserDefinedFunctions
    .map((one: { FunctionName: string }) => one.FunctionName);

Deno.test("a function is made, shown, changed and deleted; its name is in lower case", () =>
  withGlue(async ({ call, fails }) => {
    const name = { DatabaseName: "db", FunctionName: "F" };
    const shown = async () => (await call("GetUserDefinedFunction", name)).UserDefinedFunction;
    assertEquals(
      await call("CreateUserDefinedFunction", { DatabaseName: "DB", FunctionInput: input("F") }),
      {},
    );
    const { CreateTime, ...rest } = await shown();
    assertEquals(typeof CreateTime, "number");
    assertEquals(rest, {
      ...input("f"),
      DatabaseName: "db",
      CatalogId: "000000000000",
    });
    assertEquals(
      await fails("CreateUserDefinedFunction", { DatabaseName: "db", FunctionInput: input("f") }),
      "AlreadyExistsException: Function already exists.",
    );
    await call("UpdateUserDefinedFunction", { ...name, FunctionInput: input("f", "com.Other") });
    assertEquals(await shown(), { ...rest, CreateTime, ClassName: "com.Other" });
    await call("DeleteUserDefinedFunction", name);
    // The words are those that Spark shows of AWS.
    const gone = "EntityNotFoundException: Cannot find function.";
    assertEquals(await fails("GetUserDefinedFunction", name), gone);
    assertEquals(await fails("DeleteUserDefinedFunction", name), gone);
    assertEquals(
      await fails("UpdateUserDefinedFunction", { ...name, FunctionInput: input("f") }),
      gone,
    );
  }));

Deno.test("GetUserDefinedFunctions: by pattern, of one database or of all, page by page", () =>
  withGlue(async (glue) => {
    const { call, fails } = glue;
    for (const [DatabaseName, name] of [["db", "b"], ["db", "ab"], ["default", "a"]] as const) {
      await call("CreateUserDefinedFunction", { DatabaseName, FunctionInput: input(name) });
    }
    assertEquals(await names(glue, { DatabaseName: "db", Pattern: "*" }), ["ab", "b"]);
    assertEquals(await names(glue, { DatabaseName: "db", Pattern: "a.*" }), ["ab"]);
    assertEquals(await names(glue, { Pattern: ".*" }), ["ab", "b", "a"]);
    const first = await call("GetUserDefinedFunctions", { Pattern: "*", MaxResults: 2 });
    assertEquals(await names(glue, { Pattern: "*", NextToken: first.NextToken }), ["a"]);
    assertEquals(
      await fails("GetUserDefinedFunctions", { DatabaseName: "x", Pattern: "*" }),
      "EntityNotFoundException: Database x not found.",
    );
  }));

Deno.test("functions end with their database", () =>
  withGlue(async (glue) => {
    await glue.call("CreateUserDefinedFunction", {
      DatabaseName: "default",
      FunctionInput: input("f"),
    });
    await glue.call("UpdateDatabase", { Name: "default", DatabaseInput: { Name: "default" } });
    assertEquals(await names(glue, { Pattern: "*" }), ["f"]);
    await glue.call("DeleteDatabase", { Name: "default" });
    assertEquals(await names(glue, { Pattern: "*" }), []);
  }));
