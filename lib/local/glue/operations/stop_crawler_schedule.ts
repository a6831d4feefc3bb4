import type { StopCrawlerScheduleRequest } from "@aws-sdk/client-glue";
import { switchSchedule } from "../crawler/rules.ts";
import { NAME, structure } from "../shapes.ts";
import { operation, requireCrawler } from "./operation.ts";

/** Suspends a crawler's schedule. */
export const stopCrawlerSchedule = operation<StopCrawlerScheduleRequest, object>(
  structure({ CrawlerName: NAME }, ["CrawlerName"]),
  (context, { CrawlerName = "" }) => {
    const crawler = requireCrawler(context, CrawlerName);
    context.crawlers.put({ ...crawler, Schedule: switchSchedule(crawler, false) });
    return {};
  },
);
