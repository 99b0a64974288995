/** Which agencies do not reach a target, and which say nothing. */
package vn.thang.dashboard.missing;
