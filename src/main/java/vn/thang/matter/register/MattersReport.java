package vn.thang.matter.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import vn.thang.platform.ReportRows;

/** The matters of some days for a report, each with its figure as it was when it was asked. */
@ApplicationScoped
class MattersReport implements ReportRows {

    @Inject
    private MatterRegister register;

    @Inject
    private MatterWords words;

    @Override
    public String name() {
        return "matters";
    }

    @Override
    public Set<String> columns() {
        return Set.of("number", "kind", "subject", "target", "criterion", "figure", "code", "agency", "agency_path",
                "person", "words", "answer", "asked_by", "asked_at", "first_due_on", "due_on", "money", "state", "late",
                "ended_at");
    }

    @Override
    public void each(Asked asked, Consumer<Map<String, Object>> reader) {
        register.between(asked.agencyPath(), asked.begin(), asked.end())
                .forEach(line -> reader.accept(row(line, asked)));
    }

    private Map<String, Object> row(MatterLine line, Asked asked) {
        Map<String, Object> row = new HashMap<>();
        row.put("number", line.id());
        row.put("kind", line.kind().name());
        row.put("subject", words.subject(line, asked.language()));
        row.put("target", line.target());
        row.put("criterion", line.criterion());
        row.put("figure", words.figure(line.figure(), asked.language()));
        row.put("code", line.agencyCode());
        row.put("agency", line.name(asked.language()));
        row.put("agency_path", line.path());
        row.put("person", line.person());
        row.put("words", line.words());
        row.put("answer", line.answer());
        row.put("asked_by", line.askedBy());
        row.put("asked_at", line.askedAt());
        row.put("first_due_on", line.firstDueOn());
        row.put("due_on", line.dueOn());
        row.put("money", line.money());
        row.put("state", line.standing());
        row.put("late", String.valueOf(line.late()));
        row.put("ended_at", line.endedAt());
        return row;
    }
}
