#!/bin/bash
# Makes a machine a Kafka broker in KRaft mode: install, configure, start; each may be given alone.
# Runs on Amazon Linux 2023 as root. The folders can be set, so that the part after the installation
# can be tried anywhere.
set -euo pipefail

KAFKA_HOME=${KAFKA_HOME:-/opt/kafka}
CONFIG_DIR=${CONFIG_DIR:-/etc/kafka}
DATA_DIR=${DATA_DIR:-/var/lib/kafka}
UNIT_DIR=${UNIT_DIR:-/etc/systemd/system}
OWNER=${OWNER:-kafka}
BROKER_PORT=${BROKER_PORT:-9092}
CONTROLLER_PORT=${CONTROLLER_PORT:-9094}
HEAP_OPTIONS="-Xms128M -Xmx256M"

install() {
  : "${KAFKA_VERSION:?says which release to install}"
  local name="kafka_2.13-$KAFKA_VERSION"
  # The archive keeps every release for good; the mirrors drop one when the next is out.
  local url="https://archive.apache.org/dist/kafka/$KAFKA_VERSION/$name.tgz"
  dnf install -y java-21-amazon-corretto-headless openssl
  id "$OWNER" >/dev/null 2>&1 || useradd --system --home-dir "$DATA_DIR" --shell /sbin/nologin "$OWNER"
  local folder
  folder=$(mktemp -d)
  curl --fail --silent --show-error --location --retry 5 --output "$folder/$name.tgz" "$url"
  curl --fail --silent --show-error --location --retry 5 --output "$folder/$name.tgz.sha512" "$url.sha512"
  check_sha512 "$folder/$name.tgz"
  mkdir -p "$KAFKA_HOME"
  tar --extract --gzip --strip-components 1 --file "$folder/$name.tgz" --directory "$KAFKA_HOME"
  rm -r "$folder"
}

# Apache writes the digest as `name: AB12 CD34 …` over several lines.
check_sha512() {
  local expected actual
  expected=$(sed 's/^[^:]*://' "$1.sha512" | tr -d ' \n' | tr '[:upper:]' '[:lower:]')
  actual=$(sha512sum "$1" | cut -d ' ' -f 1)
  if [ "$expected" != "$actual" ]; then
    echo "The download $1 is not what Apache published: SHA-512 $actual, expected $expected" >&2
    exit 1
  fi
}

configure() {
  mkdir -p "$CONFIG_DIR" "$DATA_DIR"
  write_properties
  if [ -n "${PUBLIC_ADDRESS:-}" ]; then
    write_certificate
    write_public_listener
  fi
  write_log_settings
  format_storage
  write_unit
  chown -R "$OWNER" "$CONFIG_DIR" "$DATA_DIR"
  chmod 700 "$CONFIG_DIR"
}

# The listener and the address it tells clients are both the loopback: a port-forwarding session
# ends there, so a new public address after a restart changes nothing.
write_properties() {
  cat > "$CONFIG_DIR/server.properties" <<END
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$CONTROLLER_PORT
controller.listener.names=CONTROLLER
listeners=PLAINTEXT://127.0.0.1:$BROKER_PORT,CONTROLLER://127.0.0.1:$CONTROLLER_PORT
advertised.listeners=PLAINTEXT://127.0.0.1:$BROKER_PORT
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL
inter.broker.listener.name=PLAINTEXT
log.dirs=$DATA_DIR/data
num.partitions=3
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=8
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
group.initial.rebalance.delay.ms=0
log.segment.bytes=67108864
log.retention.hours=72
log.retention.bytes=536870912
END
}

# Everything to standard output, which systemd keeps and bounds.
write_log_settings() {
  cat > "$CONFIG_DIR/log4j2.properties" <<END
rootLogger.level=info
rootLogger.appenderRef.console.ref=console
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%p %c{1}: %m%n
END
}

# A private authority that signs one certificate, for the broker's fixed address.
write_certificate() {
  local ca_key="$CONFIG_DIR/ca.key" ca="$CONFIG_DIR/ca.pem" key="$CONFIG_DIR/server.key"
  openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days 825 -subj "/CN=tickertape authority" \
    -keyout "$ca_key" -out "$ca" 2>/dev/null
  openssl req -new -newkey rsa:3072 -nodes -subj "/CN=tickertape broker" \
    -keyout "$key" -out "$CONFIG_DIR/server.csr" 2>/dev/null
  openssl x509 -req -sha256 -days 825 -CA "$ca" -CAkey "$ca_key" -CAcreateserial \
    -extfile <(echo "subjectAltName=IP:$PUBLIC_ADDRESS") \
    -in "$CONFIG_DIR/server.csr" -out "$CONFIG_DIR/server.crt" 2>/dev/null
  openssl pkcs8 -topk8 -nocrypt -in "$key" -out "$CONFIG_DIR/server.pkcs8"
  cat "$CONFIG_DIR/server.pkcs8" "$CONFIG_DIR/server.crt" "$ca" > "$CONFIG_DIR/server.pem"
  rm "$ca_key" "$key" "$CONFIG_DIR/server.pkcs8" "$CONFIG_DIR/server.csr"
  if [ -n "${CERTIFICATE_URL:-}" ]; then
    aws s3 cp --only-show-errors "$ca" "$CERTIFICATE_URL"
  fi
}

write_public_listener() {
  sed -i \
    -e "s|^listeners=.*|&,SASL_SSL://${PUBLIC_BIND:-0.0.0.0}:$PUBLIC_PORT|" \
    -e "s|^advertised.listeners=.*|&,SASL_SSL://$PUBLIC_ADDRESS:$PUBLIC_PORT|" \
    "$CONFIG_DIR/server.properties"
  cat >> "$CONFIG_DIR/server.properties" <<END
sasl.enabled.mechanisms=SCRAM-SHA-512
ssl.keystore.type=PEM
ssl.keystore.location=$CONFIG_DIR/server.pem
listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
END
}

# Safe to run again: a formatted folder is left as it is. What the tool prints holds the account's
# salted keys, so it goes nowhere.
format_storage() {
  local scram=()
  if [ -n "${PUBLIC_ADDRESS:-}" ]; then
    scram=(--add-scram "SCRAM-SHA-512=[name=$PUBLIC_USERNAME,password=$(public_password)]")
  fi
  local tool=(java -cp "$KAFKA_HOME/libs/*" kafka.tools.StorageTool)
  "${tool[@]}" format --ignore-formatted --cluster-id "$("${tool[@]}" random-uuid)" \
    --config "$CONFIG_DIR/server.properties" "${scram[@]}" >/dev/null
}

public_password() {
  if [ -n "${PUBLIC_PASSWORD:-}" ]; then
    echo "$PUBLIC_PASSWORD"
    return
  fi
  aws secretsmanager get-secret-value --secret-id "$PASSWORD_SECRET" \
    --query SecretString --output text
}

write_unit() {
  mkdir -p "$UNIT_DIR"
  cat > "$UNIT_DIR/kafka.service" <<END
[Unit]
Description=Apache Kafka
Wants=network-online.target
After=network-online.target

[Service]
User=$OWNER
ExecStart=$(command -v java) $HEAP_OPTIONS -XX:+UseSerialGC -Dlog4j2.configurationFile=$CONFIG_DIR/log4j2.properties -cp $KAFKA_HOME/libs/* kafka.Kafka $CONFIG_DIR/server.properties
Restart=on-failure
RestartSec=5
SuccessExitStatus=143
LimitNOFILE=65536
NoNewPrivileges=true
ProtectSystem=strict
ReadWritePaths=$DATA_DIR
ProtectHome=true
PrivateTmp=true

[Install]
WantedBy=multi-user.target
END
}

start() {
  systemctl daemon-reload
  systemctl enable --now kafka
  for _ in $(seq 60); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$BROKER_PORT") 2>/dev/null; then
      return
    fi
    sleep 2
  done
  journalctl --unit kafka --lines 50 >&2
  echo "Kafka did not answer on port $BROKER_PORT within two minutes" >&2
  exit 1
}

for step in "$@"; do
  case $step in
    install | configure | start) "$step" ;;
    *)
      echo "Unknown step '$step': install, configure or start" >&2
      exit 2
      ;;
  esac
done
