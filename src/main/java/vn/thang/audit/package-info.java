/**
 * The trail of what was done, written in the transaction of the deed. Reached by events, read by auditors only.
 *
 * <p>The feature is divided into rooms. From the ground up: the trail itself here; {@code seal} with its blocks; {@code anchor} with the
 * time stamps of others; {@code reading} for the auditor; {@code check} with the verification. Each room uses rooms below it only.
 */
package vn.thang.audit;
