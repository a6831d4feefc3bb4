/** The embedded S3, Glue and Athena together, through awswrangler, pyarrow and s3fs. */
import { assertEquals } from "@std/assert";
import { ownStack } from "../../own_stack.ts";
import { hasPython } from "../tools.ts";
import { pythonAt, scriptPath } from "./python.ts";

const ignore = !(await hasPython());
if (ignore) {
  console.warn("skipped: awswrangler, pyarrow and s3fs, which need python3 with pip");
}

Deno.test({
  name: "awswrangler, pyarrow and s3fs with AWS_ENDPOINT_URL alone",
  ignore,
  fn: async () => {
    await using stack = await ownStack();
    const url = stack.env.AWS_ENDPOINT_URL ?? "";
    const { code, out, err } = await pythonAt(url, [scriptPath("dataframes.py")], {
      packages: "dataframes",
    });
    assertEquals([code, err], [0, ""]);
    const day = (date: string) => `2024-01-0${date}T00:00:00.000`;
    assertEquals(JSON.parse(out), {
      types: {
        index: "string",
        close: "double",
        volume: "bigint",
        day: "date",
        price: "decimal(3,2)",
        tags: "array<string>",
        dt: "string",
      },
      ctas: [
        ["HSI", 1.5, 1, day("1"), "1.10", ["a", "b"], "2024-01-01"],
        ["NYA", 2.5, null, day("2"), "1.10", ["c"], "2024-01-02"],
        ["HSI", null, 3, day("3"), "1.10", [], "2024-01-01"],
      ].map(([index, close, volume, day, price, tags, dt]) => ({
        index,
        close,
        volume,
        day,
        price,
        tags,
        dt,
      })),
      unload: true,
      text: ["[a, b]", "[c]", "[]"],
      evolved: [
        { dt: "2024-01-01", n: 2, extra: 7 },
        { dt: "2024-01-02", n: 2, extra: 7 },
      ],
      parameter: [{ n: 2 }],
      csv: [{ n: 2, high: 2.5 }],
      json: [{ n: 2, high: 2.5 }],
      repair: "SUCCEEDED",
      partitions: [["2024-01-01"], ["2024-01-02"]],
      gone: [],
      arrow: [1, 2, 3],
      spark: { moment: "timestamp", kind: "string" },
      arrowLarge: true,
      arrowInfo: ["Directory", "File", "NotFound"],
      s3fs: ["frames/tutorial/stock_market_1.json"],
      s3fsAppended: "tail",
      s3fsMoved: ["first.json", "stock_market_1.json", "stock_market_2.json"],
      s3fsSigned: "/frames/tutorial/stock_market_0.json",
      s3fsCreate: "FileExistsError",
      s3fsEmptied: false,
    });
  },
});
