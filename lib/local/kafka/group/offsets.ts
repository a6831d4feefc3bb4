/**
 * The offsets groups committed, in SQLite. A commit is on file when the call returns.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import { transaction } from "../../database.ts";

/** Where a group stands in a partition. */
export interface CommittedOffset {
  topic: string;
  partition: number;
  offset: bigint;
  leaderEpoch: number;
  metadata: string;
}

/** The committed offsets of all groups, and the groups that are known by them. */
export interface OffsetStore {
  commit(groupId: string, offsets: readonly CommittedOffset[]): void;
  get(groupId: string, topic: string, partition: number): CommittedOffset | undefined;
  /** All offsets of a group, by topic and partition. */
  all(groupId: string): CommittedOffset[];
  delete(groupId: string, topic: string, partition: number): void;
  groups(): { groupId: string; protocolType: string }[];
  /** Type of a group's protocol, or `undefined` where the group is not known. */
  protocolType(groupId: string): string | undefined;
  saveGroup(groupId: string, protocolType: string): void;
  deleteGroup(groupId: string): void;
}

/**
 * Opens the committed offsets.
 *
 * @param db Database with the broker's tables
 */
export function openOffsetStore(db: DatabaseSync): OffsetStore {
  const columns = "topic, partition, committed_offset, leader_epoch, metadata";
  const insertGroup = db.prepare(
    "INSERT OR IGNORE INTO kafka_groups (group_id, protocol_type) VALUES (?, '')",
  );
  const insert = db.prepare(
    `INSERT OR REPLACE INTO kafka_offsets (group_id, ${columns}) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const one = bigints(
    `SELECT ${columns} FROM kafka_offsets WHERE group_id = ? AND topic = ? AND partition = ?`,
  );
  const ofGroup = bigints(
    `SELECT ${columns} FROM kafka_offsets WHERE group_id = ? ORDER BY topic, partition`,
  );
  const group = db.prepare("SELECT protocol_type FROM kafka_groups WHERE group_id = ?");

  /** Offsets may be beyond what a number holds exactly. */
  function bigints(sql: string) {
    const statement = db.prepare(sql);
    statement.setReadBigInts(true);
    return statement;
  }

  return {
    commit(groupId, offsets) {
      transaction(db, () => {
        insertGroup.run(groupId);
        for (const { topic, partition, offset, leaderEpoch, metadata } of offsets) {
          insert.run(groupId, topic, partition, offset, leaderEpoch, metadata);
        }
      });
    },
    get(groupId, topic, partition) {
      const row = one.get(groupId, topic, partition);
      return row && committed(row);
    },
    all: (groupId) => ofGroup.all(groupId).map(committed),
    delete(groupId, topic, partition) {
      db.prepare("DELETE FROM kafka_offsets WHERE group_id = ? AND topic = ? AND partition = ?")
        .run(groupId, topic, partition);
    },
    groups: () =>
      db.prepare("SELECT group_id, protocol_type FROM kafka_groups ORDER BY group_id").all()
        .map((row) => ({
          groupId: row.group_id as string,
          protocolType: row.protocol_type as string,
        })),
    protocolType: (groupId) => group.get(groupId)?.protocol_type as string | undefined,
    saveGroup(groupId, protocolType) {
      db.prepare(
        "INSERT INTO kafka_groups (group_id, protocol_type) VALUES (?, ?) ON CONFLICT (group_id) DO UPDATE SET protocol_type = excluded.protocol_type",
      )
        .run(groupId, protocolType);
    },
    deleteGroup(groupId) {
      db.prepare("DELETE FROM kafka_groups WHERE group_id = ?").run(groupId);
    },
  };
}

function committed(row: Record<string, unknown>): CommittedOffset {
  return {
    topic: row.topic as string,
    partition: Number(row.partition),
    offset: row.committed_offset as bigint,
    leaderEpoch: Number(row.leader_epoch),
    metadata: row.metadata as string,
  };
}
