package dev.sundog.simulator.tab;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in the variables of a tab's URL when an agent opens it on a ticket. Values are put in as they are: Halo does
 * not encode them (section 8 of the reference).
 *
 * @param area name of the customer, for {@code $AREA}
 * @param ticketId for {@code $FAULTID}, of which it is not known whether tabs have it
 * @param secret of the tab's frame; without one {@code $HMAC} is empty
 * @param customFields values by name, for {@code $CF…}
 */
record TabAddress(String area, int agentId, int ticketId, String secret, Map<String, String> customFields) {

    private static final Pattern VARIABLE = Pattern.compile("\\$(AREA|LOGGEDINAGENTID|HMAC|FAULTID|CF\\w+)\\b");
    private static final String SIGNATURE = "HmacSHA256";

    TabAddress {
        customFields = Map.copyOf(customFields);
    }

    /** The template with its variables replaced; those it does not know stay. */
    String in(String template) {
        return VARIABLE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), found.group())));
    }

    /** Base64 of the HMAC-SHA256 of the agent's id as a decimal text: only that is covered, and it never changes. */
    String hmac() {
        if (secret.isEmpty()) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance(SIGNATURE);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), SIGNATURE));
            byte[] digest = mac.doFinal(String.valueOf(agentId).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + SIGNATURE, e);
        }
    }

    @Override // leaves the secret out
    public String toString() {
        return "TabAddress[area=" + area + ", agentId=" + agentId + ", ticketId=" + ticketId + "]";
    }

    private String value(String name, String variable) {
        return switch (name) {
            case "AREA" -> area;
            case "LOGGEDINAGENTID" -> String.valueOf(agentId);
            case "HMAC" -> hmac();
            case "FAULTID" -> String.valueOf(ticketId);
            default -> customFields.getOrDefault(name, variable);
        };
    }
}
