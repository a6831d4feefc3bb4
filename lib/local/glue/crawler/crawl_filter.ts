/**
 * Filters of `ListCrawls`.
 * @module
 */
import type { CrawlerHistory, CrawlsFilter } from "@aws-sdk/client-glue";
import { AwsError } from "../../aws_error.ts";
import type { CrawlRecord } from "./store.ts";

/** Fields a crawl can be filtered by. */
export const FILTER_FIELDS = ["START_TIME", "END_TIME", "STATE", "CRAWL_ID", "DPU_HOUR"];

/** Comparisons of a field with a value. */
export const FILTER_OPERATORS = ["LT", "EQ", "GT", "NE", "LE", "GE"];

/**
 * Compiles filters; times are in epoch milliseconds.
 *
 * @param filters Filters of the request
 * @returns Whether a crawl passes all of them
 * @throws {AwsError} `InvalidInputException` where one is not whole, or does not fit its field
 */
export function crawlFilter(filters: readonly CrawlsFilter[]): (crawl: CrawlRecord) => boolean {
  const tests = filters.map(({ FieldName, FilterOperator, FieldValue }) => {
    if (!FieldName || !FilterOperator || !FieldValue) {
      throw new AwsError(
        "InvalidInputException",
        `Invalid Filter Provided: FieldName: ${FieldName ?? "null"}, FilterOperator: ` +
          `${FilterOperator ?? "null"}, FieldValue: ${FieldValue ?? "null"}`,
      );
    }
    const isText = FieldName === "STATE" || FieldName === "CRAWL_ID";
    if (isText && FilterOperator !== "EQ" && FilterOperator !== "NE") {
      throw new AwsError(
        "InvalidInputException",
        `Only EQ or NE operator is allowed for field : ${FieldName}`,
      );
    }
    return (crawl: CrawlRecord) =>
      isText
        ? ((FieldName === "STATE" ? crawl.State : crawl.CrawlId) === FieldValue) ===
          (FilterOperator === "EQ")
        : compare(numberOf(crawl, FieldName), FilterOperator, Number(FieldValue));
  });
  return (crawl) => tests.every((test) => test(crawl));
}

/** What `ListCrawls` shows of a crawl. */
export function historyOf(crawl: CrawlRecord): CrawlerHistory {
  const { Crawler: _, TablesCreated: _1, TablesUpdated: _2, TablesDeleted: _3, ...history } = crawl;
  return history;
}

function numberOf(crawl: CrawlRecord, field: string): number {
  if (field === "START_TIME") return crawl.StartTime?.getTime() ?? NaN;
  if (field === "END_TIME") return crawl.EndTime?.getTime() ?? NaN;
  return crawl.DPUHour ?? 0;
}

function compare(left: number, operator: string, right: number): boolean {
  switch (operator) {
    case "LT":
      return left < right;
    case "LE":
      return left <= right;
    case "GT":
      return left > right;
    case "GE":
      return left >= right;
    case "NE":
      return left !== right;
    default:
      return left === right;
  }
}
