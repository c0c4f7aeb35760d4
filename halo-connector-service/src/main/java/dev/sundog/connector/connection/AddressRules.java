package dev.sundog.connector.connection;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses a tenant may make us call: https only, names only, and nothing that is not on the public network.
 *
 * @param allowLoopback true allows http and loopback too; for the local stack and tests alone
 */
public record AddressRules(boolean allowLoopback) {

    /** Why the server must not be called; empty if it may. */
    public Optional<String> refusal(URI server) {
        String host = server.getHost();
        if (host == null || server.getRawUserInfo() != null) {
            return Optional.of("the address has no plain host name");
        }
        boolean local = allowLoopback && isLoopbackName(host);
        if (!local && !"https".equalsIgnoreCase(server.getScheme())) {
            return Optional.of("the address must begin with https://");
        }
        if (!local && isLiteral(host)) {
            return Optional.of("the address must be a host name, not a number");
        }
        return Optional.empty();
    }

    /** Whether a connection to the resolved address may be opened. */
    public boolean allows(InetAddress resolved) {
        InetAddress address = unmapped(resolved);
        if (address.isLoopbackAddress()) {
            return allowLoopback;
        }
        return !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !isReserved(address.getAddress());
    }

    private static boolean isLoopbackName(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static boolean isLiteral(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return host.startsWith("[") || last.isEmpty() || last.matches("[0-9]+|0x[0-9a-f]*");
    }

    /** IPv4 inside IPv6 (mapped, compatible, NAT64, 6to4) is judged as what it is. */
    private static InetAddress unmapped(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return v4(bytes, 2);
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b;
        boolean zeros = true;
        for (int index = 0; index < 10; index++) {
            zeros &= bytes[index] == 0;
        }
        boolean mapped = zeros && bytes[10] == (byte) 0xff && bytes[11] == (byte) 0xff;
        boolean compatible = zeros && bytes[10] == 0 && bytes[11] == 0 && !address.isLoopbackAddress();
        return nat64 || mapped || compatible ? v4(bytes, 12) : address;
    }

    private static InetAddress v4(byte[] bytes, int from) {
        try {
            return Inet4Address.getByAddress(
                    new byte[] {bytes[from], bytes[from + 1], bytes[from + 2], bytes[from + 3]});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 16) {
            // Unique local fc00::/7.
            return (first & 0xfe) == 0xfc;
        }
        boolean sharedByCarriers = first == 100 && (second & 0xc0) == 64;
        boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
        boolean benchmarks = first == 198 && (second & 0xfe) == 18;
        return first == 0 || first >= 240 || sharedByCarriers || protocols || benchmarks;
    }
}
