import type { SearchTablesRequest, SearchTablesResponse, Table } from "@aws-sdk/client-glue";
import { BOOLEAN, listOf, PAGE_SIZE, structure, TEXT, TOKEN } from "../shapes.ts";
import { operation, pageOf } from "./operation.ts";

/** Finds tables of all databases by text and by properties. */
export const searchTables = operation<SearchTablesRequest, SearchTablesResponse>(
  structure({
    NextToken: TOKEN,
    Filters: listOf(structure({ Key: TEXT, Value: TEXT, Comparator: TEXT })),
    SearchText: TEXT,
    SortCriteria: listOf(structure({ FieldName: TEXT, Sort: TEXT })),
    MaxResults: PAGE_SIZE,
    IncludeStatusDetails: BOOLEAN,
  }),
  ({ catalog }, input) => {
    const text = input.SearchText?.replace(/^"(.*)"$/, "$1").toLowerCase() ?? "";
    const tables = catalog.databases()
      .flatMap((database) => catalog.tables(database.Name ?? ""))
      .filter((table) => textOf(table).includes(text))
      .filter((table) =>
        (input.Filters ?? []).every(({ Key = "", Value }) => propertyOf(table, Key) === Value)
      );
    const { items, token } = pageOf(tables, input);
    return { TableList: items, ...token };
  },
);

function textOf(table: Table): string {
  const columns = [...table.StorageDescriptor?.Columns ?? [], ...table.PartitionKeys ?? []];
  const texts = [
    table.Name,
    table.DatabaseName,
    table.Description,
    ...columns.map((one) => one.Name),
  ];
  return texts.filter((text) => text !== undefined).join("\n").toLowerCase();
}

function propertyOf(table: Table, key: string): string | undefined {
  const parameter = table.Parameters?.[key];
  if (parameter !== undefined) return parameter;
  const properties: Record<string, string | undefined> = {
    name: table.Name,
    databasename: table.DatabaseName,
    owner: table.Owner,
    tabletype: table.TableType,
    description: table.Description,
  };
  return properties[key.toLowerCase()];
}
