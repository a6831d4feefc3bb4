/**
 * `ResultReuseConfiguration`: answers with the result of an earlier execution of the same query.
 * @module
 */
import type { WorkGroup } from "@aws-sdk/client-athena";
import type { AthenaContext, Input } from "../context.ts";
import type { Execution } from "../executions/model.ts";
import type { Statement } from "../sql/statements.ts";
import { parseLocation } from "../tables/location.ts";
import { optionalText, structure } from "./input.ts";

/** What the request asks of earlier results. */
export interface ReuseSettings {
  Enabled: boolean;
  MaxAgeInMinutes?: number;
}

const DEFAULT_AGE = 60;

/** Reads what a request asks of earlier results. */
export function reuseSettings(input: Input): ReuseSettings {
  const { ResultReuseByAgeConfiguration: asked } = structure(input, "ResultReuseConfiguration");
  const { Enabled = false, MaxAgeInMinutes } = (asked ?? {}) as Partial<ReuseSettings>;
  if (MaxAgeInMinutes !== undefined) return { Enabled, MaxAgeInMinutes };
  return Enabled ? { Enabled, MaxAgeInMinutes: DEFAULT_AGE } : { Enabled };
}

/** Functions whose answers are not the same twice. */
const RANDOM = new Set(["rand", "random", "shuffle", "uuid"]);

/** Whether somewhere in a query rows or values are drawn, or rows taken in no order. */
function varies(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  const { kind, name, limit, orderBy } = part as Record<string, unknown>;
  if (kind === "sample" || (kind === "call" && RANDOM.has(String(name)))) return true;
  if (limit !== undefined && Array.isArray(orderBy) && orderBy.length === 0) return true;
  return Object.values(part).some(varies);
}

/**
 * What two executions have in common of which one can answer with the other's result.
 *
 * @param executed The statement, or what it executes
 * @param asked All that makes the result what it is
 * @param input The request
 * @param group Its work group
 * @returns A text to compare, or nothing where no other result will do
 */
export function reuseKey(
  executed: Statement,
  asked: readonly unknown[],
  input: Input,
  group: WorkGroup,
): string | undefined {
  const { ResultConfiguration: own, EnforceWorkGroupConfiguration: enforced } =
    group.Configuration ?? {};
  const location = optionalText(structure(input, "ResultConfiguration"), "OutputLocation");
  // A query that overrides its work group's configuration neither gives nor takes results.
  const overrides = own?.OutputLocation !== undefined && !enforced && location !== undefined &&
    location !== own.OutputLocation;
  if (overrides || executed.kind !== "query" || varies(executed.query)) return undefined;
  return JSON.stringify([...asked, structure(input, "ResultConfiguration")]);
}

/** The latest execution whose result is there and not too old. */
export function previousResult(
  context: AthenaContext,
  key: string | undefined,
  group: string,
  { Enabled, MaxAgeInMinutes = DEFAULT_AGE }: ReuseSettings,
): Execution | undefined {
  if (!Enabled || key === undefined) return undefined;
  const since = Date.now() - MaxAgeInMinutes * 60_000;
  return context.executions.withResult(group, key).find((execution) => {
    const completed = execution.Status.CompletionDateTime?.getTime() ?? 0;
    const { bucket, prefix } = parseLocation(execution.ResultConfiguration?.OutputLocation ?? "");
    return completed > since &&
      context.store.head(bucket, prefix.replace(/\/$/, "")) !== undefined;
  });
}
