import type { GetDatabasesRequest, GetDatabasesResponse } from "@aws-sdk/client-glue";
import { CATALOG_PAGE_SIZE, structure, TOKEN } from "../shapes.ts";
import { operation, pageOf } from "./operation.ts";

/** Lists the databases. */
export const getDatabases = operation<GetDatabasesRequest, GetDatabasesResponse>(
  structure({ NextToken: TOKEN, MaxResults: CATALOG_PAGE_SIZE }),
  ({ catalog }, input) => {
    const { items, token } = pageOf(catalog.databases(), input);
    return { DatabaseList: items, ...token };
  },
);
