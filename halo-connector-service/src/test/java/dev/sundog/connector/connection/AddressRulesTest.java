package dev.sundog.connector.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    private final AddressRules rules = new AddressRules(false);
    private final AddressRules local = new AddressRules(true);

    @ParameterizedTest
    @ValueSource(
            strings = {"https://acme.halopsa.com", "HTTPS://acme.halopsa.com/auth", "https://halo.acme.example:8443"})
    void takesNamesOverHttps(String address) {
        assertThat(rules.refusal(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.halopsa.com",
                "ftp://acme.halopsa.com",
                "file:///etc/passwd",
                "https:acme",
                "//acme.halopsa.com",
                "https://halo@acme.example",
                "https://acme.halopsa.com@127.0.0.1",
                "https://user:word@acme.halopsa.com",
                "https://acme.halopsa.com.",
                "https://127.0.0.1.",
                "https://127.0.0.1",
                "https://127.1",
                "https://2130706433",
                "https://0x7f000001",
                "https://0x7f.0.0.1",
                "https://127.0.0.0x1",
                "https://0177.0.0.01",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]",
                "https://[::ffff:127.0.0.1]",
                "https://[::ffff:a9fe:a9fe]",
                "https://[fd00:ec2::254]",
                "https://[fe80::1%25eth0]"
            })
    void refusesWhatIsNoPlainNameOverHttps(String address) {
        assertThat(rules.refusal(URI.create(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8070", "http://127.0.0.1:8070", "http://[::1]:8070", "https://localhost"})
    void takesLoopbackOnlyWhereThatIsAllowed(String address) {
        assertThat(local.refusal(URI.create(address))).isEmpty();
        assertThat(rules.refusal(URI.create(address)).isPresent() || address.equals("https://localhost"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://acme.halopsa.com", "http://10.0.0.1", "http://169.254.169.254", "https://127.0.0.2"})
    void takesNothingElseWhereLoopbackIsAllowed(String address) {
        assertThat(local.refusal(URI.create(address))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::a00:1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b::a9fe:a9fe",
                "2002:a00:1::1",
                "2002:7f00:1::",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1"
            })
    void opensNoConnectionToWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(rules.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::1"
            })
    void opensConnectionsToThePublicNetwork(String address) throws UnknownHostException {
        assertThat(rules.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void opensConnectionsToLoopbackWhereThatIsAllowedAndToNothingElse() throws UnknownHostException {
        assertThat(local.allows(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(local.allows(InetAddress.getByName("::1"))).isTrue();
        assertThat(local.allows(InetAddress.getByName("10.0.0.1"))).isFalse();
        assertThat(local.allows(InetAddress.getByName("169.254.169.254"))).isFalse();
    }

    @Test
    void opensNoConnectionToLoopbackUnderAPublicName() throws UnknownHostException {
        InetAddress turned = InetAddress.getByAddress("acme.halopsa.com", new byte[] {127, 0, 0, 1});

        assertThat(rules.allows(turned)).isFalse();
    }
}
