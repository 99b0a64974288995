package vn.thang.bulletin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import vn.thang.organisation.agency.directory.AgencyDirectory;
import vn.thang.platform.Language;
import vn.thang.platform.web.NoticePage;
import vn.thang.security.Caller;
import vn.thang.security.Permission;

/** The bulletin of a month as it was made, the list of all of them, and whether everybody reads them. */
@Named
@RequestScoped
public class BulletinPage {

    @Inject
    private BulletinReading reading;

    @Inject
    private BulletinMaking making;

    @Inject
    private AgencyDirectory agencies;

    @Inject
    private Caller caller;

    @Inject
    private Language language;

    @Inject
    private NoticePage notices;

    @Inject
    @Param
    private String month;

    private List<Bulletin> all;
    private BulletinWords words;

    /** Whether the person reads bulletins, and there is the one that the address names. */
    public boolean isFound() {
        if (all == null) {
            all = notices.found(reading::list);
            if (all != null && shown() != null) {
                words = notices.found(() -> reading.words(shown(), language.getLocale()));
                return words != null;
            }
        }
        return all != null;
    }

    /** The month that is asked for, or else that of the newest bulletin; null while there is none. */
    private String shown() {
        return month != null && !month.isBlank() ? month : all.isEmpty() ? null : all.get(0).code();
    }

    public String make() {
        Bulletin[] made = {null};
        if (!notices.attempt(() -> made[0] = making.make())) {
            return null;
        }
        notices.say("bulletin.made");
        return address(made[0].code());
    }

    public String open() {
        return done("bulletin.opened", () -> making.open(month));
    }

    public String close() {
        return done("bulletin.closed", () -> making.close(month));
    }

    private String done(String key, Runnable deed) {
        if (!notices.attempt(deed)) {
            return null;
        }
        notices.say(key);
        return address(month);
    }

    private static String address(String code) {
        return "/bulletin/index?faces-redirect=true&month=" + code;
    }

    /** Whether the person makes bulletins public. */
    public boolean isPublishing() {
        return caller.can(Permission.PUBLISH, agencies.rootPath());
    }

    /** Whether the person can make that of this month, which has none. */
    public boolean isMakeable() {
        return isPublishing() && !making.isMade();
    }

    public String name(Bulletin one) {
        return one.name(language.getLocale());
    }

    public List<Bulletin> getAll() {
        return all;
    }

    public BulletinWords getWords() {
        return words;
    }

    /** The bulletin that is shown; null while there is none. */
    public Bulletin getBulletin() {
        return all == null ? null
                : all.stream().filter(one -> one.code().equals(shown())).findFirst().orElse(null);
    }
}
