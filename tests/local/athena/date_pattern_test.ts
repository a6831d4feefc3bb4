/** Patterns of dates, held against what Java's DateTimeFormatter (English) wrote and read. */
import { assertEquals } from "@std/assert";
import { datePattern } from "../../../lib/local/athena/tables/partitions/date_pattern.ts";

const TIMES = [
  Date.UTC(2024, 0, 5, 3, 4, 5, 67),
  Date.UTC(2024, 11, 31, 13, 0, 59),
  Date.UTC(2000, 1, 29, 0, 59, 0, 500),
];

const WRITTEN: [pattern: string, ...texts: string[]][] = [
  ["yyyyMMdd", "20240105", "20241231", "20000229"],
  ["yyyy-M-d", "2024-1-5", "2024-12-31", "2000-2-29"],
  ["yy/MM/dd", "24/01/05", "24/12/31", "00/02/29"],
  ["uuuu-MM", "2024-01", "2024-12", "2000-02"],
  ["dd-MMM-yyyy", "05-Jan-2024", "31-Dec-2024", "29-Feb-2000"],
  ["d MMMM yyyy", "5 January 2024", "31 December 2024", "29 February 2000"],
  ["EEE dd", "Fri 05", "Tue 31", "Tue 29"],
  ["EEEE", "Friday", "Tuesday", "Tuesday"],
  ["yyyy-DDD", "2024-005", "2024-366", "2000-060"],
  ["D", "5", "366", "60"],
  ["HH", "03", "13", "00"],
  ["H:m", "3:4", "13:0", "0:59"],
  ["hh a", "03 AM", "01 PM", "12 AM"],
  ["K a", "3 AM", "1 PM", "0 AM"],
  ["h", "3", "1", "12"],
  [
    "yyyy-MM-dd'T'HH:mm:ss.SSS",
    "2024-01-05T03:04:05.067",
    "2024-12-31T13:00:59.000",
    "2000-02-29T00:59:00.500",
  ],
  ["SS", "06", "00", "50"],
  ["S", "0", "0", "5"],
  ["SSSS", "0670", "0000", "5000"],
  ["'day='dd", "day=05", "day=31", "day=29"],
  ["yyyy''MM", "2024'01", "2024'12", "2000'02"],
  ["y", "2024", "2024", "2000"],
  ["L", "1", "12", "2"],
];

for (const [pattern, ...texts] of WRITTEN) {
  Deno.test(`date pattern writes ${pattern}`, () => {
    assertEquals(TIMES.map((at) => datePattern(pattern)?.format(at)), texts);
  });
}

const READ: [pattern: string, text: string, at: number | undefined][] = [
  ["yyyyMMdd", "20240105", Date.UTC(2024, 0, 5)],
  ["yyyyMMdd", "2024015", undefined],
  ["yyyy-M-d", "2024-12-1", Date.UTC(2024, 11, 1)],
  ["yyyy-M-d", "2024-1-31", Date.UTC(2024, 0, 31)],
  ["yyyy-MM-dd", "2024-1-31", undefined],
  ["yyyy-MM-dd", "2024-02-31", Date.UTC(2024, 1, 29)],
  ["yyyy-MM-dd", "2024-02-32", undefined],
  ["yyyy-MM-dd", " 2024-01-01", undefined],
  ["yyyy-MM-dd", "2024-01-01x", undefined],
  ["dd-MMM-yyyy", "31-Jan-2024", Date.UTC(2024, 0, 31)],
  ["dd-MMM-yyyy", "31-JAN-2024", undefined],
  ["yy-MM-dd", "24-01-01", Date.UTC(2024, 0, 1)],
  ["dd-MM-yyyy-HH-mm-ss", "31-12-2023-23-59-58", Date.UTC(2023, 11, 31, 23, 59, 58)],
  ["yyyy-DDD", "2024-060", Date.UTC(2024, 1, 29)],
  ["hh a", "12 AM", Date.UTC(1970, 0, 1)],
];

for (const [pattern, text, at] of READ) {
  Deno.test(`date pattern ${pattern} reads ${text}`, () => {
    assertEquals(datePattern(pattern)?.parse(text), at);
  });
}

Deno.test("date pattern: letters that mean what is not there", () => {
  for (const pattern of ["YYYY-MM-dd", "yyyy-MM-dd VV", "yyyy[-MM]", "yyyyMMMMM", "ddd"]) {
    assertEquals(datePattern(pattern), undefined, pattern);
  }
});

Deno.test("date pattern: the smallest field is its precision", () => {
  const found = ["yyyy", "yyyyMM", "dd-MM-yyyy", "yyyy-DDD", "yyyy/MM/dd/HH", "HH:mm", "ss", "SSS"]
    .map((pattern) => datePattern(pattern)?.precision);
  assertEquals(
    found.join(" "),
    "years months days days hours minutes seconds millis",
  );
  // What is quoted is text.
  assertEquals(datePattern("yyyy'm'")?.precision, "years");
});
