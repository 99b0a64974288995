package vn.thang.organisation.roster;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.thang.organisation.people.MailAddress;
import vn.thang.platform.BusinessException;
import vn.thang.platform.Texts;
import vn.thang.platform.Time;
import vn.thang.security.Role;
import vn.thang.table.Folded;
import vn.thang.table.Headings;
import vn.thang.table.Table;
import vn.thang.table.TableLine;
import vn.thang.table.WrittenMoment;

/**
 * A list of people as somebody gave it: the rows that make sense by themselves, and the faults of the others. Whether they fit
 * the people and agencies there are is decided by {@link RosterPlan}.
 *
 * @param ignored headings of columns that nobody knows
 */
record RosterFile(List<RosterRow> rows, List<RosterFault> faults, List<String> ignored) {

    static final int MOST_BYTES = 5_000_000;
    static final int MOST_ROWS = 20_000;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST = 200;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    /** @throws BusinessException when this is no list of people at all */
    static RosterFile read(byte[] content) {
        try {
            Table table = Table.read(content, new Table.Limits(MOST_BYTES, MOST_ROWS), RosterColumn::isHeading);
            return new Reading(table.heading()).of(table.rows());
        } catch (BusinessException refusal) {
            throw refusal.key().equals("table.no-heading") ? new BusinessException("roster.heading") : refusal;
        }
    }

    /** Reads line after line, and keeps what is wrong. */
    private static final class Reading {

        private final Headings<RosterColumn> headings;
        private final List<RosterFault> faults = new ArrayList<>();

        Reading(TableLine heading) {
            headings = new Headings<>(heading, RosterColumn::of);
            headings.require(Stream.of(RosterColumn.values()).filter(RosterColumn::required), RosterColumn::heading);
        }

        RosterFile of(List<TableLine> lines) {
            List<RosterRow> rows = new ArrayList<>();
            for (TableLine line : lines) {
                int before = faults.size();
                RosterRow row = row(line);
                if (faults.size() == before) {
                    rows.add(row);
                }
            }
            return new RosterFile(rows, faults, headings.ignored());
        }

        private RosterRow row(TableLine line) {
            if (headings.isOverrunBy(line)) {
                fault(line, RosterColumn.NAME, "", "cells"); // everything after it stands in the wrong column
                return null;
            }
            String name = required(line, RosterColumn.NAME, LONGEST_NAME);
            String mail = mail(line);
            String agency = required(line, RosterColumn.AGENCY, LONGEST);
            Set<Role> roles = roles(line);
            LocalDate from = date(line, RosterColumn.FROM);
            LocalDate to = date(line, RosterColumn.TO);
            if (from != null && to != null && to.isBefore(from)) {
                fault(line, RosterColumn.TO, to.toString(), "dates");
            }
            return new RosterRow(line.number(), name, mail, agency, roles, from, to);
        }

        private String mail(TableLine line) {
            String text = required(line, RosterColumn.MAIL, LONGEST);
            try {
                return text == null ? null : MailAddress.of(text).toLowerCase(Locale.ROOT);
            } catch (BusinessException e) {
                fault(line, RosterColumn.MAIL, text, "mail");
                return null;
            }
        }

        private Set<Role> roles(TableLine line) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            String text = required(line, RosterColumn.ROLES, LONGEST);
            if (text != null) {
                for (String one : text.split("[;,]")) {
                    written(one).ifPresentOrElse(roles::add,
                            () -> fault(line, RosterColumn.ROLES, one.strip(), "role"));
                }
            }
            return roles;
        }

        private static Optional<Role> written(String text) {
            String folded = Folded.of(text);
            return Stream.of(Role.values()).filter(role -> Folded.of(role.name()).equals(folded)
                    || Texts.LANGUAGES.stream().anyMatch(
                            locale -> Folded.of(Texts.text(locale, "organisation.role." + role)).equals(folded)))
                    .findFirst();
        }

        private LocalDate date(TableLine line, RosterColumn column) {
            String text = text(line, column, LONGEST);
            if (text == null) {
                return null;
            }
            Optional<LocalDate> date = WrittenMoment.of(text).map(moment -> LocalDate.ofInstant(moment, Time.ZONE))
                    .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
            if (date.isEmpty()) {
                fault(line, column, text, "date");
            }
            return date.orElse(null);
        }

        private String required(TableLine line, RosterColumn column, int longest) {
            int before = faults.size();
            String text = text(line, column, longest);
            if (text == null && faults.size() == before) {
                fault(line, column, "", "missing");
            }
            return text;
        }

        /** The cell's text; null when it is empty or there is no such column. */
        private String text(TableLine line, RosterColumn column, int longest) {
            TableLine.Cell cell = headings.cell(line, column);
            String text = Normalizer.normalize(cell.text().replace('\u00A0', ' ').strip(), Normalizer.Form.NFC);
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            if (cell.formula()) {
                fault(line, column, shown, "formula");
            } else if (text.codePoints().anyMatch(Character::isISOControl) || text.indexOf('\uFFFD') >= 0) {
                fault(line, column, shown.replaceAll("\\p{Cntrl}", " "), "characters");
            } else if (text.length() > longest) {
                faults.add(new RosterFault(line.number(), column, shown, "long", Integer.toString(longest)));
            }
            return text.isEmpty() ? null : text;
        }

        private void fault(TableLine line, RosterColumn column, String value, String reason) {
            faults.add(RosterFault.of(line.number(), column, value, reason));
        }
    }
}
