/**
 * The instance that runs the broker: its state.
 * @module
 */
import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import { DescribeInstanceInformationCommand } from "@aws-sdk/client-ssm";
import type { CloudClients } from "./clients.ts";

/** State of the broker's instance. */
export interface BrokerState {
  /** Such as `running` or `stopped`; `missing` where AWS does not know it. */
  instance: string;
  /** Its type, such as `t4g.micro`. */
  instanceType?: string;
  /** When it was last started. */
  launched?: Date;
  /** Whether Session Manager can reach it. */
  reachable: boolean;
}

/**
 * Looks at the broker's instance.
 *
 * @param clients The clients
 * @param instanceId Its id
 * @returns Its state
 */
export async function brokerState(
  clients: CloudClients,
  instanceId: string,
): Promise<BrokerState> {
  const described = await clients.ec2.send(
    new DescribeInstancesCommand({
      Filters: [{ Name: "instance-id", Values: [instanceId] }],
    }),
  );
  const instance = described.Reservations?.[0]?.Instances?.[0];
  const managed = await clients.ssm.send(
    new DescribeInstanceInformationCommand({
      Filters: [{ Key: "InstanceIds", Values: [instanceId] }],
    }),
  );
  return {
    instance: instance?.State?.Name ?? "missing",
    ...(instance?.InstanceType ? { instanceType: instance.InstanceType } : {}),
    ...(instance?.LaunchTime ? { launched: instance.LaunchTime } : {}),
    reachable: managed.InstanceInformationList?.[0]?.PingStatus === "Online",
  };
}
