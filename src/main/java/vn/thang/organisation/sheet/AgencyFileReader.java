package vn.thang.organisation.sheet;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thang.organisation.agency.AgencyType;
import vn.thang.platform.Time;
import vn.thang.table.Headings;
import vn.thang.table.TableLine;
import vn.thang.table.WrittenMoment;

/** Reads lines under a heading as agencies, and says of every line that is none why. */
final class AgencyFileReader {

    private static final int LONGEST_LIST = 2_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Headings<AgencyColumn> headings;
    private final List<RowFault> faults = new ArrayList<>();

    AgencyFileReader(TableLine heading) {
        headings = new Headings<>(heading, AgencyColumn::of);
        headings.require(Stream.of(AgencyColumn.values()).filter(AgencyColumn::required), AgencyColumn::heading);
    }

    AgencyFile read(List<TableLine> lines) {
        List<AgencySheetRow> rows = new ArrayList<>();
        Set<String> codes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (TableLine line : lines) {
            int before = faults.size();
            AgencySheetRow row = row(line, codes);
            if (faults.size() == before) {
                rows.add(row);
            }
        }
        return new AgencyFile(headings.places().keySet(), headings.ignored(), rows, faults, codes);
    }

    private AgencySheetRow row(TableLine line, Set<String> codes) {
        if (headings.isOverrunBy(line)) {
            fault(line, AgencyColumn.NAME, "", "cells"); // everything after it stands in the wrong column
            return null;
        }
        String code = text(line, AgencyColumn.CODE, AgencySheetRow.LONGEST_CODE);
        if (code == null) {
            fault(line, AgencyColumn.CODE, "", "code-missing");
        } else if (!AgencySheetRow.isCode(code)) {
            fault(line, AgencyColumn.CODE, code, "code");
        } else if (!codes.add(code)) {
            fault(line, AgencyColumn.CODE, code, "code-twice");
        }
        String name = text(line, AgencyColumn.NAME, AgencySheetRow.LONGEST);
        if (name == null) {
            fault(line, AgencyColumn.NAME, "", "name-missing");
        }
        LocalDate from = date(line, AgencyColumn.VALID_FROM);
        LocalDate to = date(line, AgencyColumn.VALID_TO);
        return new AgencySheetRow(line.number(), code, text(line, AgencyColumn.PARENT, AgencySheetRow.LONGEST_CODE),
                name,
                text(line, AgencyColumn.NAME_EN, AgencySheetRow.LONGEST), type(line), from, to, predecessors(line));
    }

    private AgencyType type(TableLine line) {
        String text = text(line, AgencyColumn.TYPE, AgencySheetRow.LONGEST);
        if (text == null) {
            fault(line, AgencyColumn.TYPE, "", "type-missing");
            return null;
        }
        return AgencyType.written(text).orElseGet(() -> {
            fault(line, AgencyColumn.TYPE, text, "type");
            return null;
        });
    }

    private LocalDate date(TableLine line, AgencyColumn column) {
        String text = text(line, column, AgencySheetRow.LONGEST);
        if (text == null) {
            return null;
        }
        Optional<LocalDate> date = WrittenMoment.of(text).map(moment -> LocalDate.ofInstant(moment, Time.ZONE))
                .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
        if (date.isPresent()) {
            return date.get();
        }
        fault(line, column, text, "date");
        return null;
    }

    private TreeSet<String> predecessors(TableLine line) {
        String text = text(line, AgencyColumn.PREDECESSORS, LONGEST_LIST);
        return text == null ? new TreeSet<>()
                : Stream.of(text.split("[;,\\s]+")).filter(code -> !code.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The cell's text; null when it is empty or there is no such column. */
    private String text(TableLine line, AgencyColumn column, int longest) {
        TableLine.Cell cell = headings.cell(line, column);
        String text = Normalizer.normalize(cell.text().replace('\u00A0', ' ').strip(), Normalizer.Form.NFC);
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        if (cell.formula()) {
            fault(line, column, shown, "formula");
        } else if (text.codePoints().anyMatch(Character::isISOControl) || text.indexOf('\uFFFD') >= 0) {
            fault(line, column, shown.replaceAll("\\p{Cntrl}", " "), "characters");
        } else if (text.length() > longest) {
            faults.add(new RowFault(line.number(), column, shown, "long", Integer.toString(longest)));
        } else if (column.holdsCodes() && cell.number() && text.length() != 2 && text.length() != 5) {
            fault(line, column, shown, "zeros");
        }
        return text.isEmpty() ? null : text;
    }

    private void fault(TableLine line, AgencyColumn column, String value, String reason) {
        faults.add(RowFault.of(line.number(), column, value, reason));
    }
}
