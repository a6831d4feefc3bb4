/** Transactions: there are none, for their producers are refused at InitProducerId. @module */
import { ERRORS } from "../protocol/errors.ts";
import {
  describeTransactionsRequest,
  describeTransactionsResponse,
} from "../protocol/messages/describe_transactions.ts";
import {
  listTransactionsRequest,
  listTransactionsResponse,
} from "../protocol/messages/list_transactions.ts";
import { api } from "./api.ts";

/** States of a transaction, under Kafka's names. */
const STATES = [
  ...["Empty", "Ongoing", "PrepareCommit", "PrepareAbort", "CompleteCommit", "CompleteAbort"],
  ...["Dead", "PrepareEpochFence"],
];

export const describeTransactions = api({
  key: 65,
  name: "DescribeTransactions",
  versions: [0, 0],
  request: describeTransactionsRequest,
  response: describeTransactionsResponse,
  handle: ({ transactionalIds }) => ({
    transactionStates: transactionalIds.map((transactionalId) => ({
      errorCode: transactionalId === ""
        ? ERRORS.INVALID_REQUEST
        : ERRORS.TRANSACTIONAL_ID_NOT_FOUND,
      transactionalId,
      transactionState: "",
      transactionTimeoutMs: 0,
      transactionStartTimeMs: 0n,
      producerId: 0n,
      producerEpoch: 0,
      topics: [],
    })),
  }),
});

export const listTransactions = api({
  key: 66,
  name: "ListTransactions",
  versions: [0, 2],
  request: listTransactionsRequest,
  response: listTransactionsResponse,
  handle: ({ stateFilters }) => ({
    errorCode: ERRORS.NONE,
    unknownStateFilters: stateFilters.filter((state) => !STATES.includes(state)),
    transactionStates: [],
  }),
});
