/** A reading, its parts and its faults, and the agencies that report: what every way in and every use of readings shares. */
package vn.thang.indicator.reading;
