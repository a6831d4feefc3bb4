/**
 * Hashes of values, by their types.
 * @module
 */
import type { Type } from "../types/types.ts";
import { instantOf } from "../values/zoned.ts";

/**
 * A value's hash as the engine's type has it.
 *
 * @param sql The value
 * @param type Its type
 * @returns DuckDB's SQL; nothing where the hash is not known here
 */
export function hash(sql: string, type: Type): string | undefined {
  switch (type.kind) {
    case "unknown":
      return "CAST(NULL AS BIGINT)";
    case "boolean":
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
      return `t_hash_long(CAST(${sql} AS BIGINT))`;
    case "double":
      return `t_hash_double(${sql})`;
    case "real":
      return `t_hash_real(CAST(${sql} AS DOUBLE))`;
    case "decimal": {
      const digits = `replace(CAST(${sql} AS VARCHAR), '.', '')`;
      return type.precision > 18
        ? `t_hash_int128(${digits})`
        : `t_hash_long(CAST(${digits} AS BIGINT))`;
    }
    case "varchar":
    case "json":
      return `t_hash_bytes(encode(${sql}))`;
    case "char":
      return `t_hash_bytes(encode(rtrim(${sql}, ' ')))`;
    case "varbinary":
      return `t_hash_bytes(${sql})`;
    case "uuid":
      return `t_hash_uuid(CAST(${sql} AS VARCHAR))`;
    case "date":
      return `t_hash_long(CAST(${sql} - DATE '1970-01-01' AS BIGINT))`;
    case "time":
      return `t_hash_long(epoch_us(${sql}) * 1000000)`;
    case "timestamp":
      return `t_hash_long(epoch_us(${sql}))`;
    case "timestamp with time zone":
      return type.precision > 3 ? undefined : `t_hash_long(epoch_ms(${instantOf({ sql, type })}))`;
    case "interval day to second":
      return `t_hash_long(CAST(epoch_ms(${sql}) AS BIGINT))`;
    case "interval year to month":
      return `t_hash_long(CAST(12 * date_part('year', ${sql}) + date_part('month', ${sql}) AS BIGINT))`;
    case "array": {
      const inner = hash("e", type.element);
      return inner && `t_hash_chain(list_transform(${sql}, lambda e: coalesce(${inner}, 0)), 0)`;
    }
    case "map": {
      const [key, value] = [hash("e.key", type.key), hash("e.value", type.value)];
      return key && value &&
        `t_hash_sum(list_transform(map_entries(${sql}), lambda e: xor(${key}, coalesce(${value}, 0))))`;
    }
    default:
      return undefined;
  }
}
