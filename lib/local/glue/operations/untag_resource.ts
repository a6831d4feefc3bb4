import type { UntagResourceRequest } from "@aws-sdk/client-glue";
import { requireResource } from "../resources.ts";
import { ARN, listOf, structure, TEXT } from "../shapes.ts";
import { operation } from "./operation.ts";

/** Takes tags off a resource. */
export const untagResource = operation<UntagResourceRequest, object>(
  structure({ ResourceArn: ARN, TagsToRemove: listOf(TEXT, { min: 0, max: 50 }) }, [
    "ResourceArn",
    "TagsToRemove",
  ]),
  (context, { ResourceArn = "", TagsToRemove = [] }) => {
    const resource = requireResource(context, ResourceArn);
    const kept = Object.entries(context.tags.get(resource))
      .filter(([key]) => !TagsToRemove.includes(key));
    context.tags.set(resource, Object.fromEntries(kept));
    return {};
  },
);
