/**
 * The one intake of readings: how they are checked, kept and summed up, and the jumps that a person confirms. The push over HTTP is
 * its door.
 */
package vn.thang.indicator.intake;
