package vn.thang.data.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vn.thang.catalog.Catalog;
import vn.thang.catalog.model.ModelTexts;
import vn.thang.catalog.model.Succession;
import vn.thang.catalog.programme.Indicator;
import vn.thang.core.model.Criterion;
import vn.thang.core.model.Dimension;
import vn.thang.core.model.MaturityModel;
import vn.thang.core.model.Node;
import vn.thang.data.Asked;
import vn.thang.data.Batch;
import vn.thang.data.DataSight;
import vn.thang.data.RegisterRows;
import vn.thang.data.round.RoundData;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Models, indicators and agencies for programs: what codes in other rows mean. */
@ApplicationScoped
@Transactional
@Requires(Permission.EXPORT)
public class CatalogData {

    @Inject
    private Catalog catalog;

    @Inject
    private RegisterRows rows;

    @Inject
    private DataSight sight;

    /** Lists the versions of all models. */
    @Requires(Permission.EXPORT)
    public Batch<ModelRow> models(Asked asked, Locale language) {
        return sight.told("models", asked, Batch.whole(catalog.models().stream()
                .map(model -> new ModelRow(model.ref(), model.status().name(),
                        catalog.texts(model, language).title(), catalog.hash(model.ref()), model.highest(),
                        model.criteria().size(), catalog.continued(model.ref()).map(Succession::ref).orElse(null)))
                .toList()));
    }

    /** Lists the nodes of a model in its order. */
    @Requires(Permission.EXPORT)
    public Batch<NodeRow> nodes(String id, String version, Asked asked, Locale language) {
        MaturityModel model = catalog.find(id + "/" + version)
                .orElseThrow(() -> new BusinessException.NotFound("data.model", id + "/" + version));
        return sight.told("model " + model.ref(), asked, Batch.whole(nodes(model, catalog.texts(model, language),
                Continued.of(catalog, model.ref()))));
    }

    /**
     * Returns the nodes of a model in its order, with their names.
     *
     * @param way how it goes on from the version before it
     */
    public static List<NodeRow> nodes(MaturityModel model, ModelTexts texts, Continued way) {
        List<NodeRow> nodes = new ArrayList<>();
        nodes.add(new NodeRow(RoundData.WHOLE, null, RoundData.WHOLE, model.whole().weight(), false,
                model.whole().restricts(), List.of(), null, texts.title(), way.whole()));
        below(model.whole(), RoundData.WHOLE, texts, way, nodes);
        return nodes;
    }

    private static void below(Dimension node, String parent, ModelTexts texts, Continued way,
            List<NodeRow> nodes) {
        for (Node child : node.children()) {
            switch (child) {
                case Dimension inner -> {
                    nodes.add(new NodeRow(inner.code(), parent, "dimension", inner.weight(), inner.core(),
                            inner.restricts(), List.of(), null, texts.dimension(inner.code()).name(),
                            way.dimension(inner.code())));
                    below(inner, inner.code(), texts, way, nodes);
                }
                case Criterion one -> nodes.add(new NodeRow(one.code(), parent, "criterion", one.weight(), one.core(),
                        one.restricted(), List.copyOf(new TreeSet<>(one.appliesTo())),
                        one.indicator().map(link -> link.code()).orElse(null),
                        texts.criterion(one.code()).name(),
                        way.criterion(one.code())));
            }
        }
    }

    /** Lists the indicators. */
    @Requires(Permission.EXPORT)
    public Batch<IndicatorRow> indicators(Asked asked, Locale language) {
        Set<String> restricted = catalog.restrictedIndicators();
        return sight.told("indicators", asked, Batch.whole(catalog.indicators().stream()
                .map(one -> row(one, restricted.contains(one.code()), language)).toList()));
    }

    private IndicatorRow row(Indicator one, boolean restricted, Locale language) {
        return new IndicatorRow(one.code(), catalog.programmeTexts(language).indicator(one.code()).name(), one.unit(),
                one.shape().name(), one.period().toString(), one.maxAge(), List.copyOf(new TreeSet<>(one.targets())),
                one.link().map(Indicator.Measured::criterion).orElse(null), restricted);
    }

    /** Lists agencies with their days and what they came from. */
    @Requires(Permission.EXPORT)
    public Batch<AgencyRow> agencies(Asked asked) {
        return sight.told("agencies", asked, Batch.of(rows.agencies(sight.subtrees(), asked), asked,
                RegisterRows.Agency::id, one -> sight.covers(one.path()) ? row(one) : null));
    }

    private static AgencyRow row(RegisterRows.Agency one) {
        return new AgencyRow(one.code(), one.name(), one.nameEn(), one.type(), one.parent(), one.validFrom(),
                one.validTo(), one.predecessors() == null ? List.of() : List.of(one.predecessors().split(" ")));
    }
}
