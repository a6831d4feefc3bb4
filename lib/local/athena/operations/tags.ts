/**
 * `TagResource`, `UntagResource`, `ListTagsForResource`
 * @module
 */
import type { Tag } from "@aws-sdk/client-athena";
import { AwsError } from "../../aws_error.ts";
import type { AthenaContext, Input, Operation } from "../context.ts";
import { invalidRequest, page, requiredText, texts } from "./input.ts";

function resourceOf(context: AthenaContext, input: Input): string {
  const arn = requiredText(input, "ResourceARN");
  const found = /^arn:aws[a-z-]*:athena:[^:]*:[^:]*:(workgroup|datacatalog)\/(.+)$/.exec(arn);
  if (!found) throw invalidRequest(`Invalid ARN: ${arn}`);
  const [, kind, name = ""] = found;
  const exists = kind === "datacatalog" || name === "primary" || context.workGroups.get(name);
  if (!exists) {
    throw new AwsError("ResourceNotFoundException", `Resource ${arn} was not found`, 400, {
      ResourceName: name,
    });
  }
  return `${kind}/${name}`;
}

export const tagResource: Operation = (context, input) => {
  const resource = resourceOf(context, input);
  const tags = input["Tags"] as Tag[];
  const merged = new Map((context.tags.get(resource) ?? []).map((tag) => [tag.Key, tag]));
  for (const tag of tags) merged.set(tag.Key, tag);
  if (merged.size > 50) throw invalidRequest("A resource takes at most 50 tags");
  context.tags.put(resource, [...merged.values()]);
  return {};
};

export const untagResource: Operation = (context, input) => {
  const resource = resourceOf(context, input);
  const gone = texts(input, "TagKeys");
  const kept = (context.tags.get(resource) ?? []).filter((tag) => !gone.includes(tag.Key ?? ""));
  context.tags.put(resource, kept);
  return {};
};

export const listTagsForResource: Operation = (context, input) => {
  const { items, next } = page(context.tags.get(resourceOf(context, input)) ?? [], input, 1000);
  return { Tags: items, ...next };
};
