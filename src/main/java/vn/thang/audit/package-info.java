/** The trail of what was done, written in the transaction of the deed. Reached by events, read by auditors only. */
package vn.thang.audit;
