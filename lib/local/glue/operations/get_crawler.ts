import type { GetCrawlerRequest, GetCrawlerResponse } from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { crawlerView, notFound, operation } from "./operation.ts";

/** Shows a crawler. */
export const getCrawler = operation<GetCrawlerRequest, GetCrawlerResponse>(
  structure({ Name: NAME }, ["Name"]),
  (context, { Name = "" }) => {
    const crawler = context.crawlers.get(Name);
    if (crawler === undefined) throw notFound(`Crawler entry with name ${Name} does not exist`);
    return { Crawler: crawlerView(context, crawler) };
  },
);
