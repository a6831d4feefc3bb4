/**
 * The doctor: checks of each service of the target, in the order the data takes.
 * @module
 */
import type { Check } from "./check.ts";
import { advertisedCheck } from "./checks/advertised.ts";
import { brokerCheck } from "./checks/broker.ts";
import { dataBucketCheck, outputLocationCheck, workGroupCheck } from "./checks/buckets.ts";
import { clockCheck } from "./checks/clock.ts";
import { credentialsCheck } from "./checks/credentials.ts";
import { crawlerCheck, crawlerRoleCheck, databaseCheck } from "./checks/glue.ts";
import { diskCheck } from "./checks/disk.ts";
import { settingsCheck } from "./checks/settings.ts";
import { topicCheck } from "./checks/topic.ts";

export { type Check, type CheckResult, type Finding, runChecks } from "./check.ts";

/** Every check, in order. */
export const CHECKS: readonly Check[] = [
  settingsCheck,
  diskCheck,
  brokerCheck,
  advertisedCheck,
  topicCheck,
  clockCheck,
  credentialsCheck,
  dataBucketCheck,
  crawlerRoleCheck,
  databaseCheck,
  crawlerCheck,
  workGroupCheck,
  outputLocationCheck,
];
