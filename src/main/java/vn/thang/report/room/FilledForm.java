package vn.thang.report.room;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.thang.platform.BusinessException;
import vn.thang.report.form.FormTemplate;
import vn.thang.report.form.FormValues;

/** A report in the form of a template. The rows are held until the last one has come, so their number is bounded. */
final class FilledForm implements ReportTable {

    static final int MOST_CELLS = 200_000;

    private final FormTemplate template;
    private final Function<List<Map<String, Object>>, FormValues> values;
    private final int mostRows;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    FilledForm(FormTemplate template, Function<List<Map<String, Object>>, FormValues> values) {
        this.template = template;
        this.values = values;
        this.mostRows = MOST_CELLS / Math.max(1, template.cellsOfRow());
    }

    @Override
    public void add(Map<String, Object> row) {
        if (rows.size() >= mostRows) {
            throw new BusinessException("report.form.too-many-rows", mostRows);
        }
        rows.add(new HashMap<>(row));
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(template.fill(values.apply(rows)));
    }

    @Override
    public void close() {
        rows.clear();
    }
}
