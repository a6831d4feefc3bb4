import type { UpdateCrawlerScheduleRequest } from "@aws-sdk/client-glue";
import { scheduleOf } from "../crawler/rules.ts";
import { NAME, structure, TEXT } from "../shapes.ts";
import { operation, requireCrawler } from "./operation.ts";

/** Gives a crawler another schedule. */
export const updateCrawlerSchedule = operation<UpdateCrawlerScheduleRequest, object>(
  structure({ CrawlerName: NAME, Schedule: TEXT }, ["CrawlerName"]),
  (context, { CrawlerName = "", Schedule }) => {
    const crawler = requireCrawler(context, CrawlerName);
    context.crawlers.put({ ...crawler, ...scheduleOf(Schedule ?? ""), LastUpdated: new Date() });
    return {};
  },
);
