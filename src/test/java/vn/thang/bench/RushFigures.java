package vn.thang.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** What many officers at once saw: times of each step, how often they had to wait, what failed, and who used the processor. */
final class RushFigures {

    private static final double MILLION = 1e6;

    private final ConcurrentMap<String, Queue<Long>> times = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> waits = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> failures = new ConcurrentHashMap<>();
    private final Map<String, Duration> processorBefore = processor();
    private final long begin = System.nanoTime();

    void took(String step, long nanoseconds) {
        times.computeIfAbsent(step, none -> new ConcurrentLinkedQueue<>()).add(nanoseconds);
    }

    void admitted(long nanoseconds) {
        took("admission", nanoseconds);
    }

    void waited(String step) {
        waits.computeIfAbsent(step, none -> new LongAdder()).increment();
    }

    void failed(String step, int status) {
        failures.computeIfAbsent(step + " " + status, none -> new LongAdder()).increment();
    }

    double perSecond(String step) {
        return count(step) / ((System.nanoTime() - begin) / 1e9);
    }

    long count(String step) {
        return times.getOrDefault(step, new ConcurrentLinkedQueue<>()).size();
    }

    /** In milliseconds; zero where the step never was taken. */
    double percentile(String step, int percent) {
        long[] sorted = times.getOrDefault(step, new ConcurrentLinkedQueue<>()).stream().mapToLong(Long::longValue)
                .sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / MILLION;
    }

    Map<String, LongAdder> failures() {
        return new TreeMap<>(failures);
    }

    Map<String, LongAdder> waits() {
        return new TreeMap<>(waits);
    }

    /** Seconds of processor of the server, the database and those who ask, since the beginning. */
    String processorUsed() {
        StringBuilder text = new StringBuilder();
        processor().forEach((who, now) -> text.append(text.isEmpty() ? "" : ", ").append(who).append(' ')
                .append(now.minus(processorBefore.getOrDefault(who, Duration.ZERO)).toSeconds()).append(" s"));
        return text.toString();
    }

    private static Map<String, Duration> processor() {
        Map<String, Duration> used = new TreeMap<>();
        ProcessHandle.current().descendants().forEach(process -> {
            String command = process.info().commandLine().orElse("");
            String who = command.contains("payara-micro") ? "server" : command.contains("mariadbd") ? "database" : null;
            if (who != null) {
                used.merge(who, process.info().totalCpuDuration().orElse(Duration.ZERO), Duration::plus);
            }
        });
        if (ManagementFactory
                .getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            used.put("client", Duration.ofNanos(system.getProcessCpuTime()));
        }
        return used;
    }
}
