package vn.thang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Keeps each figure beside its reference in target/bench.txt, and prints all of them as one table at the end. */
final class Figures {

    private static final Path FILE = Path.of("target/bench.txt");
    private static final List<String> HEADING = List.of("Figure", "Measured", "Reference of the same run", "Wanted");
    private static final String BETWEEN_CELLS = "\t";
    private static final long BETWEEN_LOOKS = 500_000_000;

    private Figures() {
    }

    /** Prints the table; those who measure run in the server and elsewhere, and this runs after all of them. */
    public static void main(String[] arguments) throws IOException {
        List<List<String>> rows = new ArrayList<>(List.of(HEADING));
        try (Stream<String> lines = Files.lines(FILE)) {
            lines.map(line -> List.of(line.split(BETWEEN_CELLS, HEADING.size()))).forEach(rows::add);
        }
        System.out.println();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < HEADING.size(); i++) {
                int column = i;
                int width = rows.stream().mapToInt(one -> one.get(column).length()).max().orElseThrow();
                line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
            }
            System.out.println(line.toString().stripTrailing());
        }
        System.out.println();
        List<String> missed = rows.stream().filter(row -> row.getLast().endsWith(Wanted.MISSED)).map(List::getFirst)
                .toList();
        System.out.println(missed.isEmpty() ? "Every bound that is held against was met." : missed.size()
                + " bounds were missed: " + String.join("; ", missed));
    }

    /** Begins a new table, unless the one that is there was begun by this run. */
    static void begin() throws IOException {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        if (Files.exists(FILE) && Files.getLastModifiedTime(FILE).toMillis() < started) {
            Files.delete(FILE);
        }
    }

    static void keep(String what, String measured, String reference, String wanted) {
        String line = String.join(BETWEEN_CELLS, what, measured, reference, wanted);
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
