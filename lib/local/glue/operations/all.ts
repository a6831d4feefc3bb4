/**
 * The operations of the Glue API that are supported, by name.
 * @module
 */
import { batchCreatePartition } from "./batch_create_partition.ts";
import { batchDeletePartition } from "./batch_delete_partition.ts";
import { batchDeleteTable } from "./batch_delete_table.ts";
import { batchGetCrawlers } from "./batch_get_crawlers.ts";
import { batchGetPartition } from "./batch_get_partition.ts";
import { batchUpdatePartition } from "./batch_update_partition.ts";
import { createCrawler } from "./create_crawler.ts";
import { createDatabase } from "./create_database.ts";
import { createPartition } from "./create_partition.ts";
import { createTable } from "./create_table.ts";
import { deleteCrawler } from "./delete_crawler.ts";
import { deleteDatabase } from "./delete_database.ts";
import { deletePartition } from "./delete_partition.ts";
import { deleteTable } from "./delete_table.ts";
import { deleteTableVersion } from "./delete_table_version.ts";
import { getCrawler } from "./get_crawler.ts";
import { getCrawlerMetrics } from "./get_crawler_metrics.ts";
import { getCrawlers } from "./get_crawlers.ts";
import { getDatabase } from "./get_database.ts";
import { getDatabases } from "./get_databases.ts";
import { getPartition } from "./get_partition.ts";
import { getPartitions } from "./get_partitions.ts";
import { getTable } from "./get_table.ts";
import { getTableVersion } from "./get_table_version.ts";
import { getTableVersions } from "./get_table_versions.ts";
import { getTables } from "./get_tables.ts";
import { getTags } from "./get_tags.ts";
import { listCrawlers } from "./list_crawlers.ts";
import { listCrawls } from "./list_crawls.ts";
import type { Operation } from "./operation.ts";
import { searchTables } from "./search_tables.ts";
import { startCrawler } from "./start_crawler.ts";
import { startCrawlerSchedule } from "./start_crawler_schedule.ts";
import { stopCrawler } from "./stop_crawler.ts";
import { stopCrawlerSchedule } from "./stop_crawler_schedule.ts";
import { tagResource } from "./tag_resource.ts";
import { untagResource } from "./untag_resource.ts";
import { updateCrawler } from "./update_crawler.ts";
import { updateCrawlerSchedule } from "./update_crawler_schedule.ts";
import { updateDatabase } from "./update_database.ts";
import { updatePartition } from "./update_partition.ts";
import { updateTable } from "./update_table.ts";

/** Operations by the name behind the dot of `X-Amz-Target`. */
export const operations: Readonly<Record<string, Operation>> = {
  BatchCreatePartition: batchCreatePartition,
  BatchDeletePartition: batchDeletePartition,
  BatchDeleteTable: batchDeleteTable,
  BatchGetCrawlers: batchGetCrawlers,
  BatchGetPartition: batchGetPartition,
  BatchUpdatePartition: batchUpdatePartition,
  CreateCrawler: createCrawler,
  CreateDatabase: createDatabase,
  CreatePartition: createPartition,
  CreateTable: createTable,
  DeleteCrawler: deleteCrawler,
  DeleteDatabase: deleteDatabase,
  DeletePartition: deletePartition,
  DeleteTable: deleteTable,
  DeleteTableVersion: deleteTableVersion,
  GetCrawler: getCrawler,
  GetCrawlerMetrics: getCrawlerMetrics,
  GetCrawlers: getCrawlers,
  GetDatabase: getDatabase,
  GetDatabases: getDatabases,
  GetPartition: getPartition,
  GetPartitions: getPartitions,
  GetTable: getTable,
  GetTableVersion: getTableVersion,
  GetTableVersions: getTableVersions,
  GetTables: getTables,
  GetTags: getTags,
  ListCrawlers: listCrawlers,
  ListCrawls: listCrawls,
  SearchTables: searchTables,
  StartCrawler: startCrawler,
  StartCrawlerSchedule: startCrawlerSchedule,
  StopCrawler: stopCrawler,
  StopCrawlerSchedule: stopCrawlerSchedule,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateCrawler: updateCrawler,
  UpdateCrawlerSchedule: updateCrawlerSchedule,
  UpdateDatabase: updateDatabase,
  UpdatePartition: updatePartition,
  UpdateTable: updateTable,
};
