package vn.thang.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.thang.platform.BusinessException;
import vn.thang.security.Permission;
import vn.thang.security.Requires;

/** Reading bulletins: inside for whoever sees the targets, and of those that are public for everybody. */
@ApplicationScoped
@Transactional
public class BulletinReading {

    @Inject
    private Bulletins bulletins;

    /** Lists all bulletins, the newest first. */
    @Requires(Permission.VIEW)
    public List<Bulletin> list() {
        return bulletins.all();
    }

    /** @throws BusinessException.NotFound when there is none of that month */
    @Requires(Permission.VIEW)
    public BulletinWords words(String month, Locale language) {
        return bulletins.words(of(month).id(), language).orElseThrow(() -> none());
    }

    /** @throws BusinessException.NotFound when there is none of that month */
    @Requires(Permission.VIEW)
    public byte[] pdf(String month, Locale language) {
        return bulletins.pdf(of(month).id(), language).orElseThrow(() -> none());
    }

    private Bulletin of(String month) {
        return BulletinMaking.month(month).flatMap(bulletins::find).orElseThrow(() -> none());
    }

    private static BusinessException none() {
        return new BusinessException.NotFound("bulletin.unknown");
    }

    /** Lists the bulletins that everybody reads, the newest first. */
    public List<Bulletin> open() {
        return bulletins.all().stream().filter(Bulletin::open).toList();
    }

    private Optional<Bulletin> open(String month) {
        return BulletinMaking.month(month).flatMap(bulletins::find).filter(Bulletin::open);
    }

    /** Finds what a bulletin says that everybody reads. */
    public Optional<BulletinWords> openWords(String month, Locale language) {
        return open(month).flatMap(one -> bulletins.words(one.id(), language));
    }

    public Optional<byte[]> openPdf(String month, Locale language) {
        return open(month).flatMap(one -> bulletins.pdf(one.id(), language));
    }
}
