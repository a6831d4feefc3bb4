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
  groups(): { groupId: string; protocolType: string; epoch: number | undefined }[];
  /** Type of a group's protocol, or `undefined` where the group is not known. */
  protocolType(groupId: string): string | undefined;
  /** Epoch of a group of the new protocol; `undefined` where it is none. */
  epoch(groupId: string): number | undefined;
  /** Saves a group, of the new protocol where it has an epoch. */
  saveGroup(groupId: string, protocolType: string, epoch?: number): void;
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
  const epoch = db.prepare("SELECT epoch FROM kafka_consumer_groups WHERE group_id = ?");
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
      db.prepare(
        `SELECT group_id, protocol_type, epoch
          FROM kafka_groups LEFT JOIN kafka_consumer_groups USING (group_id) ORDER BY group_id`,
      ).all().map((row) => ({
        groupId: row.group_id as string,
        protocolType: row.protocol_type as string,
        epoch: row.epoch === null ? undefined : row.epoch as number,
      })),
    protocolType: (groupId) => group.get(groupId)?.protocol_type as string | undefined,
    epoch: (groupId) => epoch.get(groupId)?.epoch as number | undefined,
    saveGroup(groupId, protocolType, epoch) {
      transaction(db, () => {
        db.prepare(
          `INSERT INTO kafka_groups (group_id, protocol_type) VALUES (?, ?)
            ON CONFLICT (group_id) DO UPDATE SET protocol_type = excluded.protocol_type`,
        ).run(groupId, protocolType);
        if (epoch === undefined) {
          db.prepare("DELETE FROM kafka_consumer_groups WHERE group_id = ?").run(groupId);
        } else {
          db.prepare("INSERT OR REPLACE INTO kafka_consumer_groups VALUES (?, ?)")
            .run(groupId, epoch);
        }
      });
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
