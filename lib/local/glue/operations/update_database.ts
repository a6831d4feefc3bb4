import type { UpdateDatabaseRequest } from "@aws-sdk/client-glue";
import { DATABASE_INPUT, NAME, structure } from "../shapes.ts";
import { invalid, notFound, operation } from "./operation.ts";

/** Changes a database. */
export const updateDatabase = operation<UpdateDatabaseRequest, object>(
  structure({ Name: NAME, DatabaseInput: DATABASE_INPUT }, ["Name", "DatabaseInput"]),
  ({ catalog }, { Name = "", DatabaseInput }) => {
    const before = catalog.database(Name);
    if (before === undefined) throw notFound(`Database ${Name} not found.`);
    if (DatabaseInput?.Name?.toLowerCase() !== Name.toLowerCase()) {
      throw invalid("Database name cannot be changed.");
    }
    catalog.putDatabase({ ...DatabaseInput, Name, CreateTime: before.CreateTime });
    return {};
  },
);
