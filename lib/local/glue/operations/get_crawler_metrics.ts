import type {
  CrawlerMetrics,
  GetCrawlerMetricsRequest,
  GetCrawlerMetricsResponse,
} from "@aws-sdk/client-glue";
import { listOf, NAME, PAGE_SIZE, structure, TOKEN } from "../shapes.ts";
import { type GlueContext, operation, pageOf } from "./operation.ts";

/** Counts what crawlers have done. */
export const getCrawlerMetrics = operation<GetCrawlerMetricsRequest, GetCrawlerMetricsResponse>(
  structure({
    CrawlerNameList: listOf(NAME, { min: 0, max: 100 }),
    MaxResults: PAGE_SIZE,
    NextToken: TOKEN,
  }),
  (context, input) => {
    const wanted = input.CrawlerNameList;
    const names = context.crawlers.all().map((crawler) => crawler.Name ?? "")
      .filter((name) => wanted === undefined || wanted.length === 0 || wanted.includes(name));
    const { items, token } = pageOf(names, input);
    return { CrawlerMetricsList: items.map((name) => metricsOf(context, name)), ...token };
  },
);

function metricsOf({ crawlers, runner }: GlueContext, name: string): CrawlerMetrics {
  const crawls = crawlers.crawls(name);
  const ended = crawls.filter((crawl) => crawl.State === "COMPLETED");
  const seconds = ended.map(({ StartTime, EndTime }) =>
    ((EndTime?.getTime() ?? 0) - (StartTime?.getTime() ?? 0)) / 1000
  );
  const [last] = ended;
  const running = runner.state(name) === "RUNNING";
  return {
    CrawlerName: name,
    TimeLeftSeconds: 0,
    StillEstimating: running,
    LastRuntimeSeconds: seconds[0] ?? 0,
    MedianRuntimeSeconds: seconds.toSorted((a, b) => a - b)[seconds.length >> 1] ?? 0,
    TablesCreated: last?.TablesCreated ?? 0,
    TablesUpdated: last?.TablesUpdated ?? 0,
    TablesDeleted: last?.TablesDeleted ?? 0,
  };
}
