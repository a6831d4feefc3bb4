import type { StopCrawlerRequest } from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { operation, requireCrawler } from "./operation.ts";

/** Stops a crawl. */
export const stopCrawler = operation<StopCrawlerRequest, object>(
  structure({ Name: NAME }, ["Name"]),
  (context, { Name = "" }) => {
    requireCrawler(context, Name);
    context.runner.stop(Name);
    return {};
  },
);
