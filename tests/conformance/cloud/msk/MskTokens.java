import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerExtensionsValidatorCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallback;

/**
 * What Amazon MSK does with a token at its IAM port, for one identity whose secret key is known: the
 * token is a presigned URL, whose signature is worked out again by AWS's Signature Version 4.
 *
 * <p>Options of the JAAS entry: accessKeyId, secretAccessKey, sessionToken (may be missing), region,
 * and log, a file that gets a line for each token.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
public final class MskTokens implements AuthenticateCallbackHandler {
    private static final DateTimeFormatter STAMP =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final long MOST_SECONDS = 900;
    private static final long CLOCK_SECONDS = 300;

    private Map<String, ?> options = Map.of();

    @Override
    public void configure(Map<String, ?> configs, String mechanism, List<AppConfigurationEntry> jaas) {
        options = jaas.get(0).getOptions();
    }

    @Override
    public void close() {}

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof OAuthBearerValidatorCallback validation) {
                validate(validation);
            } else if (callback instanceof OAuthBearerExtensionsValidatorCallback extensions) {
                extensions.inputExtensions().map().keySet().forEach(extensions::valid);
            } else if (callback instanceof OAuthBearerTokenCallback) {
                // The broker signs in nowhere itself: it has no token, and none is asked of it.
                continue;
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    private void validate(OAuthBearerValidatorCallback callback) {
        String value = callback.tokenValue();
        try {
            OAuthBearerToken token = check(value);
            log("accepted " + token.principalName());
            callback.token(token);
        } catch (Exception refused) {
            log("refused " + refused.getMessage());
            // MSK gives one word for every reason.
            callback.error("Access denied", null, null);
        }
    }

    private OAuthBearerToken check(String value) throws Exception {
        URI url = URI.create(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
        Map<String, String> query = query(url.getRawQuery());
        String region = option("region");
        require(url.getScheme().equals("https"), "scheme " + url.getScheme());
        require(url.getHost().equals("kafka." + region + ".amazonaws.com"), "host " + url.getHost());
        require("kafka-cluster:Connect".equals(query.get("Action")), "action " + query.get("Action"));
        require("AWS4-HMAC-SHA256".equals(query.get("X-Amz-Algorithm")), "algorithm");
        require("host".equals(query.get("X-Amz-SignedHeaders")), "signed headers");
        String sessionToken = option("sessionToken");
        require(sessionToken.equals(query.getOrDefault("X-Amz-Security-Token", "")), "session token");

        String stamp = query.get("X-Amz-Date");
        Instant signed = Instant.from(STAMP.parse(stamp));
        long seconds = Long.parseLong(query.get("X-Amz-Expires"));
        Instant now = Instant.now();
        require(seconds > 0 && seconds <= MOST_SECONDS, "expiry " + seconds);
        require(signed.isBefore(now.plusSeconds(CLOCK_SECONDS)), "signed in the future");
        require(now.isBefore(signed.plusSeconds(seconds)), "expired");

        String day = stamp.substring(0, 8);
        String scope = day + "/" + region + "/kafka-cluster/aws4_request";
        String credential = option("accessKeyId") + "/" + scope;
        require(credential.equals(query.get("X-Amz-Credential")), "credential " + query.get("X-Amz-Credential"));

        String canonical = "GET\n/\n" + canonicalQuery(query) + "\nhost:" + url.getHost() + "\n\nhost\n"
            + hex(MessageDigest.getInstance("SHA-256").digest());
        String toSign = "AWS4-HMAC-SHA256\n" + stamp + "\n" + scope + "\n"
            + hex(MessageDigest.getInstance("SHA-256").digest(bytes(canonical)));
        byte[] key = bytes("AWS4" + option("secretAccessKey"));
        for (String part : List.of(day, region, "kafka-cluster", "aws4_request", toSign)) {
            key = hmac(key, part);
        }
        require(hex(key).equals(query.get("X-Amz-Signature")), "signature");
        return token(value, option("accessKeyId"), signed, seconds);
    }

    /** The query without the signature, and without what the signer's library adds after signing. */
    private static String canonicalQuery(Map<String, String> query) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> entry : new TreeMap<>(query).entrySet()) {
            if (Set.of("X-Amz-Signature", "User-Agent").contains(entry.getKey())) {
                continue;
            }
            text.append(text.isEmpty() ? "" : "&").append(encode(entry.getKey())).append('=')
                .append(encode(entry.getValue()));
        }
        return text.toString();
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : raw.split("&")) {
            int at = pair.indexOf('=');
            query.put(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
        }
        return query;
    }

    private static OAuthBearerToken token(String value, String name, Instant signed, long seconds) {
        return new OAuthBearerToken() {
            @Override public String value() { return value; }
            @Override public Set<String> scope() { return Set.of(); }
            @Override public long lifetimeMs() { return signed.plusSeconds(seconds).toEpochMilli(); }
            @Override public String principalName() { return name; }
            @Override public Long startTimeMs() { return signed.toEpochMilli(); }
        };
    }

    private void log(String line) {
        try {
            Files.writeString(Path.of(option("log")), line + "\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private String option(String name) {
        Object value = options.get(name);
        return value == null ? "" : value.toString();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    private static byte[] hmac(byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")
            .replace("%7E", "~");
    }
}
