import type {
  GetTablesRequest,
  GetTablesResponse,
  Table,
  TableAttributes,
} from "@aws-sdk/client-glue";
import { namePattern } from "../name_pattern.ts";
import { CATALOG_PAGE_SIZE, FILTER, listOf, NAME, structure, TOKEN } from "../shapes.ts";
import { operation, pageOf, requireDatabase } from "./operation.ts";

/** Lists a database's tables, those whose names match a pattern alone where one is given. */
export const getTables = operation<GetTablesRequest, GetTablesResponse>(
  structure({
    DatabaseName: NAME,
    Expression: FILTER,
    NextToken: TOKEN,
    MaxResults: CATALOG_PAGE_SIZE,
    AttributesToGet: listOf({ type: "string", values: ["NAME", "TABLE_TYPE"] }),
  }, ["DatabaseName"]),
  (context, input) => {
    const { DatabaseName = "", Expression } = input;
    requireDatabase(context, DatabaseName);
    const pattern = Expression ? namePattern(Expression) : undefined;
    const tables = context.catalog.tables(DatabaseName)
      .filter((table) => pattern?.test(table.Name ?? "") ?? true);
    const { items, token } = pageOf(tables, input);
    return { TableList: items.map((item) => shown(item, input.AttributesToGet)), ...token };
  },
);

function shown(table: Table, attributes: TableAttributes[] | undefined): Table {
  if (attributes === undefined) return table;
  const { Name, TableType } = table;
  return attributes.includes("TABLE_TYPE") ? { Name, TableType } : { Name };
}
