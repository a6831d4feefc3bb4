import type { UpdateCrawlerRequest } from "@aws-sdk/client-glue";
import {
  checkCrawler,
  checkTargetsKept,
  requireBuckets,
  requireIdle,
  scheduleOf,
} from "../crawler/rules.ts";
import { CRAWLER_MEMBERS, structure } from "../shapes.ts";
import { operation, requireCrawler } from "./operation.ts";

/** Changes a crawler that is not running. */
export const updateCrawler = operation<UpdateCrawlerRequest, object>(
  structure(CRAWLER_MEMBERS, ["Name"]),
  (context, { Schedule, ...input }) => {
    const before = requireCrawler(context, input.Name ?? "");
    requireIdle(context, before);
    const after = { ...before, ...input, ...scheduleOf(Schedule) };
    checkCrawler(after);
    checkTargetsKept(before, after);
    requireBuckets(context, input.Targets);
    context.crawlers.put({
      ...after,
      LastUpdated: new Date(),
      Version: (before.Version ?? 0) + 1,
    });
    return {};
  },
);
