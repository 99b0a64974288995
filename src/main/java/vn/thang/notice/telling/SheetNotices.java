package vn.thang.notice.telling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.thang.matter.sheet.SheetEvent;

/** Decides whom to tell of reports of agencies: whoever asked for them is told by the work itself. */
@ApplicationScoped
class SheetNotices {

    void happened(@Observes SheetEvent event) {
        switch (event) {
            case SheetEvent.SheetsTaken taken -> {
            }
        }
    }
}
