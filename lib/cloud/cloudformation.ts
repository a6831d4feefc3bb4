/**
 * The few shapes of CloudFormation's template format that the stack is written in.
 * @module
 */
import { STACK_TAG } from "./options.ts";

/** One resource of a template. */
export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
  DependsOn?: string | string[];
  DeletionPolicy?: "Delete";
  UpdateReplacePolicy?: "Delete";
  CreationPolicy?: Record<string, unknown>;
}

/** A CloudFormation template, as far as the pipeline uses the format. */
export interface Template {
  AWSTemplateFormatVersion: "2010-09-09";
  Description: string;
  Parameters: Record<string, unknown>;
  Resources: Record<string, Resource>;
  Outputs: Record<string, { Description: string; Value: unknown }>;
}

/** `Ref` to a resource of the template. */
export function ref(name: string): { Ref: string } {
  return { Ref: name };
}

/** An attribute of a resource of the template. */
export function getAtt(name: string, attribute: string): { "Fn::GetAtt": [string, string] } {
  return { "Fn::GetAtt": [name, attribute] };
}

/** A text with `${…}` for parameters, resources and attributes. */
export function sub(text: string): { "Fn::Sub": string } {
  return { "Fn::Sub": text };
}

/** Tags of a resource, in the shape most resource types take. */
export function tags(stackName: string): { Key: string; Value: string }[] {
  return [{ Key: STACK_TAG, Value: stackName }, { Key: "Name", Value: stackName }];
}

/** Tags of a resource, in the shape of Glue's resource types. */
export function tagMap(stackName: string): Record<string, string> {
  return { [STACK_TAG]: stackName };
}
