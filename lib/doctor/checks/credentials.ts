/**
 * The AWS credentials, and whose they are.
 * @module
 */
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { awsFailure } from "../../aws_failure.ts";
import type { Check } from "../check.ts";
import { doctorClientOptions } from "../client_options.ts";

/** Asks AWS whom it takes us for. */
export const credentialsCheck: Check = {
  name: "AWS credentials",
  run: async (config, abortSignal) => {
    const client = new STSClient(doctorClientOptions(config));
    try {
      const { Arn, Account } = await client.send(new GetCallerIdentityCommand({}), { abortSignal });
      const whose = `${Arn} (account ${Account})`;
      const local = config.target === "local" ? "made up, for the embedded stack: " : "";
      return { status: "ok", detail: `${local}${whose}, region ${config.aws.region}` };
    } catch (error) {
      throw awsFailure(config, "ask AWS whose the credentials are", error);
    } finally {
      client.destroy();
    }
  },
};
