/**
 * Whose AWS account the machine's credentials belong to.
 * @module
 */
import { cloudClients, type Identity, whoAmI } from "./clients.ts";
import { loadAwsSettings } from "../config.ts";

/** An account, or why there is none. */
export type Account = Identity | { missing: string };

/**
 * Looks for AWS credentials, and asks AWS whose they are. That costs nothing and changes nothing.
 *
 * @param settings How AWS is reached; by default as the environment says
 * @returns The account; or why it could not be told, such as that there are no credentials
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const account = await findAccount({ region: "us-east-1", endpoint: "http://127.0.0.1:1" });
 * assertEquals("missing" in account, true);
 * ```
 */
export async function findAccount(
  settings: Parameters<typeof cloudClients>[0] = loadAwsSettings(),
): Promise<Account> {
  const clients = cloudClients({ region: "us-east-1", ...settings });
  try {
    return await whoAmI(clients);
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const client of Object.values(clients)) client.destroy();
  }
}
