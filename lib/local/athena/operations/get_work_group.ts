/**
 * `GetWorkGroup`
 * @module
 */
import type { Operation } from "../context.ts";
import { requiredText } from "./input.ts";
import { getGroup, shownGroup } from "./work_groups.ts";

export const getWorkGroup: Operation = (context, input) => ({
  WorkGroup: shownGroup(getGroup(context, requiredText(input, "WorkGroup"))),
});
