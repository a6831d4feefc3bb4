import type { DeleteCrawlerRequest } from "@aws-sdk/client-glue";
import { requireIdle } from "../crawler/rules.ts";
import { NAME, structure } from "../shapes.ts";
import { operation, requireCrawler } from "./operation.ts";

/** Deletes a crawler that is not running; its tables stay. */
export const deleteCrawler = operation<DeleteCrawlerRequest, object>(
  structure({ Name: NAME }, ["Name"]),
  (context, { Name = "" }) => {
    requireIdle(context, requireCrawler(context, Name));
    context.crawlers.delete(Name);
    return {};
  },
);
