import type { TagResourceRequest } from "@aws-sdk/client-glue";
import { requireResource } from "../arn.ts";
import { ARN, structure, TAGS } from "../shapes.ts";
import { operation } from "./operation.ts";

/** Adds tags to a resource. */
export const tagResource = operation<TagResourceRequest, object>(
  structure({ ResourceArn: ARN, TagsToAdd: TAGS }, ["ResourceArn", "TagsToAdd"]),
  (context, { ResourceArn = "", TagsToAdd = {} }) => {
    requireResource(context, ResourceArn);
    context.tags.set(ResourceArn, { ...context.tags.get(ResourceArn), ...TagsToAdd });
    return {};
  },
);
