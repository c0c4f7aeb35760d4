package dev.sundog.simulator.access;

/** An application of kind "Client ID and Secret (Services)", acting as an agent. */
public record Application(String clientId, String secret, Scopes scopes, int agentId) {

    @Override // leaves the secret out
    public String toString() {
        return "Application[clientId=" + clientId + ", scopes=" + scopes + ", agentId=" + agentId + "]";
    }
}
