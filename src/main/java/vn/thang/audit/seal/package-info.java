/** Entries are closed into blocks of which each holds the hash of the one before: what follows proves what came earlier. */
package vn.thang.audit.seal;
