/**
 * TLS and SASL, as the client takes them.
 * @module
 */
import { readFileSync } from "node:fs";
import type { KafkaConfig, Mechanism, SASLOptions } from "kafkajs";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";
import { UsageError } from "../errors.ts";
import { oauthBearer } from "./oauth_bearer.ts";

/**
 * Gives the client's settings for TLS and SASL.
 *
 * @param config Settings, of which it takes TLS, SASL and, for Amazon MSK's IAM, the AWS region
 * @returns What kafkajs is made with
 * @throws {UsageError} The file of the certificate authority cannot be read
 */
export function clientSecurity(config: Config): Pick<KafkaConfig, "ssl" | "sasl"> {
  const { ssl, sslCaFile, sasl } = config.kafka;
  return {
    ssl: ssl && sslCaFile !== undefined ? { ca: [readAuthority(sslCaFile)] } : ssl,
    ...(sasl === undefined ? {} : { sasl: saslOptions(config, sasl) }),
  };
}

function saslOptions(
  config: Config,
  sasl: NonNullable<Config["kafka"]["sasl"]>,
): SASLOptions | Mechanism {
  if (sasl.mechanism !== "aws-msk-iam") return sasl as SASLOptions;
  return oauthBearer(() => mskToken(config));
}

/** A token of Amazon MSK's, for the identity that the AWS clients have. */
async function mskToken({ aws }: Config): Promise<string> {
  // Only those who sign in with IAM load the AWS SDK for it.
  const signer = await import("aws-msk-iam-sasl-signer-js");
  const { region, credentials, profile } = aws;
  try {
    const { token } = credentials !== undefined
      ? await signer.generateAuthTokenFromCredentialsProvider({
        region,
        awsCredentialsProvider: () => Promise.resolve(credentials),
      })
      : profile !== undefined
      ? await signer.generateAuthTokenFromProfile({ region, awsProfileName: profile })
      : await signer.generateAuthToken({ region });
    return token;
  } catch (error) {
    throw awsFailure({ target: "aws", aws }, "sign in to Kafka with the AWS identity", error);
  }
}

function readAuthority(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(
      `Could not read KAFKA_SSL_CA, ${path}: ${error instanceof Error ? error.message : error}`,
      "Give the path of the authority's certificate as a PEM file.",
      error,
    );
  }
}
