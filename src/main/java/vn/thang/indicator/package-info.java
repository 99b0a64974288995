/**
 * What other systems report and publish. Readings come in by one intake, are kept for ever, and their newest are summed up beside
 * them; what is read from servers of others is never trusted, and never a way into this network.
 *
 * <p>The feature is divided into rooms. From the ground up: {@code period} and {@code reading}; {@code denominator};
 * {@code intake}; {@code measured}; {@code lookup} and {@code fetching}; {@code sheet} and {@code catalogue}; {@code connector};
 * {@code source}. Each room uses rooms below it only.
 */
package vn.thang.indicator;
