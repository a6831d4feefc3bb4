import type { CreateCrawlerRequest } from "@aws-sdk/client-glue";
import { AwsError } from "../../aws_error.ts";
import { checkCrawler, requireBuckets, scheduleOf, withDefaults } from "../crawler/rules.ts";
import { checkTags, crawlerResource } from "../resources.ts";
import { CRAWLER_MEMBERS, structure, TAGS } from "../shapes.ts";
import { operation } from "./operation.ts";

/** Makes a crawler. */
export const createCrawler = operation<CreateCrawlerRequest, object>(
  structure({ ...CRAWLER_MEMBERS, Tags: TAGS }, ["Name", "Role", "Targets"]),
  (context, { Schedule, Tags, ...input }) => {
    const { crawlers, tags } = context;
    const name = input.Name ?? "";
    if (crawlers.get(name) !== undefined) {
      throw new AwsError("AlreadyExistsException", `Crawler with name ${name} already exists`);
    }
    const crawler = withDefaults({ ...input, ...scheduleOf(Schedule) });
    checkCrawler(crawler);
    requireBuckets(context, input.Targets);
    tags.set(crawlerResource(name), checkTags(Tags ?? {}));
    const now = new Date();
    crawlers.put({ ...crawler, CreationTime: now, LastUpdated: now, Version: 1 });
    return {};
  },
);
