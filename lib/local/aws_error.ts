/**
 * Errors of the embedded AWS services, as AWS sends them.
 * @module
 */

/** An error an AWS service answers with. */
export class AwsError extends Error {
  override name = "AwsError";

  /**
   * @param code The service's name of the error, such as `EntityNotFoundException` or `NoSuchKey`
   * @param message The service's own words
   * @param status HTTP status
   * @param fields Further members of the error's shape, such as `AthenaErrorCode`
   */
  constructor(
    readonly code: string,
    message: string,
    readonly status: number = 400,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(message);
  }
}
