/**
 * The buckets: of the data, and of Athena's results.
 * @module
 */
import { AthenaClient, GetWorkGroupCommand, type WorkGroup } from "@aws-sdk/client-athena";
import { awsFailure } from "../../aws_failure.ts";
import type { Config } from "../../config.ts";
import { hasBucket } from "../bucket.ts";
import type { Check } from "../check.ts";
import { doctorClientOptions } from "../client_options.ts";

/** Looks for the bucket that the sink writes to. */
export const dataBucketCheck: Check = {
  name: "data bucket",
  needs: ["AWS credentials"],
  run: async (config, signal) => {
    const { dataBucket, dataPrefix } = config.s3;
    if (await hasBucket(config, dataBucket, signal)) {
      return { status: "ok", detail: `s3://${dataBucket}/${dataPrefix} is there` };
    }
    return {
      status: "note",
      detail: `the bucket ${dataBucket} does not exist yet`,
      remedy: "deno task consume makes it.",
    };
  },
};

/** Looks at the work group, and whether Athena has a place for its results. */
export const workGroupCheck: Check = {
  name: "work group",
  needs: ["AWS credentials"],
  run: async (config, signal) => {
    const name = config.athena.workGroup;
    const group = await workGroup(config, signal);
    if (group.State === "DISABLED") {
      return {
        status: "fail",
        detail: `the work group ${name} is disabled`,
        remedy: "Enable it in the Athena console, or set ATHENA_WORKGROUP to another.",
      };
    }
    const limit = group.Configuration?.BytesScannedCutoffPerQuery;
    const limited = limit ? `; a query may scan ${limit} bytes` : "";
    return { status: "ok", detail: `${name} is enabled${limited}` };
  },
};

/** Looks for the place that Athena writes results to. */
export const outputLocationCheck: Check = {
  name: "output location",
  needs: ["work group"],
  run: async (config, signal) => {
    const { Configuration } = await workGroup(config, signal);
    const own = Configuration?.ResultConfiguration?.OutputLocation;
    const enforced = (Configuration?.EnforceWorkGroupConfiguration ?? false) && own !== undefined;
    const bucket = enforced ? URL.parse(own)?.hostname ?? "" : config.athena.resultsBucket;
    const whose = enforced ? ", as the work group has it" : "";
    if (await hasBucket(config, bucket, signal)) {
      return { status: "ok", detail: `s3://${bucket} is there${whose}` };
    }
    const detail = `the bucket ${bucket} does not exist${whose}`;
    return config.target === "local"
      ? { status: "note", detail: `${detail} yet`, remedy: "deno task query makes it." }
      : {
        status: "fail",
        detail,
        remedy:
          `Make it in ${config.aws.region}, or set ATHENA_RESULTS_BUCKET to one that is there.`,
      };
  },
};

async function workGroup(
  config: Config,
  abortSignal: AbortSignal,
): Promise<Partial<WorkGroup>> {
  const client = new AthenaClient(doctorClientOptions(config));
  const name = config.athena.workGroup;
  try {
    const request = new GetWorkGroupCommand({ WorkGroup: name });
    return (await client.send(request, { abortSignal })).WorkGroup ?? {};
  } catch (error) {
    throw awsFailure(config, `look at the work group '${name}' (ATHENA_WORKGROUP)`, error);
  } finally {
    client.destroy();
  }
}
