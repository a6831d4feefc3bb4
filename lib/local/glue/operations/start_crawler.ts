import type { StartCrawlerRequest } from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { operation, requireCrawler } from "./operation.ts";

/** Starts a crawl. */
export const startCrawler = operation<StartCrawlerRequest, object>(
  structure({ Name: NAME }, ["Name"]),
  (context, { Name = "" }) => {
    context.runner.start(requireCrawler(context, Name));
    return {};
  },
);
