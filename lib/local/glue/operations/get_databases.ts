import type {
  Database,
  DatabaseAttributes,
  GetDatabasesRequest,
  GetDatabasesResponse,
} from "@aws-sdk/client-glue";
import { CATALOG_PAGE_SIZE, listOf, structure, TOKEN } from "../shapes.ts";
import { operation, pageOf } from "./operation.ts";

/** Lists the databases. */
export const getDatabases = operation<GetDatabasesRequest, GetDatabasesResponse>(
  structure({
    NextToken: TOKEN,
    MaxResults: CATALOG_PAGE_SIZE,
    AttributesToGet: listOf({ type: "string", values: ["NAME", "TARGET_DATABASE"] }),
  }),
  ({ catalog }, input) => {
    const { items, token } = pageOf(catalog.databases(), input);
    return { DatabaseList: items.map((item) => shown(item, input.AttributesToGet)), ...token };
  },
);

function shown(database: Database, attributes: DatabaseAttributes[] | undefined): Database {
  if (attributes === undefined) return database;
  const { Name, TargetDatabase } = database;
  return attributes.includes("TARGET_DATABASE") ? { Name, TargetDatabase } : { Name };
}
