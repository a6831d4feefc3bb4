import type { TagResourceRequest } from "@aws-sdk/client-glue";
import { checkTags, requireResource } from "../resources.ts";
import { ARN, structure, TAGS } from "../shapes.ts";
import { operation } from "./operation.ts";

/** Adds tags to a resource. */
export const tagResource = operation<TagResourceRequest, object>(
  structure({ ResourceArn: ARN, TagsToAdd: TAGS }, ["ResourceArn", "TagsToAdd"]),
  (context, { ResourceArn = "", TagsToAdd = {} }) => {
    const resource = requireResource(context, ResourceArn);
    context.tags.set(resource, checkTags({ ...context.tags.get(resource), ...TagsToAdd }));
    return {};
  },
);
