/**
 * What other systems report and publish. Readings come in by one intake, are kept for ever, and their newest are summed up beside
 * them; what is read from servers of others is never trusted, and never a way into this network.
 */
package vn.thang.indicator;
