/**
 * The errors of S3: code, HTTP status and words, from
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * @module
 */
import { AwsError } from "../aws_error.ts";

const ERRORS = {
  AccessControlListNotSupported: [400, "The bucket does not allow ACLs"],
  AccessForbidden: [403, "Access forbidden"],
  AccessDenied: [403, "Access Denied"],
  BadRequest: [400, "Bad Request"],
  BadDigest: [400, "The Content-MD5 you specified did not match what we received."],
  BucketAlreadyOwnedByYou: [
    409,
    "Your previous request to create the named bucket succeeded and you already own it.",
  ],
  BucketNotEmpty: [409, "The bucket you tried to delete is not empty"],
  ConditionalRequestConflict: [
    409,
    "The conditional request cannot succeed due to a conflicting operation against this resource.",
  ],
  EntityTooLarge: [400, "Your proposed upload exceeds the maximum allowed size"],
  EntityTooSmall: [400, "Your proposed upload is smaller than the minimum allowed size"],
  IllegalLocationConstraintException: [
    400,
    "The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.",
  ],
  IncompleteBody: [
    400,
    "You did not provide the number of bytes specified by the Content-Length HTTP header.",
  ],
  InsufficientStorage: [507, "There is no room left"],
  InternalError: [500, "We encountered an internal error. Please try again."],
  InvalidArgument: [400, "Invalid Argument"],
  InvalidBucketName: [400, "The specified bucket is not valid."],
  InvalidBucketOwnerAWSAccountID: [
    400,
    "The value of the expected bucket owner parameter must be an AWS account ID.",
  ],
  InvalidDigest: [400, "The Content-MD5 you specified was invalid."],
  InvalidLocationConstraint: [400, "The specified location-constraint is not valid"],
  InvalidPart: [
    400,
    "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
  ],
  InvalidPartNumber: [416, "The requested partnumber is not satisfiable"],
  InvalidPartOrder: [
    400,
    "The list of parts was not in ascending order. Parts must be ordered by part number.",
  ],
  InvalidPolicyDocument: [
    400,
    "The content of the form does not meet the conditions specified in the policy document.",
  ],
  InvalidRange: [416, "The requested range is not satisfiable"],
  InvalidRequest: [400, "Invalid Request"],
  InvalidStorageClass: [400, "The storage class you specified is not valid"],
  InvalidTag: [400, "The tag provided was not a valid tag."],
  InvalidURI: [400, "Couldn't parse the specified URI."],
  KeyTooLongError: [400, "Your key is too long"],
  MalformedPOSTRequest: [
    400,
    "The body of your POST request is not well-formed multipart/form-data.",
  ],
  MalformedPolicy: [400, "Policies must be valid JSON and the first byte must be '{'"],
  MalformedTrailerError: [
    400,
    "The request contained trailing data that was not well-formed or did not conform to our published schema.",
  ],
  MalformedXML: [
    400,
    "The XML you provided was not well-formed or did not validate against our published schema",
  ],
  MaxMessageLengthExceeded: [400, "Your request was too big."],
  MaxPostPreDataLengthExceededError: [
    400,
    "Your POST request fields preceding the upload file were too large.",
  ],
  MetadataTooLarge: [
    400,
    "Your metadata headers exceed the maximum allowed metadata size",
  ],
  MethodNotAllowed: [405, "The specified method is not allowed against this resource."],
  MissingContentLength: [411, "You must provide the Content-Length HTTP header."],
  MissingRequestBodyError: [400, "Request Body is empty"],
  NoSuchBucket: [404, "The specified bucket does not exist"],
  NoSuchBucketPolicy: [404, "The bucket policy does not exist"],
  NoSuchCORSConfiguration: [404, "The CORS configuration does not exist"],
  NoSuchKey: [404, "The specified key does not exist."],
  NoSuchLifecycleConfiguration: [404, "The lifecycle configuration does not exist"],
  NoSuchPublicAccessBlockConfiguration: [
    404,
    "The public access block configuration was not found",
  ],
  NoSuchTagSet: [404, "The TagSet does not exist"],
  NoSuchUpload: [
    404,
    "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
  ],
  NoSuchVersion: [404, "The specified version does not exist."],
  NoSuchWebsiteConfiguration: [
    404,
    "The specified bucket does not have a website configuration",
  ],
  NotImplemented: [501, "A header you provided implies functionality that is not implemented"],
  ObjectLockConfigurationNotFoundError: [
    404,
    "Object Lock configuration does not exist for this bucket",
  ],
  PreconditionFailed: [412, "At least one of the pre-conditions you specified did not hold"],
  ReplicationConfigurationNotFoundError: [404, "The replication configuration was not found"],
  XAmzContentSHA256Mismatch: [
    400,
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  ],
} as const satisfies Record<string, readonly [number, string]>;

/** Code of an error S3 answers with. */
export type S3ErrorCode = keyof typeof ERRORS;

/**
 * Makes an error of S3.
 *
 * @param code Its code
 * @param fields Further elements of the answer, such as `Key`
 * @param message Other words than the usual ones
 * @returns The error to throw
 */
export function s3Error(
  code: S3ErrorCode,
  fields?: Record<string, string>,
  message?: string,
): AwsError {
  const [status, words] = ERRORS[code];
  return new AwsError(code, message ?? words, status, fields);
}

/**
 * Makes the error of an argument that cannot be used.
 *
 * @param name The argument's name on the wire
 * @param value What was sent
 * @param message S3's words about it
 * @returns The error to throw
 */
export function invalidArgument(name: string, value: string, message: string): AwsError {
  return s3Error("InvalidArgument", { ArgumentName: name, ArgumentValue: value }, message);
}

/**
 * Makes the error of something S3 has and this server has not.
 *
 * @param what Header, parameter or feature, as a name on the wire
 * @returns The error to throw
 */
export function notImplemented(what: string): AwsError {
  return s3Error(
    "NotImplemented",
    { Header: what },
    `${what} implies functionality that the embedded S3 does not have`,
  );
}

/**
 * Makes the error of a checksum that is not that of the bytes.
 *
 * @param algorithm The checksum's algorithm
 * @returns The error to throw
 */
export function wrongChecksum(algorithm: string): AwsError {
  const words = `The ${algorithm} you specified did not match the calculated checksum.`;
  return s3Error("BadDigest", {}, words);
}

/**
 * Makes the error of a checksum whose algorithm is not the upload's.
 *
 * @param expected The upload's algorithm
 * @param actual The one that came
 * @returns The error to throw
 */
export function checksumMismatch(expected: string, actual: string): AwsError {
  const words = `Checksum Type mismatch occurred, expected checksum Type: ` +
    `${expected.toLowerCase()}, actual checksum Type: ${actual.toLowerCase()}`;
  return s3Error("InvalidRequest", {}, words);
}

/**
 * Makes the error of a request with more than one checksum.
 *
 * @returns The error to throw
 */
export function severalChecksums(): AwsError {
  const words =
    "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.";
  return s3Error("InvalidRequest", {}, words);
}
