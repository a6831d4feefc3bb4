/**
 * The shape of columns' statistics in requests.
 * @module
 */
import type { Shape } from "../aws/shape.ts";
import { listOf, NAME, structure } from "./shapes.ts";

const COUNT: Shape = { type: "long", min: 0 };
const DECIMAL = structure({ UnscaledValue: { type: "string" }, Scale: { type: "integer" } }, [
  "UnscaledValue",
  "Scale",
]);

/** Statistics of values that have an order. */
function ordered(value: Shape): Shape {
  return structure({
    MinimumValue: value,
    MaximumValue: value,
    NumberOfNulls: COUNT,
    NumberOfDistinctValues: COUNT,
  }, ["NumberOfNulls", "NumberOfDistinctValues"]);
}

const LENGTHS: Record<string, Shape> = {
  MaximumLength: COUNT,
  AverageLength: { type: "double" },
  NumberOfNulls: COUNT,
};

const STATISTICS_DATA = structure({
  Type: {
    type: "string",
    values: ["BOOLEAN", "DATE", "DECIMAL", "DOUBLE", "LONG", "STRING", "BINARY"],
  },
  BooleanColumnStatisticsData: structure({
    NumberOfTrues: COUNT,
    NumberOfFalses: COUNT,
    NumberOfNulls: COUNT,
  }, ["NumberOfTrues", "NumberOfFalses", "NumberOfNulls"]),
  DateColumnStatisticsData: ordered({ type: "timestamp" }),
  DecimalColumnStatisticsData: ordered(DECIMAL),
  DoubleColumnStatisticsData: ordered({ type: "double" }),
  LongColumnStatisticsData: ordered({ type: "long" }),
  StringColumnStatisticsData: structure({ ...LENGTHS, NumberOfDistinctValues: COUNT }, [
    ...Object.keys(LENGTHS),
    "NumberOfDistinctValues",
  ]),
  BinaryColumnStatisticsData: structure(LENGTHS, Object.keys(LENGTHS)),
}, ["Type"]);

/** `ColumnStatisticsList` of the operations that keep statistics. */
export const COLUMN_STATISTICS: Shape = listOf(
  structure({
    ColumnName: NAME,
    ColumnType: { type: "string", min: 0, max: 20000 },
    AnalyzedTime: { type: "timestamp" },
    StatisticsData: STATISTICS_DATA,
  }, ["ColumnName", "ColumnType", "AnalyzedTime", "StatisticsData"]),
  { min: 0, max: 25 },
);
