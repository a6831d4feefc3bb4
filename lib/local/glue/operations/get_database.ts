import type { GetDatabaseRequest, GetDatabaseResponse } from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { notFound, operation } from "./operation.ts";

/** Shows a database. */
export const getDatabase = operation<GetDatabaseRequest, GetDatabaseResponse>(
  structure({ Name: NAME }, ["Name"]),
  ({ catalog }, { Name = "" }) => {
    const database = catalog.database(Name);
    if (database === undefined) throw notFound(`Database ${Name} not found.`);
    return { Database: database };
  },
);
