package vn.thang.hook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.thang.platform.list.ListFile;

/** The log of what other systems were told as a file. */
@ApplicationScoped
class CallsFile implements ListFile {

    @Inject
    private WebhookAdministration administration;

    @Override
    public String name() {
        return "webhook-calls";
    }

    @Override
    public Content<Call> content(Asked asked) {
        return new Content<>(asked.text("hook.log"),
                administration.calls(CallFilter.of(asked.filters()), asked.whole(CallOrder.values())).rows(),
                List.of(new Column<>(asked.text("hook.at"), 20, Call::madeAt),
                        new Column<>(asked.text("hook.topics-label"), 20,
                                call -> asked.text("hook.topic." + call.topic())),
                        new Column<>(asked.text("hook.address-label"), 40, Call::address),
                        new Column<>(asked.text("hook.attempts"), 12, Call::attempts),
                        new Column<>(asked.text("hook.state"), 18,
                                call -> asked.text("hook.state." + call.standing())),
                        new Column<>(asked.text("hook.answer"), 12, Call::answer),
                        new Column<>(asked.text("hook.sent-at"), 20, Call::sentAt),
                        new Column<>(asked.text("hook.body"), 80, Call::body)));
    }
}
