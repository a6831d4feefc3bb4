import type { ListCrawlsRequest, ListCrawlsResponse } from "@aws-sdk/client-glue";
import {
  crawlFilter,
  FILTER_FIELDS,
  FILTER_OPERATORS,
  historyOf,
} from "../crawler/crawl_filter.ts";
import { listOf, NAME, PAGE_SIZE, structure, TEXT, TOKEN } from "../shapes.ts";
import { notFound, operation, pageOf } from "./operation.ts";

/** Lists the crawls of a crawler, the latest first. */
export const listCrawls = operation<ListCrawlsRequest, ListCrawlsResponse>(
  structure({
    CrawlerName: NAME,
    MaxResults: PAGE_SIZE,
    Filters: listOf(structure({
      FieldName: { type: "string", values: FILTER_FIELDS },
      FilterOperator: { type: "string", values: FILTER_OPERATORS },
      FieldValue: TEXT,
    })),
    NextToken: TOKEN,
  }, ["CrawlerName"]),
  ({ crawlers }, input) => {
    const { CrawlerName = "", Filters = [] } = input;
    if (crawlers.get(CrawlerName) === undefined) {
      throw notFound(`Crawler entry with name ${CrawlerName} does not exist`);
    }
    const matches = crawlFilter(Filters);
    const { items, token } = pageOf(crawlers.crawls(CrawlerName).filter(matches), input, 20);
    return { Crawls: items.map(historyOf), ...token };
  },
);
