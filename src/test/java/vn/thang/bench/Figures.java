package vn.thang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Prints a figure beside its reference, and keeps it in target/bench.txt. */
final class Figures {

    private static final Path FILE = Path.of("target/bench.txt");

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

    /** The most heap in MiB that the work needed above what was there before; what the collector left counts too. */
    static long heap(Work work) throws Exception {
        System.gc();
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP).toList();
        long before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        work.run();
        return (pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - before) >> 20;
    }
}
