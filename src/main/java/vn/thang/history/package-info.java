/**
 * How the status of each target was: it is taken when results are published or withdrawn, when a version of the programme is
 * published, and each month, and is never changed.
 */
package vn.thang.history;
