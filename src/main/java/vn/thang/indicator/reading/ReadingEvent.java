package vn.thang.indicator.reading;

import java.util.List;
import vn.thang.indicator.denominator.Denominators;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something was done with readings, with the tokens of their sources, or with denominators. */
public sealed interface ReadingEvent extends DomainEvent {

    /** A batch of readings was taken. */
    record ReadingsTaken(IntakeReport report, String source, String way) implements ReadingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("take-readings", "source", report.batch(),
                    "%s %s taken=%d accepted=%d corrected=%d unchanged=%d rejected=%d".formatted(source, way,
                            report.taken(),
                            report.accepted(), report.corrected(), report.unchanged(), report.rejected()));
        }
    }

    /** A sheet of readings was taken as it had been shown. */
    record SheetConfirmed(long batch, String source, String sha256) implements ReadingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("confirm-sheet", "source", batch, source + " sha256=" + sha256);
        }
    }

    /** A reading that moved too far was confirmed by somebody else than its sender. */
    record JumpConfirmed(long reading, String agency, String indicator, String period, String reason)
            implements
                ReadingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("confirm-reading", "reading", reading,
                    "agency=%s indicator=%s period=%s: %s".formatted(agency, indicator, period, reason));
        }
    }

    /** A source has a new token, for the whole country or for what is below one agency. */
    record TokenRenewed(String source, String agency) implements ReadingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("renew-token", "source", null, agency == null ? source : source + " " + agency);
        }
    }

    /** The sums of readings were made anew. */
    record SumsRebuilt() implements ReadingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("rebuild-readings", "source", null, "");
        }
    }

    /** Denominators were set, of one indicator by hand. */
    record DenominatorsSet(long round, String indicator, int changed) implements ReadingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("set-denominators", "round", round, "indicator=" + indicator + " changed=" + changed);
        }
    }

    /** Denominators were set from a sheet. */
    record DenominatorSheetConfirmed(long round, String sha256, int changed) implements ReadingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("set-denominators", "round", round, "sheet sha256=" + sha256 + " changed=" + changed);
        }
    }

    /** The denominators of an indicator hold for readings from now on. */
    record DenominatorsFrozen(long round, String indicator, long agencies) implements ReadingEvent {

        @Override
        public List<TrailLine> trail() {
            return line("freeze-denominators", "round", round, "indicator=" + indicator + " agencies=" + agencies);
        }
    }

    private static List<TrailLine> line(String action, String subject, Long id, String details) {
        return List.of(new TrailLine(action, subject, id, null, details));
    }
}
