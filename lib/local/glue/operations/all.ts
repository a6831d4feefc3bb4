/**
 * The operations of the Glue API that are supported, by name.
 * @module
 */
import type { Operation } from "./operation.ts";
import { batchCreatePartition } from "./batch_create_partition.ts";
import { batchDeletePartition } from "./batch_delete_partition.ts";
import { batchDeleteTable } from "./batch_delete_table.ts";
import { batchDeleteTableVersion } from "./batch_delete_table_version.ts";
import { batchGetCrawlers } from "./batch_get_crawlers.ts";
import { batchGetPartition } from "./batch_get_partition.ts";
import { batchUpdatePartition } from "./batch_update_partition.ts";
import { createCrawler } from "./create_crawler.ts";
import { createDatabase } from "./create_database.ts";
import { createPartition } from "./create_partition.ts";
import { createPartitionIndex } from "./create_partition_index.ts";
import { createTable } from "./create_table.ts";
import { createUserDefinedFunction } from "./create_user_defined_function.ts";
import { deleteColumnStatisticsForPartition } from "./delete_column_statistics_for_partition.ts";
import { deleteColumnStatisticsForTable } from "./delete_column_statistics_for_table.ts";
import { deleteCrawler } from "./delete_crawler.ts";
import { deleteDatabase } from "./delete_database.ts";
import { deletePartition } from "./delete_partition.ts";
import { deletePartitionIndex } from "./delete_partition_index.ts";
import { deleteTable } from "./delete_table.ts";
import { deleteTableVersion } from "./delete_table_version.ts";
import { deleteUserDefinedFunction } from "./delete_user_defined_function.ts";
import { getColumnStatisticsForPartition } from "./get_column_statistics_for_partition.ts";
import { getColumnStatisticsForTable } from "./get_column_statistics_for_table.ts";
import { getCrawler } from "./get_crawler.ts";
import { getCrawlerMetrics } from "./get_crawler_metrics.ts";
import { getCrawlers } from "./get_crawlers.ts";
import { getDatabase } from "./get_database.ts";
import { getDatabases } from "./get_databases.ts";
import { getPartition } from "./get_partition.ts";
import { getPartitionIndexes } from "./get_partition_indexes.ts";
import { getPartitions } from "./get_partitions.ts";
import { getTable } from "./get_table.ts";
import { getTables } from "./get_tables.ts";
import { getTableVersion } from "./get_table_version.ts";
import { getTableVersions } from "./get_table_versions.ts";
import { getTags } from "./get_tags.ts";
import { getUserDefinedFunction } from "./get_user_defined_function.ts";
import { getUserDefinedFunctions } from "./get_user_defined_functions.ts";
import { listCrawlers } from "./list_crawlers.ts";
import { listCrawls } from "./list_crawls.ts";
import { searchTables } from "./search_tables.ts";
import { startCrawler } from "./start_crawler.ts";
import { startCrawlerSchedule } from "./start_crawler_schedule.ts";
import { stopCrawler } from "./stop_crawler.ts";
import { stopCrawlerSchedule } from "./stop_crawler_schedule.ts";
import { tagResource } from "./tag_resource.ts";
import { untagResource } from "./untag_resource.ts";
import { updateColumnStatisticsForPartition } from "./update_column_statistics_for_partition.ts";
import { updateColumnStatisticsForTable } from "./update_column_statistics_for_table.ts";
import { updateCrawler } from "./update_crawler.ts";
import { updateCrawlerSchedule } from "./update_crawler_schedule.ts";
import { updateDatabase } from "./update_database.ts";
import { updatePartition } from "./update_partition.ts";
import { updateTable } from "./update_table.ts";
import { updateUserDefinedFunction } from "./update_user_defined_function.ts";

/** Operations by the name behind the dot of `X-Amz-Target`. */
export const operations: Readonly<Record<string, Operation>> = {
  BatchCreatePartition: batchCreatePartition,
  BatchDeletePartition: batchDeletePartition,
  BatchDeleteTable: batchDeleteTable,
  BatchDeleteTableVersion: batchDeleteTableVersion,
  BatchGetCrawlers: batchGetCrawlers,
  BatchGetPartition: batchGetPartition,
  BatchUpdatePartition: batchUpdatePartition,
  CreateCrawler: createCrawler,
  CreateDatabase: createDatabase,
  CreatePartition: createPartition,
  CreatePartitionIndex: createPartitionIndex,
  CreateTable: createTable,
  CreateUserDefinedFunction: createUserDefinedFunction,
  DeleteColumnStatisticsForPartition: deleteColumnStatisticsForPartition,
  DeleteColumnStatisticsForTable: deleteColumnStatisticsForTable,
  DeleteCrawler: deleteCrawler,
  DeleteDatabase: deleteDatabase,
  DeletePartition: deletePartition,
  DeletePartitionIndex: deletePartitionIndex,
  DeleteTable: deleteTable,
  DeleteTableVersion: deleteTableVersion,
  DeleteUserDefinedFunction: deleteUserDefinedFunction,
  GetColumnStatisticsForPartition: getColumnStatisticsForPartition,
  GetColumnStatisticsForTable: getColumnStatisticsForTable,
  GetCrawler: getCrawler,
  GetCrawlerMetrics: getCrawlerMetrics,
  GetCrawlers: getCrawlers,
  GetDatabase: getDatabase,
  GetDatabases: getDatabases,
  GetPartition: getPartition,
  GetPartitionIndexes: getPartitionIndexes,
  GetPartitions: getPartitions,
  GetTable: getTable,
  GetTableVersion: getTableVersion,
  GetTableVersions: getTableVersions,
  GetTables: getTables,
  GetTags: getTags,
  GetUserDefinedFunction: getUserDefinedFunction,
  GetUserDefinedFunctions: getUserDefinedFunctions,
  ListCrawlers: listCrawlers,
  ListCrawls: listCrawls,
  SearchTables: searchTables,
  StartCrawler: startCrawler,
  StartCrawlerSchedule: startCrawlerSchedule,
  StopCrawler: stopCrawler,
  StopCrawlerSchedule: stopCrawlerSchedule,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateColumnStatisticsForPartition: updateColumnStatisticsForPartition,
  UpdateColumnStatisticsForTable: updateColumnStatisticsForTable,
  UpdateCrawler: updateCrawler,
  UpdateCrawlerSchedule: updateCrawlerSchedule,
  UpdateDatabase: updateDatabase,
  UpdatePartition: updatePartition,
  UpdateTable: updateTable,
  UpdateUserDefinedFunction: updateUserDefinedFunction,
};
