import type { GetPartitionsRequest, GetPartitionsResponse, Partition } from "@aws-sdk/client-glue";
import { partitionFilter } from "../partition_filter.ts";
import { BOOLEAN, NAME, PAGE_SIZE, PREDICATE, structure, TOKEN } from "../shapes.ts";
import { decodeToken, encodeToken, invalid, operation, requireTable } from "./operation.ts";

/** Lists a table's partitions, page by page, filtered and in segments where asked for. */
export const getPartitions = operation<GetPartitionsRequest, GetPartitionsResponse>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    Expression: PREDICATE,
    NextToken: TOKEN,
    Segment: structure({
      SegmentNumber: { type: "integer", min: 0 },
      TotalSegments: { type: "integer", min: 1, max: 10 },
    }, ["SegmentNumber", "TotalSegments"]),
    MaxResults: PAGE_SIZE,
    ExcludeColumnSchema: BOOLEAN,
  }, ["DatabaseName", "TableName"]),
  (context, input) => {
    const { DatabaseName = "", TableName = "", Expression, NextToken, Segment } = input;
    const table = requireTable(context, DatabaseName, TableName);
    const { SegmentNumber = 0, TotalSegments = 1 } = Segment ?? {};
    if (SegmentNumber >= TotalSegments) {
      throw invalid("SegmentNumber must be less than TotalSegments.");
    }
    const matches = Expression ? partitionFilter(Expression, table.PartitionKeys ?? []) : undefined;
    const after = NextToken ? decodeToken(NextToken) : "";
    const size = input.MaxResults ?? DEFAULT_SIZE;
    const partitions: Partition[] = [];
    let last = "";
    for (
      const { key, partition } of context.catalog.partitionsAfter(DatabaseName, TableName, after)
    ) {
      if (TotalSegments > 1 && segmentOf(key, TotalSegments) !== SegmentNumber) continue;
      if (matches !== undefined && !matches(partition.Values ?? [])) continue;
      if (partitions.length === size) {
        return { Partitions: partitions, NextToken: encodeToken(last) };
      }
      partitions.push(input.ExcludeColumnSchema ? withoutColumns(partition) : partition);
      last = key;
    }
    return { Partitions: partitions };
  },
);

/** Partitions of a page where the request does not say. */
const DEFAULT_SIZE = 1000;

function withoutColumns(partition: Partition): Partition {
  return { ...partition, StorageDescriptor: { ...partition.StorageDescriptor, Columns: [] } };
}

/** Spreads partitions over segments by a hash of their key (FNV-1a). */
function segmentOf(key: string, segments: number): number {
  let hash = 0x811c9dc5;
  for (const char of key) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % segments;
}
