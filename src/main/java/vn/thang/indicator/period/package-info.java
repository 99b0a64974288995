/** The calendar of readings: months, quarters, half years, nine months and years, as the interface and as people write them. */
package vn.thang.indicator.period;
