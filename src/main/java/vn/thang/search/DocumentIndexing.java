package vn.thang.search;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import vn.thang.assessment.answer.EvidenceName;
import vn.thang.assessment.filling.EvidenceFinding;
import vn.thang.search.SearchIndex.Entry;
import vn.thang.security.Caller;

/**
 * Keeps the names of all documents in the index of this server. There are hundreds of thousands, so that the first search
 * only begins to take them in and nobody waits for it; later ones take in the few that have come since.
 */
@ApplicationScoped
class DocumentIndexing {

    private static final int AT_ONCE = 10_000;
    /** Ids are given before what they name is stored, so that so many smaller ones than the last may still come. */
    private static final int LATE = 2_000;

    @Inject
    private SearchIndex index;

    @Inject
    private EvidenceFinding documents;

    @Inject
    private Caller caller;

    @Resource
    private ManagedExecutorService executor;

    /** Itself by way of the container: the first taking runs in a request of its own. */
    @Inject
    private DocumentIndexing request;

    private final ReentrantLock taking = new ReentrantLock();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final TreeSet<Long> recent = new TreeSet<>();
    private volatile boolean complete;
    private long last;

    /** Answers whether every document is in the index. */
    boolean keepUp() {
        if (complete && taking.tryLock()) {
            try {
                take();
            } finally {
                taking.unlock();
            }
        } else if (!complete && begun.compareAndSet(false, true)) {
            executor.execute(request::takeAll);
        }
        return complete;
    }

    @ActivateRequestContext
    void takeAll() {
        caller.actAsSystem();
        taking.lock();
        try {
            take();
            complete = true;
        } finally {
            begun.set(complete);
            taking.unlock();
        }
    }

    private void take() {
        long from = Math.max(0, last - LATE);
        List<EvidenceName> names;
        do {
            names = documents.namesAfter(from, AT_ONCE);
            index.add(names.stream().filter(one -> recent.add(one.id()))
                    .map(one -> new Entry(FoundKind.DOCUMENT, String.valueOf(one.id()), one.title(), "",
                            one.agencyPath()))
                    .toList());
            from = names.isEmpty() ? from : names.get(names.size() - 1).id();
            last = Math.max(from, last);
            recent.headSet(last - LATE, true).clear();
        } while (names.size() == AT_ONCE);
    }
}
