import type { GetCrawlersRequest, GetCrawlersResponse } from "@aws-sdk/client-glue";
import { PAGE_SIZE, structure, TOKEN } from "../shapes.ts";
import { crawlerView, operation, pageOf } from "./operation.ts";

/** Shows all crawlers. */
export const getCrawlers = operation<GetCrawlersRequest, GetCrawlersResponse>(
  structure({ MaxResults: PAGE_SIZE, NextToken: TOKEN }),
  (context, input) => {
    const { items, token } = pageOf(context.crawlers.all(), input);
    return { Crawlers: items.map((crawler) => crawlerView(context, crawler)), ...token };
  },
);
