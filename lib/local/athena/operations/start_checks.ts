/**
 * What Athena looks at before it starts a statement that its grammar takes.
 * @module
 */
import type { AthenaContext } from "../context.ts";
import type { HiveName } from "../sql/hive_ast.ts";
import type { Statement } from "../sql/statements.ts";
import { entityNotFound, invalidRequest } from "./input.ts";

/**
 * Refuses a table without its place, a catalog that is not there, and what is to be described and is
 * not there.
 *
 * @returns Whether it is a view that is described
 * @throws {AwsError} `InvalidRequestException`
 */
export function checkStart(
  statement: Statement,
  database: string | undefined,
  context: AthenaContext,
): { ofView: boolean } {
  const { catalog } = (statement as { name?: Partial<HiveName> }).name ?? {};
  if (catalog !== undefined) {
    throw invalidRequest(`Catalog '${catalog}' does not exist`, "DATACATALOG_NOT_FOUND");
  }
  if (statement.kind === "createTable") {
    if (statement.location === undefined) {
      throw invalidRequest(
        "No location was specified for table. An S3 location must be specified",
        "MALFORMED_QUERY",
      );
    }
    if (!statement.external && statement.properties["table_type"]?.toUpperCase() !== "ICEBERG") {
      throw invalidRequest("External keyword required for table type HIVE", "MALFORMED_QUERY");
    }
  }
  // Whether a table of DESCRIBE FORMATTED is there is looked at when it runs.
  const describes = (statement.kind === "describe" && !statement.formatted) ||
    statement.kind === "showColumns";
  return { ofView: describes && checkShown(statement.name, database, context) };
}

function checkShown(
  { database: named, table: name, refused }: HiveName,
  database: string | undefined,
  { catalog }: AthenaContext,
): boolean {
  const table = catalog.table(named ?? database ?? "default", name);
  if (!table) {
    throw invalidRequest(entityNotFound("Entity Not Found"), "INVALID_INPUT");
  }
  const isView = table.TableType === "VIRTUAL_VIEW";
  if (refused && !isView) throw invalidRequest(refused.detail, "MALFORMED_QUERY");
  return isView;
}
