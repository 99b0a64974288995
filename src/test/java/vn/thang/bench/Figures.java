package vn.thang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Prints a figure beside its reference, and keeps it in target/bench.txt. */
final class Figures {

    private static final Path FILE = Path.of("target/bench.txt");

    private static final long BETWEEN_LOOKS = 500_000_000;

    private Figures() {
    }

    static void print(String what, String measured, String reference, String wanted) {
        String line = "%-46s %-26s %-44s %s".formatted(what, measured, reference, wanted);
        System.out.println(line);
        try {
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Work {
        void run() throws Exception;
    }

    static double seconds(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** The most heap in MiB that the work held above what was there before, looked at again and again after a collection. */
    static long heap(Work work) throws Exception {
        long before = live();
        AtomicLong most = new AtomicLong();
        AtomicBoolean running = new AtomicBoolean(true);
        Thread watch = new Thread(() -> {
            while (running.get()) {
                most.accumulateAndGet(live(), Math::max);
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
        }, "heap");
        watch.start();
        try {
            work.run();
        } finally {
            running.set(false);
            watch.join();
        }
        return Math.max(0, most.get() - before) >> 20;
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
