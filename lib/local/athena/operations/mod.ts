/**
 * Athena's operations, by name.
 * @module
 */
import type { Operation } from "../context.ts";
import { batchGetQueryExecution } from "./batch_get_query_execution.ts";
import { createNamedQuery } from "./create_named_query.ts";
import { createWorkGroup } from "./create_work_group.ts";
import * as catalogs from "./data_catalogs.ts";
import { deleteWorkGroup } from "./delete_work_group.ts";
import { getQueryExecution } from "./get_query_execution.ts";
import { getQueryResults } from "./get_query_results.ts";
import { getQueryRuntimeStatistics } from "./get_query_runtime_statistics.ts";
import { getWorkGroup } from "./get_work_group.ts";
import { listEngineVersions } from "./list_engine_versions.ts";
import { listQueryExecutions } from "./list_query_executions.ts";
import { listWorkGroups } from "./list_work_groups.ts";
import * as named from "./named_queries.ts";
import * as prepared from "./prepared_statements.ts";
import { startQueryExecution } from "./start_query_execution.ts";
import { stopQueryExecution } from "./stop_query_execution.ts";
import * as tags from "./tags.ts";
import { updateWorkGroup } from "./update_work_group.ts";

/** Operations by the name requests call them. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  BatchGetNamedQuery: named.batchGetNamedQuery,
  BatchGetPreparedStatement: prepared.batchGetPreparedStatement,
  BatchGetQueryExecution: batchGetQueryExecution,
  CreateNamedQuery: createNamedQuery,
  CreatePreparedStatement: prepared.createPreparedStatement,
  CreateWorkGroup: createWorkGroup,
  DeleteNamedQuery: named.deleteNamedQuery,
  DeletePreparedStatement: prepared.deletePreparedStatement,
  DeleteWorkGroup: deleteWorkGroup,
  GetDataCatalog: catalogs.getDataCatalog,
  GetDatabase: catalogs.getDatabase,
  GetNamedQuery: named.getNamedQuery,
  GetPreparedStatement: prepared.getPreparedStatement,
  GetQueryExecution: getQueryExecution,
  GetQueryResults: getQueryResults,
  GetQueryRuntimeStatistics: getQueryRuntimeStatistics,
  GetTableMetadata: catalogs.getTableMetadata,
  GetWorkGroup: getWorkGroup,
  ListDataCatalogs: catalogs.listDataCatalogs,
  ListDatabases: catalogs.listDatabases,
  ListEngineVersions: listEngineVersions,
  ListNamedQueries: named.listNamedQueries,
  ListPreparedStatements: prepared.listPreparedStatements,
  ListQueryExecutions: listQueryExecutions,
  ListTableMetadata: catalogs.listTableMetadata,
  ListTagsForResource: tags.listTagsForResource,
  ListWorkGroups: listWorkGroups,
  StartQueryExecution: startQueryExecution,
  StopQueryExecution: stopQueryExecution,
  TagResource: tags.tagResource,
  UntagResource: tags.untagResource,
  UpdateNamedQuery: named.updateNamedQuery,
  UpdatePreparedStatement: prepared.updatePreparedStatement,
  UpdateWorkGroup: updateWorkGroup,
};
