package vn.thang.matter.sheet;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** Something became of reports of agencies. */
public sealed interface SheetEvent extends DomainEvent {

    /** A person had reports of an agency, or of it and those below, made and got this file. */
    record SheetsTaken(long agency, String file, int reports, String sha256) implements SheetEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("take-sheets", "agency", agency, agency,
                    file + " reports=" + reports + " sha256=" + sha256));
        }
    }
}
