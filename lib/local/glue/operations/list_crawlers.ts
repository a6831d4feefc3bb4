import type { ListCrawlersRequest, ListCrawlersResponse } from "@aws-sdk/client-glue";
import { crawlerResource } from "../resources.ts";
import { PAGE_SIZE, structure, TAGS, TOKEN } from "../shapes.ts";
import { operation, pageOf } from "./operation.ts";

/** Lists the names of the crawlers. */
export const listCrawlers = operation<ListCrawlersRequest, ListCrawlersResponse>(
  structure({ MaxResults: PAGE_SIZE, NextToken: TOKEN, Tags: TAGS }),
  ({ crawlers, tags }, input) => {
    const wanted = Object.entries(input.Tags ?? {});
    const names = crawlers.all().map((crawler) => crawler.Name ?? "").filter((name) => {
      const own = wanted.length > 0 ? tags.get(crawlerResource(name)) : {};
      return wanted.every(([key, value]) => own[key] === value);
    });
    const { items, token } = pageOf(names, input);
    return { CrawlerNames: items, ...token };
  },
);
