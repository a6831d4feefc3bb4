/**
 * The stack's network and the instance that runs the broker.
 *
 * No inbound port is open: the broker listens on the instance's loopback, and is reached through a
 * Session Manager port-forwarding session. With `publicFrom`, one address may reach a TLS listener
 * that asks for SASL/SCRAM.
 * @module
 */
import { getAtt, ref, type Resource, sub, tags } from "./cloudformation.ts";
import { DISK_GIB } from "./estimate.ts";
import { IMAGE_PARAMETER } from "./image.ts";
import { type CloudOptions, KAFKA_VERSION } from "./options.ts";

/** Port of the TLS listener. */
export const PUBLIC_PORT = 9093;

/** Account of the TLS listener. */
export const PUBLIC_USERNAME = "tickertape";

/** Key, beside the data's prefix, of the certificate that clients trust. */
export const CERTIFICATE_KEY = "tls/ca.pem";

/**
 * Network, role, instance, and what the TLS listener needs.
 *
 * @param options The stack's choices
 * @param setupScript Text of the script that makes the instance a broker
 * @returns Resources by logical name
 */
export function brokerResources(
  options: CloudOptions,
  setupScript: string,
): Record<string, Resource> {
  return {
    ...network(options),
    ...instance(options, setupScript),
    ...(options.publicFrom === undefined ? {} : publicListener(options)),
  };
}

function network(options: CloudOptions): Record<string, Resource> {
  const tagged = { Tags: tags(options.stackName) };
  const ingress = options.publicFrom === undefined ? [] : [{
    IpProtocol: "tcp",
    FromPort: PUBLIC_PORT,
    ToPort: PUBLIC_PORT,
    CidrIp: `${options.publicFrom}/32`,
    Description: "Kafka over TLS with SASL/SCRAM",
  }];
  return {
    Network: {
      Type: "AWS::EC2::VPC",
      Properties: {
        CidrBlock: "10.90.0.0/24",
        EnableDnsSupport: true,
        EnableDnsHostnames: true,
        ...tagged,
      },
    },
    Gateway: { Type: "AWS::EC2::InternetGateway", Properties: tagged },
    GatewayAttachment: {
      Type: "AWS::EC2::VPCGatewayAttachment",
      Properties: { VpcId: ref("Network"), InternetGatewayId: ref("Gateway") },
    },
    Subnet: {
      Type: "AWS::EC2::Subnet",
      Properties: {
        VpcId: ref("Network"),
        CidrBlock: "10.90.0.0/26",
        MapPublicIpOnLaunch: true,
        ...tagged,
      },
    },
    RouteTable: {
      Type: "AWS::EC2::RouteTable",
      Properties: { VpcId: ref("Network"), ...tagged },
    },
    DefaultRoute: {
      Type: "AWS::EC2::Route",
      DependsOn: "GatewayAttachment",
      Properties: {
        RouteTableId: ref("RouteTable"),
        DestinationCidrBlock: "0.0.0.0/0",
        GatewayId: ref("Gateway"),
      },
    },
    SubnetRoutes: {
      Type: "AWS::EC2::SubnetRouteTableAssociation",
      Properties: { SubnetId: ref("Subnet"), RouteTableId: ref("RouteTable") },
    },
    BrokerSecurityGroup: {
      Type: "AWS::EC2::SecurityGroup",
      Properties: {
        GroupDescription: "tickertape broker",
        VpcId: ref("Network"),
        SecurityGroupIngress: ingress,
        SecurityGroupEgress: [{
          IpProtocol: "tcp",
          FromPort: 443,
          ToPort: 443,
          CidrIp: "0.0.0.0/0",
          Description: "HTTPS to AWS and to the Kafka download",
        }],
        ...tagged,
      },
    },
  };
}

function instance(options: CloudOptions, setupScript: string): Record<string, Resource> {
  return {
    BrokerRole: {
      Type: "AWS::IAM::Role",
      Properties: {
        Description: "Lets the tickertape broker be reached through Session Manager",
        AssumeRolePolicyDocument: {
          Version: "2012-10-17",
          Statement: [{
            Effect: "Allow",
            Principal: { Service: "ec2.amazonaws.com" },
            Action: "sts:AssumeRole",
          }],
        },
        // Of the managed policy AmazonSSMManagedInstanceCore, what a session needs: the whole of it
        // would read every parameter of the account. None of these can be bound to a resource.
        Policies: [{
          PolicyName: "session-manager",
          PolicyDocument: {
            Version: "2012-10-17",
            Statement: [{
              Sid: "HoldSessions",
              Effect: "Allow",
              Action: [
                "ssm:UpdateInstanceInformation",
                "ssmmessages:CreateControlChannel",
                "ssmmessages:CreateDataChannel",
                "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
              ],
              Resource: "*",
            }],
          },
        }],
        Tags: tags(options.stackName),
      },
    },
    BrokerProfile: {
      Type: "AWS::IAM::InstanceProfile",
      Properties: { Roles: [ref("BrokerRole")] },
    },
    BrokerInstance: {
      Type: "AWS::EC2::Instance",
      DependsOn: [
        "DefaultRoute",
        "SubnetRoutes",
        ...(options.publicFrom === undefined ? [] : ["BrokerRolePublicPolicy"]),
      ],
      CreationPolicy: { ResourceSignal: { Count: 1, Timeout: "PT15M" } },
      Properties: {
        ImageId: ref(IMAGE_PARAMETER),
        InstanceType: options.instanceType,
        IamInstanceProfile: ref("BrokerProfile"),
        SubnetId: ref("Subnet"),
        SecurityGroupIds: [getAtt("BrokerSecurityGroup", "GroupId")],
        // Never more than the hourly price: "unlimited", the default, bills what a burst takes.
        CreditSpecification: { CPUCredits: "standard" },
        MetadataOptions: { HttpTokens: "required", HttpPutResponseHopLimit: 1 },
        BlockDeviceMappings: [{
          DeviceName: "/dev/xvda",
          Ebs: {
            VolumeType: "gp3",
            VolumeSize: DISK_GIB,
            Encrypted: true,
            DeleteOnTermination: true,
          },
        }],
        PropagateTagsToVolumeOnCreation: true,
        UserData: { "Fn::Base64": userData(options, setupScript) },
        Tags: tags(options.stackName),
      },
    },
  };
}

/**
 * First boot: write the set-up script, run it, and tell CloudFormation how it went. The script
 * itself stays out of `Fn::Sub`, so its own `${…}` reach the instance as they are.
 */
function userData(options: CloudOptions, setupScript: string): unknown {
  const publicSettings = [
    "export PUBLIC_ADDRESS=${BrokerAddress}",
    `export PUBLIC_PORT=${PUBLIC_PORT}`,
    `export PUBLIC_USERNAME=${PUBLIC_USERNAME}`,
    "export PASSWORD_SECRET=${BrokerPassword}",
    `export CERTIFICATE_URL=s3://\${DataBucket}/${CERTIFICATE_KEY}`,
    "export AWS_DEFAULT_REGION=${AWS::Region}",
  ].join("\n");
  return {
    "Fn::Join": ["", [
      "#!/bin/bash\ncat > /root/broker_setup.sh <<'END_OF_SCRIPT'\n",
      setupScript,
      `END_OF_SCRIPT\nexport KAFKA_VERSION=${KAFKA_VERSION}\n`,
      options.publicFrom === undefined ? "" : sub(publicSettings),
      "\ndnf install -y aws-cfn-bootstrap\nbash /root/broker_setup.sh install configure start\n",
      sub(
        "/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource BrokerInstance --region ${AWS::Region}\n",
      ),
    ]],
  };
}

function publicListener(options: CloudOptions): Record<string, Resource> {
  return {
    BrokerAddress: {
      Type: "AWS::EC2::EIP",
      DependsOn: "GatewayAttachment",
      Properties: { Domain: "vpc", Tags: tags(options.stackName) },
    },
    BrokerAddressAssociation: {
      Type: "AWS::EC2::EIPAssociation",
      Properties: {
        AllocationId: getAtt("BrokerAddress", "AllocationId"),
        InstanceId: ref("BrokerInstance"),
      },
    },
    BrokerPassword: {
      Type: "AWS::SecretsManager::Secret",
      DeletionPolicy: "Delete",
      UpdateReplacePolicy: "Delete",
      Properties: {
        Description: "Password of the tickertape broker's account",
        GenerateSecretString: { PasswordLength: 40, ExcludePunctuation: true },
        Tags: tags(options.stackName),
      },
    },
    BrokerRolePublicPolicy: {
      Type: "AWS::IAM::RolePolicy",
      Properties: {
        RoleName: ref("BrokerRole"),
        PolicyName: "public-listener",
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "ReadOwnPassword",
              Effect: "Allow",
              Action: "secretsmanager:GetSecretValue",
              Resource: ref("BrokerPassword"),
            },
            {
              Sid: "PublishCertificate",
              Effect: "Allow",
              Action: "s3:PutObject",
              Resource: sub(`\${DataBucket.Arn}/${CERTIFICATE_KEY}`),
            },
          ],
        },
      },
    },
  };
}
