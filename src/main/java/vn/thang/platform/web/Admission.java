package vn.thang.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many requests are worked on at once, fewer than there are connections to the database. More than that make nothing
 * faster: they would only wait for each other while they hold what all need. Who is signed in waits for a place in the order
 * of coming; who is not is let in only while few of those wait, so that a rush at the door never stops those who work.
 */
@ApplicationScoped
public class Admission {

    private static final int SHARE_OF_DOOR = 4;

    private Semaphore places;
    private Semaphore door;
    private int crowd;
    private int mostWaiting;
    private int mostSending;
    private long patience;

    /** For the container, which puts a proxy before it. */
    protected Admission() {
    }

    /**
     * @param atOnce      requests that are worked on at once
     * @param mostWaiting requests of people who are signed in that wait at once; each holds a thread of the server
     * @param seconds     how long one of them waits
     */
    @Inject
    public Admission(@ConfigProperty(name = "thang.admission.at-once", defaultValue = "16") int atOnce,
            @ConfigProperty(name = "thang.admission.waiting", defaultValue = "120") int mostWaiting,
            @ConfigProperty(name = "thang.admission.seconds", defaultValue = "15") int seconds) {
        places = new Semaphore(atOnce, true);
        door = new Semaphore(Math.max(1, atOnce / SHARE_OF_DOOR), true);
        crowd = Math.max(1, atOnce / 2);
        this.mostWaiting = mostWaiting;
        mostSending = mostWaiting / SHARE_OF_DOOR;
        patience = TimeUnit.SECONDS.toMillis(seconds);
    }

    /** A place of one request, given back by closing it. */
    public interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /** Returns a place for somebody who is signed in; empty when too many wait, or none came free in time. */
    public Optional<Place> inside() {
        return places.getQueueLength() >= mostWaiting ? Optional.empty() : place(patience);
    }

    /**
     * Returns one of the few places at the door, for somebody who is not signed in yet; empty when those who are wait for
     * places themselves, or too many stand at the door.
     *
     * @param sends whether they bring what they have written, such as a password: whoever was let in to write it waits
     */
    public Optional<Place> arriving(boolean sends) {
        boolean crowded = places.getQueueLength() >= crowd || door.getQueueLength() >= crowd;
        if (crowded && !(sends && door.getQueueLength() < mostSending) || !acquired(door, patience)) {
            return Optional.empty();
        }
        Optional<Place> place = place(patience);
        if (place.isEmpty()) {
            door.release();
        }
        return place.map(held -> () -> {
            held.close();
            door.release();
        });
    }

    /** How many requests wait for a place now. */
    public int waiting() {
        return places.getQueueLength();
    }

    private Optional<Place> place(long milliseconds) {
        return acquired(places, milliseconds) ? Optional.of(places::release) : Optional.empty();
    }

    private static boolean acquired(Semaphore semaphore, long milliseconds) {
        try {
            return semaphore.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
