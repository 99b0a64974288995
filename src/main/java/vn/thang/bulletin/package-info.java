/**
 * The monthly bulletin of the targets: figures of the country alone, put into sentences once and kept by month, for people inside and,
 * as far as the ministry switches it on, for everybody.
 */
package vn.thang.bulletin;
