import type { BatchGetCrawlersRequest, BatchGetCrawlersResponse } from "@aws-sdk/client-glue";
import { listOf, NAME, structure } from "../shapes.ts";
import { crawlerView, operation } from "./operation.ts";

/** Shows several crawlers; names of those that do not exist are reported. */
export const batchGetCrawlers = operation<BatchGetCrawlersRequest, BatchGetCrawlersResponse>(
  structure({ CrawlerNames: listOf(NAME, { min: 0, max: 100 }) }, ["CrawlerNames"]),
  (context, { CrawlerNames = [] }) => {
    const found = CrawlerNames.map((name) => context.crawlers.get(name));
    return {
      Crawlers: found.filter((crawler) => crawler !== undefined)
        .map((crawler) => crawlerView(context, crawler)),
      CrawlersNotFound: CrawlerNames.filter((_, index) => found[index] === undefined),
    };
  },
);
