package vn.thang.hook;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thang.platform.Language;
import vn.thang.platform.list.Cut;
import vn.thang.platform.list.ListPage;
import vn.thang.platform.list.Slice;
import vn.thang.platform.web.NoticePage;

/** The log of what other systems were told, of which what failed is sent again. */
@Named
@ViewScoped
public class CallsPage extends ListPage<Call, CallOrder> {

    private static final long serialVersionUID = 1L;
    private static final Set<String> FAULTS = Set.of("timeout", "unreachable", "private", "credential");

    @Inject
    private WebhookAdministration administration;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Override
    protected List<String> filters() {
        return List.of("q", "topic", "state");
    }

    @Override
    protected CallOrder[] orders() {
        return CallOrder.values();
    }

    @Override
    protected Slice<Call> cut(Cut<CallOrder> cut) {
        return administration.calls(CallFilter.of(getAsked()), cut);
    }

    @Override
    protected Object key(Call call) {
        return call.id();
    }

    /** Sends the chosen calls again. */
    public void again() {
        int chosen = getSelected().size();
        if (notices.attempt(
                () -> administration.again(getSelected().stream().map(Call::id).collect(Collectors.toSet())))) {
            notices.say("hook.again-said", chosen);
            getSelected().clear();
        }
    }

    /** Why the last attempt failed, in words; what the status of HTTP says is not said twice. */
    public String why(Call call) {
        return call.fault() == null || call.answer() != null ? ""
                : language.text("hook.fault." + (FAULTS.contains(call.fault()) ? call.fault() : "other"));
    }

    /** The look of the state of a call. */
    public String look(Call call) {
        return switch (call.standing()) {
            case SENT -> "ok";
            case WAITING -> "open";
            case FAILED -> "off";
        };
    }

    public Topic[] getTopics() {
        return Topic.values();
    }

    public Call.Standing[] getStates() {
        return Call.Standing.values();
    }
}
