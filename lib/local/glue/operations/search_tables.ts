import type {
  PropertyPredicate,
  SearchTablesRequest,
  SearchTablesResponse,
  SortCriterion,
  Table,
} from "@aws-sdk/client-glue";
import { BOOLEAN, listOf, PAGE_SIZE, structure, TEXT, TOKEN } from "../shapes.ts";
import { invalid, operation, pageOf } from "./operation.ts";

/** Finds tables of all databases by text and by properties. */
export const searchTables = operation<SearchTablesRequest, SearchTablesResponse>(
  structure({
    NextToken: TOKEN,
    Filters: listOf(structure({
      Key: TEXT,
      Value: TEXT,
      Comparator: {
        type: "string",
        values: ["EQUALS", "GREATER_THAN", "LESS_THAN", "GREATER_THAN_EQUALS", "LESS_THAN_EQUALS"],
      },
    })),
    SearchText: TEXT,
    SortCriteria: listOf(
      structure({ FieldName: TEXT, Sort: { type: "string", values: ["ASC", "DESC"] } }),
      { min: 0, max: 1 },
    ),
    MaxResults: PAGE_SIZE,
    IncludeStatusDetails: BOOLEAN,
  }),
  ({ catalog }, input) => {
    const text = input.SearchText?.replace(/^"(.*)"$/, "$1").toLowerCase() ?? "";
    const tests = (input.Filters ?? []).map(propertyTest);
    const tables = catalog.databases()
      .flatMap((database) => catalog.tables(database.Name ?? ""))
      .filter((table) => textOf(table).includes(text) && tests.every((test) => test(table)));
    const [criterion] = input.SortCriteria ?? [];
    const { items, token } = pageOf(criterion ? sorted(tables, criterion) : tables, input);
    return { TableList: items, ...token };
  },
);

/**
 * Compiles a filter: the value is the whole property, or a part of it between punctuation, see
 * https://docs.aws.amazon.com/glue/latest/webapi/API_SearchTables.html
 */
function propertyTest(filter: PropertyPredicate): (table: Table) => boolean {
  const { Key = "", Value = "", Comparator = "EQUALS" } = filter;
  if (Comparator !== "EQUALS") {
    throw invalid(
      `Comparator ${Comparator} is not supported by the embedded Glue: it filters by text, not by time`,
    );
  }
  return (table) => {
    const property = propertyOf(table, Key);
    return property === Value || property?.split(/[^\p{L}\p{N}_]/u).includes(Value) === true;
  };
}

function sorted(tables: Table[], { FieldName = "", Sort }: SortCriterion): Table[] {
  const key = (table: Table) => propertyOf(table, FieldName) ?? "";
  const up = tables.toSorted((a, b) => key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
  return Sort === "DESC" ? up.toReversed() : up;
}

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
    createtime: table.CreateTime?.toISOString(),
    updatetime: table.UpdateTime?.toISOString(),
    lastaccesstime: table.LastAccessTime?.toISOString(),
  };
  return properties[key.toLowerCase()];
}
