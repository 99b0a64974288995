/** The last block goes to a time-stamping authority (RFC 3161), so that even the operator cannot write the past anew. */
package vn.thang.audit.anchor;
