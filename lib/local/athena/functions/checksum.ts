/**
 * `checksum`: the sum of the values' hashes, whatever their order.
 * @module
 */
import { notSupported } from "../errors.ts";
import { type Type, typeName, VARBINARY } from "../types/types.ts";
import { hash } from "./value_hash.ts";
import { type Call, family, type FunctionDefinition, type Rendered } from "./define.ts";

/** What a NULL adds to the sum. */
const OF_NULL = BigInt.asIntN(64, 0x9e3779b185ebca87n);

function checksum([x]: string[], call: Call): Rendered {
  const type = call.args[0]?.type as Type;
  const hashed = hash(x as string, type);
  if (hashed === undefined) {
    throw notSupported(`checksum of values of type ${typeName(type)}`, call.expression.position);
  }
  const sum = call.aggregate(
    "sum",
    `CAST(CASE WHEN ${x} IS NULL THEN ${OF_NULL} ELSE t_times_prime(${hashed}) END AS HUGEINT)`,
  );
  return { sql: `t_checksum(CAST(${sum} AS VARCHAR))`, type: VARBINARY };
}

export const CHECKSUM: FunctionDefinition[] = family("aggregate", {
  checksum: [["(T) -> varbinary", checksum]],
});
