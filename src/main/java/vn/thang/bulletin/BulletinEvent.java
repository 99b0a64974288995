package vn.thang.bulletin;

import java.util.List;
import vn.thang.platform.DomainEvent;
import vn.thang.platform.TrailLine;

/** A bulletin was made, or the ministry decided who reads it. */
sealed interface BulletinEvent extends DomainEvent {

    /** The bulletin of a month is made, and will say the same from now on. */
    record BulletinMade(long bulletin, String month, String hash) implements BulletinEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("make-bulletin", "bulletin", bulletin, null, month + " sha256=" + hash));
        }
    }

    /** Everybody reads the bulletin of a month. */
    record BulletinOpened(long bulletin, String month, String hash) implements BulletinEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("open-bulletin", "bulletin", bulletin, null, month + " sha256=" + hash));
        }
    }

    /** The bulletin of a month is public no more. */
    record BulletinClosed(long bulletin, String month) implements BulletinEvent {

        @Override
        public List<TrailLine> trail() {
            return List.of(new TrailLine("close-bulletin", "bulletin", bulletin, null, month));
        }
    }
}
