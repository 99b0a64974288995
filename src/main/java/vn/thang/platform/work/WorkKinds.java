package vn.thang.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import java.util.List;
import java.util.Optional;

/** The kinds of work that the features have, and how their inputs are written down. */
@ApplicationScoped
class WorkKinds {

    private static final Jsonb JSON = JsonbBuilder.create(
            new JsonbConfig().withBinaryDataStrategy(BinaryDataStrategy.BASE_64));

    @Inject
    @Any
    private Instance<WorkKind<?>> kinds;

    @Inject
    @Any
    private Instance<RecurringWork> recurring;

    /** Finds the kind by what it is given. */
    WorkKind<?> of(WorkInput input) {
        return kinds.stream().filter(kind -> kind.input().equals(input.getClass())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of work takes " + input.getClass()));
    }

    /** Finds the kind by its name; empty where only another version of the application knows it. */
    Optional<WorkKind<?>> find(String name) {
        return kinds.stream().<WorkKind<?>>map(kind -> kind).filter(kind -> kind.name().equals(name)).findFirst();
    }

    List<String> started() {
        return kinds.stream().map(WorkKind::name).sorted().toList();
    }

    List<RecurringWork> recurring() {
        return recurring.stream().toList();
    }

    String write(WorkInput input) {
        return JSON.toJson(input);
    }

    /** Runs the kind with its input as it was written down. */
    <I extends WorkInput> WorkResult run(WorkKind<I> kind, String input, Progress progress) {
        return kind.run(JSON.fromJson(input, kind.input()), progress);
    }
}
