/**
 * The account that everything of the embedded stack belongs to, and who its callers are.
 * @module
 */

/** The AWS account. */
export const ACCOUNT_ID = "000000000000";

/** Every caller, whatever its credentials. */
export const CALLER_ARN = `arn:aws:iam::${ACCOUNT_ID}:user/local`;
