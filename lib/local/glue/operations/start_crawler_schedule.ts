import type { StartCrawlerScheduleRequest } from "@aws-sdk/client-glue";
import { switchSchedule } from "../crawler/rules.ts";
import { NAME, structure } from "../shapes.ts";
import { operation, requireCrawler } from "./operation.ts";

/** Makes a crawler's schedule hold. */
export const startCrawlerSchedule = operation<StartCrawlerScheduleRequest, object>(
  structure({ CrawlerName: NAME }, ["CrawlerName"]),
  (context, { CrawlerName = "" }) => {
    const crawler = requireCrawler(context, CrawlerName);
    context.crawlers.put({ ...crawler, Schedule: switchSchedule(crawler, true) });
    return {};
  },
);
