package dev.sundog.connector.halo;

import dev.sundog.connector.connection.AddressRules;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Resolves names at connect time and leaves out addresses that the rules forbid, so that a name cannot be turned later. */
final class HttpAddressFilter extends AddressResolverGroup<InetSocketAddress> {

    private final AddressRules rules;

    HttpAddressFilter(AddressRules rules) {
        this.rules = rules;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Filtered(executor, rules).asAddressResolver();
    }

    private static final class Filtered extends InetNameResolver {

        private final AddressRules rules;

        Filtered(EventExecutor executor, AddressRules rules) {
            super(executor);
            this.rules = rules;
        }

        @Override
        protected void doResolve(String host, Promise<InetAddress> promise) {
            try {
                promise.setSuccess(allowed(host).getFirst());
            } catch (UnknownHostException unknown) {
                promise.setFailure(unknown);
            }
        }

        @Override
        protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
            try {
                promise.setSuccess(allowed(host));
            } catch (UnknownHostException unknown) {
                promise.setFailure(unknown);
            }
        }

        private List<InetAddress> allowed(String host) throws UnknownHostException {
            List<InetAddress> allowed = Arrays.stream(InetAddress.getAllByName(host))
                    .filter(rules::allows)
                    .toList();
            if (allowed.isEmpty()) {
                throw new UnknownHostException(host + " has no address that may be called");
            }
            return allowed;
        }
    }
}
