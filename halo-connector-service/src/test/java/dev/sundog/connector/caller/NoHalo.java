package dev.sundog.connector.caller;

import dev.sundog.connector.halo.HaloApi;
import java.lang.reflect.Proxy;

/** A Halo that nobody may call. */
final class NoHalo {

    private NoHalo() {}

    static HaloApi halo() {
        return (HaloApi) Proxy.newProxyInstance(
                HaloApi.class.getClassLoader(), new Class<?>[] {HaloApi.class}, (_, method, _) -> {
                    throw new AssertionError("nothing may be sent: " + method.getName());
                });
    }
}
