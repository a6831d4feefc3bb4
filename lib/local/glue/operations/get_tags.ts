import type { GetTagsRequest, GetTagsResponse } from "@aws-sdk/client-glue";
import { requireResource } from "../resources.ts";
import { ARN, structure } from "../shapes.ts";
import { operation } from "./operation.ts";

/** Shows a resource's tags. */
export const getTags = operation<GetTagsRequest, GetTagsResponse>(
  structure({ ResourceArn: ARN }, ["ResourceArn"]),
  (context, { ResourceArn = "" }) => ({
    Tags: context.tags.get(requireResource(context, ResourceArn)),
  }),
);
