package vn.thang.report.workbook;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thang.assessment.course.ResultStanding;
import vn.thang.core.model.LevelScale;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;
import vn.thang.report.ReportTexts;

/** What the first sheet of a workbook says about it. */
record AboutFacts(Subject subject, ReportTexts texts) {

    /** @param hidden how many of the counted agencies stand in it without their restricted answers */
    Map<String, String> of(int agencies, int counted, int hidden) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("round", subject.round().name() + " (" + subject.round().code() + ")" + rehearsal(subject, texts));
        facts.put("scope", subject.agency().name());
        facts.put("column", texts.text("facts.columnValue",
                Texts.text(texts.locale(), ResultStanding.of(subject.round().state()).key())));
        facts.put("model", subject.modelTexts().title() + " · " + subject.model().ref());
        facts.put("modelHash", subject.modelHash());
        facts.put("dataDate", DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(texts.locale())
                .withZone(Time.ZONE).format(subject.at()));
        facts.put("agencies", String.valueOf(agencies));
        facts.put("handedIn", String.valueOf(counted));
        facts.put("marks", texts.text("facts.marksValue", NodeFormulas.NOT_APPLICABLE, NodeFormulas.EXEMPT));
        facts.put("restricted", !subject.withRestricted() ? texts.text("facts.restrictedLeftOut")
                : hidden > 0 ? texts.text("facts.restrictedPartly", NodeFormulas.HIDDEN)
                        : texts.text("facts.restrictedShown"));
        List<String> levels = new ArrayList<>();
        LevelScale scale = subject.model().levels();
        for (int level = scale.lowest(); level <= scale.highest(); level++) {
            levels.add(level + " " + subject.modelTexts().levelName(level));
        }
        facts.put("levels", String.join(" · ", levels));
        facts.put("formulas", texts.text("facts.formulasValue"));
        facts.put("proposal", subject.modelTexts().notice());
        return facts;
    }

    /** What stands behind the name of a round wherever it is named, where nothing of it is a result. */
    static String rehearsal(Subject subject, ReportTexts texts) {
        return subject.round().rehearsal() ? " · " + Texts.text(texts.locale(), "report.file.rehearsal") : "";
    }
}
