package dev.sundog.simulator.contract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIf;

/** The contract on a real Halo, if one is given. */
@EnabledIf(value = "dev.sundog.simulator.contract.Sandbox#isConfigured", disabledReason = Sandbox.HINT)
class SandboxTest {

    @Nested
    class Tokens extends TokenContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Bodies extends BodyContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Lists extends ListContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Tickets extends TicketContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Actions extends ActionContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Resources extends ResourceContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Options extends OptionContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Faults extends FaultContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Webhooks extends WebhookContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Tabs extends TabContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Depth extends TicketDepthContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Filters extends FilterContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Reports extends ReportContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Rights extends RightsContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }

    @Nested
    class Versions extends VersionContract {

        @Override
        protected HaloUnderTest underTest() {
            return Sandbox.underTest();
        }
    }
}
