/**
 * The names of the settings, and what may be meant by others.
 * @module
 */
import { distance } from "fastest-levenshtein";

/** Every variable that is read as a setting. */
export const SETTING_NAMES = [
  "PIPELINE_TARGET",
  ...["KAFKA_BROKERS", "KAFKA_TOPIC", "KAFKA_GROUP_ID", "KAFKA_SSL", "KAFKA_SSL_CA"],
  ...["KAFKA_SASL_MECHANISM", "KAFKA_USERNAME", "KAFKA_PASSWORD"],
  ...["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_ENDPOINT_URL"],
  ...["S3_DATA_BUCKET", "S3_DATA_PREFIX"],
  ...["GLUE_DATABASE", "GLUE_CRAWLER", "GLUE_ROLE"],
  ...["ATHENA_WORKGROUP", "ATHENA_RESULTS_BUCKET"],
  "TICKERTAPE_DATA_DIR",
] as const;

/** A name that looks like a setting's, and is none. */
export interface MisnamedSetting {
  name: string;
  /** The setting with the nearest name, where one is near. */
  nearest?: string;
}

const OURS = /^(PIPELINE|KAFKA|AWS|S3|GLUE|ATHENA|TICKERTAPE)_/;

/** Letters that a slip of the hand adds, leaves out or changes, at most. */
const NEAR = 2;

/**
 * Finds names that were meant for settings. Others are somebody else's: a file `.env` may be shared.
 *
 * @param names Names of variables
 * @returns Those that look like a setting's name, and are none
 */
export function findMisnamed(names: readonly string[]): MisnamedSetting[] {
  const known: ReadonlySet<string> = new Set(SETTING_NAMES);
  return names.filter((name) => !known.has(name)).flatMap((name) => {
    const nearest = nearestTo(name.toUpperCase());
    if (nearest !== undefined) return [{ name, nearest }];
    return OURS.test(name.toUpperCase()) ? [{ name }] : [];
  });
}

function nearestTo(name: string): string | undefined {
  const cutOff = name.includes("_") && SETTING_NAMES.find((known) => known.startsWith(`${name}_`));
  if (cutOff) return cutOff;
  const [first] = SETTING_NAMES.map((known) => ({ known, letters: distance(name, known) }))
    .filter(({ letters }) => letters <= NEAR)
    .sort((a, b) => a.letters - b.letters);
  return first?.known;
}
