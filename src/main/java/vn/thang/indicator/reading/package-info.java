/**
 * Readings and their one intake: how they are checked, kept and summed up, the denominators that they are divided by, and the
 * levels that they measure. The push over HTTP is its door.
 */
package vn.thang.indicator.reading;
