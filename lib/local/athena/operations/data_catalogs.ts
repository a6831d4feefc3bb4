/**
 * `GetDataCatalog`, `ListDataCatalogs`, `GetDatabase`, `ListDatabases`, `GetTableMetadata`,
 * `ListTableMetadata`
 * @module
 */
import type { Column, Database, Table } from "@aws-sdk/client-glue";
import { ACCOUNT_ID } from "../../account.ts";
import { AwsError } from "../../aws_error.ts";
import type { AthenaContext, Input, Operation } from "../context.ts";
import { entityNotFound, invalidRequest, optionalText, page, requiredText } from "./input.ts";

const NAME = "AwsDataCatalog";

function requireCatalog(input: Input, member = "CatalogName"): void {
  const name = requiredText(input, member);
  if (name.toLowerCase() !== NAME.toLowerCase()) {
    throw invalidRequest(`Data catalog ${name} was not found`, "DATA_CATALOG_NOT_FOUND");
  }
}

function notFound(what: string): AwsError {
  return new AwsError("MetadataException", entityNotFound(what));
}

function databaseOf(context: AthenaContext, input: Input): Database {
  const name = requiredText(input, "DatabaseName").toLowerCase();
  const database = context.catalog.database(name);
  if (database) return database;
  throw notFound(`Database ${name} not found.`);
}

const shownDatabase = (database: Database) => ({
  Name: database.Name,
  ...(database.Description ? { Description: database.Description } : {}),
  ...(Object.keys(database.Parameters ?? {}).length > 0 ? { Parameters: database.Parameters } : {}),
});

const shownColumn = ({ Name, Type, Comment }: Column) => ({
  Name,
  Type,
  ...(Comment ? { Comment } : {}),
});

const shownTable = (table: Table) => ({
  Name: table.Name,
  ...(table.CreateTime ? { CreateTime: new Date(table.CreateTime) } : {}),
  LastAccessTime: new Date(table.LastAccessTime ?? 0),
  TableType: table.TableType,
  Columns: (table.StorageDescriptor?.Columns ?? []).map(shownColumn),
  PartitionKeys: (table.PartitionKeys ?? []).map(shownColumn),
  Parameters: {
    ...table.Parameters,
    ...(table.StorageDescriptor?.Location ? { location: table.StorageDescriptor.Location } : {}),
    ...(table.StorageDescriptor?.InputFormat
      ? { inputformat: table.StorageDescriptor.InputFormat }
      : {}),
    ...(table.StorageDescriptor?.OutputFormat
      ? { outputformat: table.StorageDescriptor.OutputFormat }
      : {}),
    ...(table.StorageDescriptor?.SerdeInfo?.SerializationLibrary
      ? { "serde.serialization.lib": table.StorageDescriptor.SerdeInfo.SerializationLibrary }
      : {}),
  },
});

export const getDataCatalog: Operation = (_, input) => {
  requireCatalog(input, "Name");
  return {
    DataCatalog: { Name: NAME, Type: "GLUE", Parameters: { "catalog-id": ACCOUNT_ID } },
  };
};

export const listDataCatalogs: Operation = () => ({
  DataCatalogsSummary: [{ CatalogName: NAME, Type: "GLUE" }],
});

export const getDatabase: Operation = (context, input) => {
  requireCatalog(input);
  return { Database: shownDatabase(databaseOf(context, input)) };
};

export const listDatabases: Operation = (context, input) => {
  requireCatalog(input);
  const { items, next } = page(context.catalog.databases(), input, 50);
  return { DatabaseList: items.map(shownDatabase), ...next };
};

export const getTableMetadata: Operation = (context, input) => {
  requireCatalog(input);
  const { Name: database = "" } = databaseOf(context, input);
  const name = requiredText(input, "TableName").toLowerCase();
  const table = context.catalog.table(database, name);
  if (!table) throw notFound("Entity Not Found");
  return { TableMetadata: shownTable(table) };
};

export const listTableMetadata: Operation = (context, input) => {
  requireCatalog(input);
  const { Name: database = "" } = databaseOf(context, input);
  const expression = optionalText(input, "Expression");
  const pattern = expression === undefined ? undefined : patternOf(expression);
  const all = context.catalog.tables(database).filter((table) =>
    pattern?.test(table.Name ?? "") ?? true
  );
  const { items, next } = page(all, input, 50);
  return { TableMetadataList: items.map(shownTable), ...next };
};

/** `*` stands for any characters; anything else for itself. */
function patternOf(expression: string): RegExp {
  const source = expression.replace(/[\\^$+?.()[\]{}|]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^(?:${source})$`, "i");
}
