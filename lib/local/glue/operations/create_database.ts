import type { CreateDatabaseRequest } from "@aws-sdk/client-glue";
import { checkTags, databaseResource } from "../resources.ts";
import { DATABASE_INPUT, structure, TAGS } from "../shapes.ts";
import { alreadyExists, operation } from "./operation.ts";

/** Makes a database. */
export const createDatabase = operation<CreateDatabaseRequest, object>(
  structure({ DatabaseInput: DATABASE_INPUT, Tags: TAGS }, ["DatabaseInput"]),
  ({ catalog, tags }, { DatabaseInput, Tags }) => {
    const name = DatabaseInput?.Name ?? "";
    if (catalog.database(name) !== undefined) throw alreadyExists("Database");
    tags.set(databaseResource(name), checkTags(Tags ?? {}));
    catalog.putDatabase({ ...DatabaseInput, Name: name });
    return {};
  },
);
