import type { CreateDatabaseRequest } from "@aws-sdk/client-glue";
import { databaseArn } from "../arn.ts";
import { DATABASE_INPUT, structure, TAGS } from "../shapes.ts";
import { alreadyExists, operation } from "./operation.ts";

/** Makes a database. */
export const createDatabase = operation<CreateDatabaseRequest, object>(
  structure({ DatabaseInput: DATABASE_INPUT, Tags: TAGS }, ["DatabaseInput"]),
  ({ catalog, tags }, { DatabaseInput, Tags }) => {
    const name = DatabaseInput?.Name ?? "";
    if (catalog.database(name) !== undefined) throw alreadyExists("Database");
    catalog.putDatabase({ ...DatabaseInput, Name: name });
    if (Tags !== undefined) tags.set(databaseArn(name), Tags);
    return {};
  },
);
