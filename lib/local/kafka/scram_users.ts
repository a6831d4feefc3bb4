/**
 * Users that could sign in with SCRAM, where a listener asked for it. None does here, so of their
 * passwords nothing is kept.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import { transaction } from "../database.ts";
import { ProtocolError } from "./protocol/errors.ts";

/** Mechanisms by their number (KIP-554). */
const MECHANISMS = { "SCRAM-SHA-256": 1, "SCRAM-SHA-512": 2 };

const MIN_ITERATIONS = 4096;
const MAX_ITERATIONS = 16_384;

/** A way in which a user may sign in. */
export interface Credential {
  mechanism: number;
  iterations: number;
}

/** The users. */
export interface ScramUsers {
  names(): string[];
  /** A user's credentials: none where there is no such user. */
  of(name: string): Credential[];
  /** Checks that a credential to remove is there. */
  checkRemoval(name: string, mechanism: number): void;
  /** Does all changes, which were checked, or none. */
  change(
    removed: readonly { name: string; mechanism: number }[],
    added: readonly ({ name: string } & Credential)[],
  ): void;
}

/**
 * Opens the users.
 *
 * @param db Database with the broker's tables
 */
export function openScramUsers(db: DatabaseSync): ScramUsers {
  const names = db.prepare("SELECT DISTINCT name FROM kafka_scram_users ORDER BY name");
  const select = db.prepare(
    "SELECT mechanism, iterations FROM kafka_scram_users WHERE name = ? ORDER BY mechanism",
  );
  const of = (name: string) =>
    select.all(name).map((row) => ({
      mechanism: row.mechanism as number,
      iterations: row.iterations as number,
    }));
  return {
    names: () => names.all().map(({ name }) => name as string),
    of,
    checkRemoval(name, mechanism) {
      checkUser(name, mechanism);
      if (of(name).some((credential) => credential.mechanism === mechanism)) return;
      throw new ProtocolError(
        "RESOURCE_NOT_FOUND",
        "Attempt to delete a user credential that does not exist",
      );
    },
    change(removed, added) {
      transaction(db, () => {
        const remove = db.prepare("DELETE FROM kafka_scram_users WHERE name = ? AND mechanism = ?");
        const insert = db.prepare("INSERT OR REPLACE INTO kafka_scram_users VALUES (?, ?, ?)");
        for (const { name, mechanism } of removed) remove.run(name, mechanism);
        for (const { name, mechanism, iterations } of added) {
          insert.run(name, mechanism, iterations);
        }
      });
    },
  };
}

/** Checks a credential that a user is to get. @throws {ProtocolError} It cannot be one */
export function checkCredential(name: string, { mechanism, iterations }: Credential): void {
  checkUser(name, mechanism);
  if (iterations < MIN_ITERATIONS) {
    throw new ProtocolError("UNACCEPTABLE_CREDENTIAL", "Too few iterations");
  }
  if (iterations > MAX_ITERATIONS) {
    throw new ProtocolError("UNACCEPTABLE_CREDENTIAL", "Too many iterations");
  }
}

function checkUser(name: string, mechanism: number): void {
  if (name === "") {
    throw new ProtocolError("UNACCEPTABLE_CREDENTIAL", "Username must not be empty");
  }
  if (!Object.values(MECHANISMS).includes(mechanism)) {
    throw new ProtocolError("UNSUPPORTED_SASL_MECHANISM", "Unknown SCRAM mechanism");
  }
}
