package vn.thang.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says in one line how much of the code the tests reached: {@code java Coverage.java target/site/jacoco/jacoco.csv}. */
final class Coverage {

    private static final int BRANCHES = 5;
    private static final int LINES = 7;

    private Coverage() {
    }

    public static void main(String[] arguments) throws IOException {
        Path report = Path.of(arguments[0]);
        List<String[]> classes = Files.readAllLines(report).stream().skip(1).map(line -> line.split(",")).toList();
        System.out.println("Coverage: " + share(classes, LINES) + " of the lines, " + share(classes, BRANCHES)
                + " of the branches; " + report.resolveSibling("index.html"));
    }

    /** The column counts what was missed, the next one what was reached. */
    private static String share(List<String[]> classes, int column) {
        long missed = classes.stream().mapToLong(one -> Long.parseLong(one[column])).sum();
        long reached = classes.stream().mapToLong(one -> Long.parseLong(one[column + 1])).sum();
        return reached * 100 / Math.max(1, missed + reached) + " %";
    }
}
